import type { Cycle } from '../../../src/engine/go/gctrace/line.ts';
import type { Meaning } from '../../../src/demos/scene.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { CycleWords } from './cycle-words.ts';

export const rowNames = ['sweepStop', 'mark', 'termStop', 'cpuSweep', 'assist', 'background', 'idle', 'cpuTerm', 'start', 'end', 'marked', 'goal', 'expected'] as const;
export type RowName = (typeof rowNames)[number];

/** One field on the cycle: what it is, how much, and where it lies on its group's scale, in hundredths. */
export interface CycleRow {
  readonly name: RowName;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly mark: Meaning;
}

export interface CycleGroup { readonly kind: keyof CycleWords['groups']; readonly rows: readonly CycleRow[] }

/** The goal as the line before tells it, bytes. */
export interface Expected { readonly least: number; readonly most: number; readonly inside: boolean }

const ms = (value: number): string => `${formatNumber(value, 3)} ms`;
/** MiB beyond which a goal is none: GOGC off, and no limit set. */
export const noGoal = 2 ** 40;

export const mibSaid = (value: number): string => (value < noGoal ? `${formatNumber(value)} MiB` : '∞');
const MiB = 2 ** 20;

/** Bytes as MiB, to a tenth; without end where there is none. */
export const mibOf = (bytes: number): string => (bytes < noGoal * MiB ? `${formatNumber(bytes / MiB, 1)} MiB` : '∞');

/** The fields of a cycle that have a size, group by group. */
export function cycleGroups({ clock, cpu, heap, goal }: Cycle, expected: Expected | undefined): readonly CycleGroup[] {
  return [
    { kind: 'clock', rows: inTurn([['sweepStop', clock.sweepTermination, 'black'], ['mark', clock.mark, 'grey'], ['termStop', clock.markTermination, 'black']]) },
    { kind: 'cpu', rows: inTurn([['cpuSweep', cpu.sweepTermination, 'black'], ['assist', cpu.assist, 'refused'], ['background', cpu.background, 'grey'], ['idle', cpu.idle, 'free'], ['cpuTerm', cpu.markTermination, 'black']]) },
    { kind: 'heap', rows: heapRows(heap, goal, expected) },
  ];
}

/** Stretches of time one after the other. One too short to be seen is drawn this wide. */
const narrowest = 0.6;

function inTurn(parts: readonly (readonly [RowName, number, Meaning])[]): readonly CycleRow[] {
  const all = Math.max(parts.reduce((sum, [, size]) => sum + size, 0), 0.001);
  let at = 0;
  return parts.map(([name, size, mark]) => {
    const from = Math.min((at / all) * 100, 100 - narrowest);
    at += size;
    return { name, value: ms(size), from, to: size === 0 ? from : Math.max((at / all) * 100, from + narrowest), mark };
  });
}

function heapRows({ start, end, marked }: Cycle['heap'], goal: number, expected: Expected | undefined): readonly CycleRow[] {
  const most = Math.max(...[start, end, marked, goal, (expected?.most ?? 0) / MiB].filter((each) => each < noGoal)) + 1;
  const at = (value: number): number => Math.min(100, (value / most) * 100);
  const upTo = (name: RowName, value: number, mark: Meaning): CycleRow => ({ name, value: mibSaid(value), from: 0, to: at(value), mark });
  return [
    upTo('start', start, 'mapped'), upTo('end', end, 'mapped'), upTo('marked', marked, 'live'), upTo('goal', goal, 'reserved'),
    ...(expected ? [{ name: 'expected' as const, value: `${mibOf(expected.least).replace(' MiB', '')}–${mibOf(expected.most + 1)}`, from: at(expected.least / MiB), to: at(expected.most / MiB), mark: 'cached' as const }] : []),
  ];
}
