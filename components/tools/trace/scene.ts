import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Axis, Scenes, SeriesMark } from '../../../src/demos/scene.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { briefBytes, type Compared } from './compared.ts';
import type { Reading } from './reading.ts';

export interface SceneWords {
  readonly machines: { readonly [Name in MachineName]: string };
  readonly asked: string;
  readonly bytes: string;
  readonly operations: string;
  readonly mostLive: (size: string) => string;
  readonly mostHeap: (size: string) => string;
}

interface Look { readonly cursor?: number; readonly now?: MachineName }

/** What was asked for as an area, and above it each allocator's heap as a line. */
export function chartScene(reading: Reading, runs: readonly Compared[], words: SceneWords, locale: Locale, { cursor, now }: Look = {}): Scenes['chart'] {
  const most = mostDrawn(reading.peakLive, runs);
  return {
    marks: [askedFor(reading, words, locale), ...runs.map((each) => heapOf(each, words, locale, most, each.machine === now))],
    frame: {
      x: { name: words.operations, most: reading.operations, scale: 1, unit: '' },
      y: bytesAxis(words.bytes, most),
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

/** How many times what was asked for a heap may be, and still be drawn to its top. */
const tallest = 4;

/** Where a line runs that is cut, of the chart's height: just out of it. */
const beyond = 1.03;

/** Bytes the chart reaches to: one huge heap, such as a segment of 32 MiB for a small program, would flatten all others. */
function mostDrawn(peakLive: number, runs: readonly Compared[]): number {
  const heaps = runs.map(({ run }) => run.last.peakHeap).filter((heap) => heap <= tallest * peakLive);
  return Math.max(1, 1.2 * peakLive, ...heaps);
}

/** The heap at each mark, and at its peak between them. Real libraries are drawn stronger than textbook ones. */
function heapOf({ machine, run: { moments, peak } }: Compared, words: SceneWords, locale: Locale, most: number, now: boolean): SeriesMark {
  const at = moments.findIndex(({ op }) => op >= peak.op);
  const seen = at === -1 || moments[at]!.op === peak.op ? moments : [...moments.slice(0, at), peak, ...moments.slice(at)];
  const isCut = peak.heap > most;
  return {
    key: machine, name: `${isCut ? '↑ ' : ''}${words.machines[machine]}`, now, shape: real.has(machine) ? 'line' : 'thin',
    points: seen.map(({ op, heap }) => [op, Math.min(heap, most * beyond)]),
    ...(isCut ? {} : { peak: { x: peak.op, y: peak.heap, label: words.mostHeap(briefBytes(peak.heap, locale)) } }),
  };
}

/** Models of real libraries. */
export const real: ReadonlySet<MachineName> = new Set(['glibc', 'glibc-notcache', 'tcmalloc', 'jemalloc', 'mimalloc']);

function bytesAxis(name: string, most: number): Axis {
  if (most < 1024) return { name, most, scale: 1, unit: 'B' };
  return most < 4 * 1024 ** 2 ? { name, most, scale: 1024, unit: 'KiB' } : { name, most, scale: 1024 ** 2, unit: 'MiB' };
}
