import type { Explained } from '../../../src/engine/memory/classify.ts';
import { countedByGo, countings } from '../../../src/engine/memory/go-counters.ts';
import { bandOf, bands, groupOf, tourMapping, type Group } from '../../../src/engine/memory/map-tour.ts';
import { counterOf, isReserved, type Counter, type Counters, type Mapping } from '../../../src/engine/memory/mapping.ts';
import type { ProcessText } from '../../../src/engine/memory/read.ts';
import { amountOf, totalsOf } from '../../../src/engine/memory/totals.ts';
import type { Attributed } from '../../../src/engine/memory/what.ts';
import type { Crowd, GroupTotal, MapReading, Row } from './reading.ts';

type MapText = Exclude<ProcessText, { kind: 'rollup' }>;

/** As many mappings are all drawn; of more, only some. */
export const mostDrawn = 120;
const fewDrawn = 60;

/** All that the page shows of an explained map before the reader asks for more. */
export function digest(text: MapText, { attributed, go }: Explained): MapReading {
  const { rows, crowds } = choose(attributed);
  return {
    kind: 'map',
    format: text.kind,
    ...programOf(text, attributed),
    mappings: attributed.length,
    whole: amountOf(attributed, () => true),
    counters: sumCounters(text.mappings),
    go,
    groups: groupsOf(attributed),
    reservedSummariesKiB: amountOf(attributed, ({ what }, mapping) => groupOf(what) === 'summary' && isReserved(mapping)).virtKiB,
    byCounting: Object.fromEntries(countings.map((counting) => [counting, amountOf(attributed, (part, mapping) => countedByGo(part, mapping) === counting)])) as MapReading['byCounting'],
    rows,
    crowds,
  };
}

function programOf(text: MapText, attributed: readonly Attributed[]): { program?: string } {
  const code = attributed.find(({ parts: [part] }) => part?.what === 'text');
  const program = ('command' in text ? text.command?.line : undefined) ?? code?.mapping.name;
  return program === undefined ? {} : { program: clip(program) };
}

/** The order of the table: the program, what Go maps, what C maps, the rest. */
const order: readonly Group[] = ['program', 'goHeap', 'summary', 'metadata', 'cHeap', 'stack', 'library', 'kernel', 'unclear'];

function groupsOf(attributed: readonly Attributed[]): readonly GroupTotal[] {
  const totals = totalsOf(attributed);
  return order.flatMap((group) => {
    const kinds = totals.filter(({ what }) => groupOf(what) === group);
    return kinds.length === 0 ? [] : [{ group, kinds, ...amountOf(attributed, ({ what }) => groupOf(what) === group) }];
  });
}

const counters = Object.values(counterOf);

function sumCounters(mappings: readonly Mapping[]): Counters {
  const sums: { [name in Counter]?: number } = {};
  for (const mapping of mappings) {
    for (const name of counters) {
      const count = mapping[name];
      if (count !== undefined) sums[name] = (sums[name] ?? 0) + count;
    }
  }
  return sums;
}

/** All mappings when they are few; else those with most memory, then most addresses, and the rest of each band as one. */
export function choose(attributed: readonly Attributed[], most = mostDrawn, few = fewDrawn): { rows: readonly Row[]; crowds: readonly Crowd[] } {
  const kept = new Set(attributed.length <= most ? attributed : attributed.toSorted((a, b) => weigh(b.mapping, a.mapping)).slice(0, few));
  const drawn = [...attributed.entries()].filter(([, one]) => kept.has(one)).map(([index, one]) => rowOf(one, index));
  const rest = attributed.filter((one) => !kept.has(one));
  return {
    rows: bands.flatMap((band) => drawn.filter(({ mapping }) => bandOf(mapping) === band)),
    crowds: bands.flatMap((band) => crowd(band, rest.filter(({ mapping: { name }, parts }) => bandOf({ name, parts }) === band))),
  };
}

const weigh = (a: Mapping, b: Mapping): number => (a.rssKiB ?? 0) - (b.rssKiB ?? 0) || a.sizeKiB - b.sizeKiB;

function crowd(band: Crowd['band'], ones: readonly Attributed[]): Crowd[] {
  const sum = (of: (mapping: Mapping) => number): number => ones.reduce((total, { mapping }) => total + of(mapping), 0);
  return ones.length === 0 ? [] : [{ band, mappings: ones.length, sizeKiB: sum(({ sizeKiB }) => sizeKiB), residentKiB: sum(({ rssKiB }) => rssKiB ?? 0) }];
}

/** Longest text of a pasted name that is shown, as long as a path can be quoted in a sentence. */
const longestName = 300;
export const clip = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text);

/** A mapping as the page shows it: whatever was pasted, its names stay short. */
export function rowOf(one: Attributed, index: number): Row {
  const mapping = tourMapping(one);
  const parts = mapping.parts.map((part) => ({ ...part, proof: clipProof(part.proof) }));
  return { index, mapping: { ...mapping, name: clip(mapping.name), parts } };
}

function clipProof(proof: Attributed['parts'][number]['proof']): Attributed['parts'][number]['proof'] {
  return { ...Object.fromEntries(Object.entries(proof).map(([name, value]) => [name, typeof value === 'string' ? clip(value) : value])), rule: proof.rule };
}
