/**
 * The goal of a cycle, from what the line before it tells, as an interval: the megabytes of a line are rounded down, so each
 * of them stands for a MiB. `mgcpacer.go:commit` and `heapGoalInternal` with both ends of each (Go 1.27; older ones where named).
 */
import { limitGoal, percentGoal } from '../heap-goal.ts';
import type { Cycle } from './line.ts';

/** What the program was run with. */
export interface Settings {
  /** GOGC; off below zero. */
  readonly gcPercent: number;
  /** GOMEMLIMIT in bytes; undefined where there is none. */
  readonly memoryLimit: number | undefined;
}

export const defaults: Settings = { gcPercent: 100, memoryLimit: undefined };

/** Bytes. Both ends belong to it; `most` may be infinite. */
export interface Interval { readonly least: number; readonly most: number }

const MiB = 2 ** 20;

/** What a number of MiB stands for when it was rounded down. */
const rounded = (mib: number): Interval => ({ least: mib * MiB, most: (mib + 1) * MiB - 1 });

/** Nothing: where no field was printed, or no cycle came before. */
const none: Interval = { least: 0, most: 0 };

/** The goal of a cycle, by the cycle before it; the first cycle of a program has none before. */
export function goalOf(cycle: Cycle, before: Cycle | undefined, { gcPercent, memoryLimit }: Settings): Interval {
  const marked = before ? rounded(before.heap.marked) : none;
  const percent = byPercent(marked, before, gcPercent);
  const floor = started(cycle, marked);
  const [least, most] = [Math.max(percent.least, floor.least), Math.max(percent.most, floor.most)];
  if (memoryLimit === undefined) return gcPercent < 0 ? unlimited : { least, most };
  const highest = highestByLimit(memoryLimit, marked);
  if (percent.least > highest) return { least: marked.least, most: highest };
  return { least: Math.min(least, marked.least), most: Math.max(Math.min(percent.most, highest), floor.most) };
}

/** GOMEMLIMIT where nobody set it (`math.MaxInt64`), and more than any process has beside its heap. */
const noLimit = 2 ** 63;
const mostBeside = 2 ** 48;

/** With GOGC off the limit sets every goal, also the one that nobody set. */
const unlimited: Interval = { least: highestByLimit(noLimit, none) - mostBeside, most: highestByLimit(noLimit, none) };

/** By the limit a goal is anything from the marked heap to this: how much of the limit is not heap, no line tells. */
function highestByLimit(memoryLimit: number, marked: Interval): number {
  return limitGoal({ memoryLimit, mappedReady: 0, heapFree: 0, heapAlloc: 0, heapMarked: marked.most });
}

/** By GOGC: live heap, and stacks and globals where they are printed, since from then on they count (Go 1.18). */
function byPercent(marked: Interval, before: Cycle | undefined, gcPercent: number): Interval {
  const [stacks, globals] = [before?.stacks, before?.globals].map((mib) => (mib === undefined ? none : rounded(mib)));
  const at = (end: keyof Interval): number => percentGoal({ heapMarked: marked[end], stackScan: stacks![end], globalsScan: globals![end] }, gcPercent);
  return { least: at('least'), most: at('most') };
}

/** Sweeping needs this much to be allocated until it is done (`sweepMinHeapDistance`). */
const sweepDistance = MiB;

/** Goals are kept this far from where marking began (`minRunway`). */
const minRunway = 64 * 2 ** 10;
/** The same up to Go 1.17 (`mgc.go:startCycle`). */
const oldRunway = MiB;

/**
 * What pushes a goal up: where marking really began; and, if sweeping was not done when the goal was set, a MiB above the marked heap.
 * The least is sure, the most possible. Go 1.19 kept its distance from the trigger and not from the live heap, and a line does not say
 * which Go printed it: since 1.18 the live heap makes no goal sure.
 */
function started({ heap, stacks }: Cycle, marked: Interval): Interval {
  const { least, most } = rounded(heap.start);
  const swept = marked.most + sweepDistance;
  return stacks === undefined ? { least: least + oldRunway, most: Math.max(most + oldRunway, swept) } : { least: 0, most: Math.max(most + minRunway, swept) };
}

/** Whether the printed goal, which stands for a MiB, can be one of an interval. */
export function isInside(goal: number, { least, most }: Interval): boolean {
  const printed = rounded(goal);
  return printed.most >= least && printed.least <= most;
}

