import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Moment, Run } from '../../../src/engine/allocators/measure.ts';
import { formatNumber, formatQuantity, type Unit } from '../../../src/i18n/quantity.ts';
import type { Locale } from '../../../src/i18n/locales.ts';

export interface Compared { readonly machine: MachineName; readonly run: Run }

/** A cell of a table: as it is read, and what it is sorted by. Undefined: the engine does not count it. */
export interface Cell { readonly text: string; readonly value: number | undefined }

export const runColumns = ['peak', 'utilisation', 'inside', 'between', 'hole', 'steps', 'systemCalls'] as const;
export type RunColumn = (typeof runColumns)[number];

/** A run as a line of the table: the whole of it, fragmentation in its worst moments. */
export function runCells({ run, machine }: Compared, locale: Locale): Readonly<Record<RunColumn, Cell>> {
  const { last, worstInside, worstBetween } = run;
  return {
    peak: bytes(last.peakHeap, locale),
    utilisation: percent(last.utilisation),
    inside: waste(worstInside.blocks - worstInside.live, worstInside.internal, locale),
    between: waste(worstBetween.heap - worstBetween.blocks, worstBetween.external, locale),
    hole: bytes(worstBetween.largestFree, locale),
    steps: perOperation(last),
    systemCalls: systemCalls(last, machine),
  };
}

export const momentColumns = ['heap', 'inside', 'between', 'hole', 'steps', 'systemCalls'] as const;
export type MomentColumn = (typeof momentColumns)[number];

/** How a run stands at one moment, as a line of the table. */
export function momentCells(moment: Moment, machine: MachineName, locale: Locale): Readonly<Record<MomentColumn, Cell>> {
  return {
    heap: bytes(moment.heap, locale),
    inside: percent(moment.internal),
    between: percent(moment.external),
    hole: bytes(moment.largestFree, locale),
    steps: count(moment.steps),
    systemCalls: systemCalls(moment, machine),
  };
}

const units: readonly Unit[] = ['B', 'KiB', 'MiB', 'GiB'];

/** Bytes to three digits, in the unit that leaves fewest: `46.7 KiB`, `528 KiB`. */
export function briefBytes(value: number, locale: Locale): string {
  const power = value < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
  const amount = value / 1024 ** power;
  return formatQuantity({ value: amount >= 100 ? Math.round(amount) : Number(amount.toPrecision(3)), unit: units[power]! }, locale);
}

const bytes = (value: number, locale: Locale): Cell => ({ value, text: briefBytes(value, locale) });
const count = (value: number): Cell => ({ value, text: formatNumber(value) });
const percent = (share: number): Cell => ({ value: share, text: `${formatNumber(share * 100, 1)}%` });
const waste = (value: number, share: number, locale: Locale): Cell => ({ value, text: `${briefBytes(value, locale)} · ${formatNumber(share * 100, 0)}%` });
const perOperation = ({ steps, op }: Moment): Cell => ({ value: steps / Math.max(1, op), text: formatNumber(steps / Math.max(1, op)) });

/** Of jemalloc only sizes and regions are modelled; slabs take pages as a kernel does, from itself. */
const uncounted: ReadonlySet<MachineName> = new Set(['jemalloc', 'slab']);

const systemCalls = ({ systemCalls: calls }: Moment, machine: MachineName): Cell =>
  uncounted.has(machine) ? { value: undefined, text: '–' } : count(calls);

/** Runs in the order of a column; those without a value at the end. */
export function sorted(runs: readonly Compared[], column: RunColumn, descending: boolean, locale: Locale): readonly Compared[] {
  const value = (run: Compared): number => runCells(run, locale)[column].value ?? (descending ? -Infinity : Infinity);
  return [...runs].sort((a, b) => (descending ? value(b) - value(a) : value(a) - value(b)));
}

/** The run that took least at its peak, and the one that took most. */
export function bestAndWorst(runs: readonly Compared[]): { readonly best: Compared; readonly worst: Compared } | undefined {
  const order = [...runs].sort((a, b) => a.run.last.peakHeap - b.run.last.peakHeap);
  return order.length < 2 ? undefined : { best: order[0]!, worst: order.at(-1)! };
}
