import type { Damage } from '../../../src/engine/machine.ts';
import type { Cycle } from '../../../src/engine/go/gctrace/line.ts';
import type { Settings } from '../../../src/engine/go/gctrace/goal.ts';
import type { Gctrace, Judged } from '../../../src/engine/go/gctrace/read.ts';
import { heaviest, type Listed } from '../listed.ts';

/** A log of gctrace as columns of numbers, one place a cycle: fifty thousand of them leave the Worker at once. */
export interface Reading {
  readonly count: number;
  readonly columns: { readonly [Name in Column]: Float64Array };
  /** The runs with most cycles, the first among them, by their numbers from 1; of each the line of its first cycle and the number of its cycles. */
  readonly runs: Listed<{ readonly number: number; readonly cycles: number; readonly line: number }>;
  /** The first lines that were skipped, and how many there are. */
  readonly skipped: readonly Damage[];
  readonly allSkipped: number;
  readonly others: number;
  /** GOGC that would fit every goal, where not all fit the one said; undefined where none of those tried does. */
  readonly fitting: { readonly from: number; readonly to: number } | undefined;
  readonly settings: Settings;
}

/** Every column, and the number it takes of a cycle. NaN stands for what is not known. */
export const columns = {
  line: ({ line }) => line,
  column: ({ column }) => column,
  run: ({ run }) => run,
  number: ({ number }) => number,
  seconds: ({ seconds }) => seconds,
  percent: ({ percent }) => percent,
  clockSweep: ({ clock }) => clock.sweepTermination,
  clockMark: ({ clock }) => clock.mark,
  clockTermination: ({ clock }) => clock.markTermination,
  cpuSweep: ({ cpu }) => cpu.sweepTermination,
  cpuAssist: ({ cpu }) => cpu.assist,
  cpuBackground: ({ cpu }) => cpu.background,
  cpuIdle: ({ cpu }) => cpu.idle,
  cpuTermination: ({ cpu }) => cpu.markTermination,
  heapStart: ({ heap }) => heap.start,
  heapEnd: ({ heap }) => heap.end,
  marked: ({ heap }) => heap.marked,
  goal: ({ goal }) => goal,
  stacks: ({ stacks }) => stacks ?? NaN,
  globals: ({ globals }) => globals ?? NaN,
  procs: ({ procs }) => procs,
  forced: ({ forced }) => Number(forced),
  least: ({ expected }) => expected?.least ?? NaN,
  most: ({ expected }) => expected?.most ?? NaN,
  inside: ({ inside }) => (inside === undefined ? NaN : Number(inside)),
} as const satisfies Readonly<Record<string, (cycle: Judged) => number>>;
export type Column = keyof typeof columns;

/** As many skipped lines are named one by one. */
const mostSkipped = 100;

export function readingOf({ cycles, runs, damages, others }: Gctrace, settings: Settings, fitting: Reading['fitting']): Reading {
  const names = Object.keys(columns) as Column[];
  return {
    count: cycles.length,
    columns: Object.fromEntries(names.map((name) => [name, columnOf(cycles, columns[name])])) as Record<Column, Float64Array>,
    runs: runsOf(cycles, runs),
    skipped: damages.slice(0, mostSkipped),
    allSkipped: damages.length,
    others, fitting, settings,
  };
}

function columnOf(cycles: readonly Judged[], of: (cycle: Judged) => number): Float64Array {
  const column = new Float64Array(cycles.length);
  for (let at = 0; at < cycles.length; at++) column[at] = of(cycles[at]!);
  return column;
}

function runsOf(cycles: readonly Judged[], count: number): Reading['runs'] {
  const runs = Array.from({ length: count }, (_, at) => ({ number: at + 1, cycles: 0, line: 0 }));
  for (const { run, line } of cycles) {
    const of = runs[run - 1]!;
    if (of.cycles++ === 0) of.line = line;
  }
  return heaviest(runs, ({ number, cycles: weight }) => (number === 1 ? Infinity : weight));
}

/** The cycle at a place. */
export function cycleAt({ columns: of }: Reading, at: number): Cycle {
  const number = (name: Column): number => of[name][at]!;
  const known = (name: Column): number | undefined => (Number.isNaN(number(name)) ? undefined : number(name));
  return {
    line: number('line'), column: number('column'), number: number('number'), seconds: number('seconds'), percent: number('percent'),
    clock: { sweepTermination: number('clockSweep'), mark: number('clockMark'), markTermination: number('clockTermination') },
    cpu: { sweepTermination: number('cpuSweep'), assist: number('cpuAssist'), background: number('cpuBackground'), idle: number('cpuIdle'), markTermination: number('cpuTermination') },
    heap: { start: number('heapStart'), end: number('heapEnd'), marked: number('marked') },
    goal: number('goal'), stacks: known('stacks'), globals: known('globals'), procs: number('procs'), forced: number('forced') === 1,
  };
}

/** The goal as the cycle before tells it, bytes; undefined where that one is not in the log. */
export function expectedAt({ columns: of }: Reading, at: number): { readonly least: number; readonly most: number; readonly inside: boolean } | undefined {
  const [least, most, inside] = [of.least[at]!, of.most[at]!, of.inside[at]!];
  return Number.isNaN(inside) ? undefined : { least, most, inside: inside === 1 };
}

/** The places of one run's cycles, rising. */
export function placesOf({ count, columns: { run } }: Reading, which: number): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < count; at++) if (run[at] === which) places.push(at);
  return places;
}

/** What the page asks of the Worker, and what it answers. */
export interface Ask { readonly do: 'read'; readonly text: string; readonly settings: Settings }
export interface Answers { readonly read: Reading }
