/**
 * Our collector beside the live runtime's, whose clock only counts how often it is read: when a collection begins, what
 * it finds alive, at what the next one aims, how many there have been, and every address.
 *
 * Inputs, read off the runtime's answer to the operation: bytes to scan beside the heap (stacks, globals), the runway (a
 * measured time is in it), what the runtime maps for itself, and how often the scheduler had switched; and, where marking goes
 * on beside the program, the operation in which it ended. All else is predicted.
 */
import { HeapMachine } from '../engine/go/heap/heap-machine.ts';
import type { MHeap } from '../engine/go/heap/mheap.ts';
import { random, type Random } from '../engine/random.ts';
import { asksAround, concurrentAnswers, type Fields } from './concurrent-heap.ts';
import type { Differential } from './differentials.ts';
import { surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { stopped } from './heap-start.ts';
import { asksSpans } from './live-stacks.ts';
import { heapProgram, warmUp, workloads } from './workload.ts';

/** What a program sets: GOGC in percent, GOMEMLIMIT between once and four times `least` KiB; and after how many operations each time. */
interface Settings { readonly percents: readonly number[]; readonly least: number; readonly every: number; readonly collects: boolean }

const withinReach: Settings = { percents: [10, 25, 50, 100, 200, -1], least: 6 * 2 ** 10, every: 120, collects: true };
/** No heap of the workload comes to these goals before the program itself collects. */
const outOfReach: Settings = { percents: [400, 800, 1600, -1], least: 64 * 2 ** 10, every: 60, collects: true };

const giveWay: RuntimeOp = { do: 'yield', nanoseconds: 0 };

/** GOGC, now and then off; GOMEMLIMIT, every third time none; or a collection. */
function setting(chance: Random, { percents, least, collects }: Settings): readonly RuntimeOp[] {
  const share = chance.int(collects ? 3 : 2);
  if (share === 0) return [{ do: 'setGCPercent', percent: percents[chance.int(percents.length)]! }];
  if (share === 1) return [{ do: 'setMemoryLimit', kib: chance.int(3) === 0 ? -1 : least + chance.int(3 * least) }];
  return [{ do: 'collect' }, giveWay, giveWay];
}

/** The workload that never collects by itself, and every so many operations a setting or a collection. MemStats is read first: from then on the count of bytes in objects is known. */
function settingProgram(settings: Settings, seed: number, ops: number): RuntimeOp[] {
  const chance = random(seed + 1000);
  const program = heapProgram(workloads['without collections'], seed, ops).flatMap((op, i) => (i % settings.every === settings.every - 1 ? [op, ...setting(chance, settings)] : [op]));
  return surrounded([...asksSpans, { do: 'memStats' }, ...[{ do: 'setGCPercent', percent: settings.percents[0]! } as const, ...program].flatMap(asksAround)]);
}

/** Where no limit is set and GOGC is off, the runtime's goal is somewhere beyond this: ours is none. */
const noGoal = 2 ** 50;

/** What our heap says of itself where `numGC` collections have been before. */
const pacingOf = (numGC: number) => ({ marking, pacer, sweepgen }: MHeap): Fields => ({
  phase: marking ? 1 : 0, heapLive: pacer.heapLive, heapMarked: pacer.heapMarked, heapGoal: pacer.goal, trigger: pacer.trigger, numGC: numGC + sweepgen / 2,
});

const numGCIn = (answer: RuntimeAnswer | undefined): number | undefined => (answer && 'numGC' in answer && 'heapMarked' in answer ? answer.numGC : undefined);

/** What each answer must be; `Machine` may be a wrong one, to see that it is noticed. */
export function collectorAnswers(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine, isStopped = false): ReturnType<Differential['expected']> {
  const numGC = numGCIn(real.find((answer, i) => i >= warmUp.length && numGCIn(answer) !== undefined))!;
  return concurrentAnswers(program, real, Machine, { compared: pacingOf(numGC), isStopped });
}

const collecting = (settings: Settings, isStopped = false): Differential => ({
  ...(isStopped && { env: stopped }),
  program: (seed, ops) => settingProgram(settings, seed, ops),
  expected: (program, real) => collectorAnswers(program, real, HeapMachine, isStopped),
  normal: (_program, real) => real.map((answer) => Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, value > noGoal ? Infinity : value])) as Fields),
});

/** The pacer starts collections and they mark beside the program, which sets GOGC and GOMEMLIMIT and collects as well. */
export const goGC = collecting(withinReach);
/** Only the program collects. */
export const goGCExplicit = collecting(outOfReach);
/** Only the pacer starts collections, each done in one stop: when it ends is predicted, too. */
export const goGCStopped = collecting({ ...withinReach, collects: false }, true);

/**
 * What `npm run -s oracle:diff -- --machine gogc --seeds 1..100 --ops 3000` found: the seeds that part, and how many of their
 * answers are equal. With `gogc-explicit` and with `gogc-stopped` none does.
 *
 * 32: the sweeper gave the mark queues' memory back some turns later than ours. 70, 91: more was mapped than the limit allows,
 * and how much of it the scavenger had given back by then is the clock's. 74: within one allocation a collection ended, the
 * runtime mapped memory for itself, and by that the next one was due.
 */
export const measured = {
  seeds: 100, operations: 3000,
  parted: [{ seed: 32, equal: 4011, total: 4026 }, { seed: 70, equal: 3958, total: 3960 }, { seed: 74, equal: 3987, total: 4036 }, { seed: 91, equal: 3922, total: 3930 }],
} as const;
