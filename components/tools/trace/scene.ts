import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Moment } from '../../../src/engine/allocators/measure.ts';
import type { Axis, Scenes, SeriesMark } from '../../../src/demos/scene.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { briefBytes, type Compared } from './compared.ts';
import { meaning, type Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

export interface SceneWords {
  readonly machines: { readonly [Name in MachineName]: string };
  readonly asked: string;
  /** The axis of each quantity. */
  readonly axes: { readonly [Name in Quantity]: string };
  readonly operations: string;
  readonly mostLive: (size: string) => string;
  readonly peak: (amount: string) => string;
}

interface Look { readonly quantity?: Quantity; readonly cursor?: number; readonly now?: MachineName }

/** One quantity of each allocator as a line; beneath the heaps, what was asked for as an area. */
export function chartScene(reading: Reading, runs: readonly Compared[], words: SceneWords, locale: Locale, { quantity = 'heap', cursor, now }: Look = {}): Scenes['chart'] {
  const most = mostDrawn(reading, runs, quantity);
  const lines = runs.map((each) => lineOf(each, words, locale, { quantity, most, now: each.machine === now }));
  return {
    marks: quantity === 'heap' ? [askedFor(reading, words, locale), ...lines] : lines,
    frame: {
      x: { name: words.operations, most: reading.operations, scale: 1, unit: '' },
      y: quantity === 'steps' ? { name: words.axes.steps, most, scale: 1, unit: '' } : bytesAxis(words.axes[quantity], most),
      ...(cursor === undefined ? {} : { cursor: reading.marks[cursor]! }),
      stops: reading.marks.map((x, op) => ({ x, at: { op, moment: 0 } })),
    },
    facts: [],
  };
}

function askedFor({ marks, live, peakLive, peakAt }: Reading, words: SceneWords, locale: Locale): SeriesMark {
  return {
    key: 'asked', name: words.asked, shape: 'area', now: false,
    points: marks.map((x, i) => [x, live[i]!]),
    peak: { x: peakAt, y: peakLive, label: words.mostLive(briefBytes(peakLive, locale)) },
  };
}

/** Where a line runs that is cut, of the chart's height: just out of it. */
const beyond = 1.03;

/** What the chart reaches to: one huge heap, such as a segment of 32 MiB for a small program, would flatten all others. */
function mostDrawn(reading: Reading, runs: readonly Compared[], quantity: Quantity): number {
  const { at, most, cut } = meaning[quantity];
  const drawn = runs.map(({ run }) => at(most(run))).filter((value) => value <= cut(reading));
  return Math.max(1, quantity === 'heap' ? 1.2 * reading.peakLive : 0, ...drawn);
}

interface Drawn { readonly quantity: Quantity; readonly most: number; readonly now: boolean }

/** A quantity at each mark, and at its peak between them. Real libraries are drawn stronger than textbook ones. */
function lineOf({ machine, run }: Compared, words: SceneWords, locale: Locale, { quantity, most, now }: Drawn): SeriesMark {
  const { at } = meaning[quantity];
  const peak = meaning[quantity].most(run);
  const isCut = at(peak) > most;
  const amount = quantity === 'steps' ? formatNumber(at(peak)) : briefBytes(at(peak), locale);
  return {
    key: machine, name: `${isCut ? '↑ ' : ''}${words.machines[machine]}`, now, shape: real.has(machine) ? 'line' : 'thin',
    points: withPeak(run.moments, peak).map((moment) => [moment.op, Math.min(at(moment), most * beyond)]),
    ...(isCut ? {} : { peak: { x: peak.op, y: at(peak), label: words.peak(amount) } }),
  };
}

function withPeak(moments: readonly Moment[], peak: Moment): readonly Moment[] {
  const after = moments.findIndex(({ op }) => op >= peak.op);
  return after === -1 || moments[after]!.op === peak.op ? moments : [...moments.slice(0, after), peak, ...moments.slice(after)];
}

/** Models of real libraries. */
export const real: ReadonlySet<MachineName> = new Set(['glibc', 'glibc-notcache', 'tcmalloc', 'jemalloc', 'mimalloc']);

function bytesAxis(name: string, most: number): Axis {
  if (most < 1024) return { name, most, scale: 1, unit: 'B' };
  return most < 4 * 1024 ** 2 ? { name, most, scale: 1024, unit: 'KiB' } : { name, most, scale: 1024 ** 2, unit: 'MiB' };
}
