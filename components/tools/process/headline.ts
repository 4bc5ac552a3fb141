import type { Bounds } from '../../../src/engine/memory/totals.ts';
import { newestGo, oldestGo, type GoFingerprint, type Versions } from '../../../src/engine/memory/rules/go-fingerprint.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { MapReading } from './reading.ts';
import type { ProcessWords, Releases } from './words.ts';

/** What a map is: a title, and paragraphs of a few sentences each. */
export interface Headline { readonly title: string; readonly paragraphs: readonly string[] }

/** KiB as a reader says them: `132 KiB`, `1.6 MiB`, `1,198 MiB`. The space does not break. */
export function said(kib: number): string {
  if (kib < 1024) return `${formatNumber(kib)}\u00a0KiB`;
  return `${formatNumber(kib / 1024, kib < 10 * 1024 ? 1 : 0)}\u00a0MiB`;
}

/** Bounds as a reader says them: one amount when both ends read alike, else `0–40 KiB`. */
export function saidBetween({ least, most }: Bounds): string {
  const [from, to] = [said(least), said(most)];
  if (from === to) return to;
  return least === 0 || from.slice(-3) === to.slice(-3) ? `${from.slice(0, -4)}–${to}` : `${from}–${to}`;
}

export function headline(reading: MapReading, words: ProcessWords): Headline {
  const { go } = reading;
  return {
    title: go.isGo ? words.isGo(releases(go.versions, words), likely(go, words)) : words.noGo,
    paragraphs: [virtSentences(reading, words), rssSentences(reading, words), go.isGo ? countedSentences(reading, words) : [], notableSentences(reading, words)]
      .filter((sentences) => sentences.length > 0).map((sentences) => words.paragraph(sentences)),
  };
}

/** `[21, newest]` is 1.21 or later, `[oldest, 18]` is 1.18 or earlier. */
export function releasesOf([from, to]: Versions): Releases {
  return { ...(from > oldestGo ? { from } : {}), ...(to < newestGo || from === to ? { to } : {}) };
}

const releases = (versions: Versions | undefined, words: ProcessWords): string => (versions ? words.releases(releasesOf(versions)) : '');

/** What weaker evidence adds, when it adds anything. */
function likely({ versions, likely: narrower }: GoFingerprint, words: ProcessWords): string | undefined {
  const [sure, probable] = [releases(versions, words), releases(narrower, words)];
  return sure === probable ? undefined : probable;
}

function virtSentences({ whole, mappings, reservedSummariesKiB, go }: MapReading, words: ProcessWords): string[] {
  return [
    words.virt(said(whole.virtKiB), formatNumber(mappings)),
    ...(reservedSummariesKiB > 0 ? [words.summaries(said(reservedSummariesKiB))] : []),
    ...(go.heapBase === undefined ? [] : [words.heapAt(go.heapBase.toString(16))]),
  ];
}

/** The owners named: those that may hold most. */
const mostOwners = 3;

function rssSentences({ whole, groups }: MapReading, words: ProcessWords): string[] {
  if (!whole.rssKiB) return [words.noRss];
  const owners = groups.flatMap(({ group, rssKiB }) => (rssKiB && rssKiB.most > 0 ? [{ group, rssKiB }] : []))
    .sort((a, b) => b.rssKiB.most - a.rssKiB.most).slice(0, mostOwners)
    .map(({ group, rssKiB }) => words.owner(words.groups[group], saidBetween(rssKiB)));
  return [words.rss(saidBetween(whole.rssKiB), words.and(owners))];
}

function countedSentences({ byCounting: { counted, uncounted, unclear } }: MapReading, words: ProcessWords): string[] {
  return [
    words.counted(said(counted.virtKiB)),
    ...(counted.rssKiB && uncounted.rssKiB ? [words.countedRss(saidBetween(counted.rssKiB), saidBetween(uncounted.rssKiB))] : []),
    ...(unclear.virtKiB > 0 ? [words.unclear(said(unclear.virtKiB))] : []),
  ];
}

function notableSentences({ counters }: MapReading, words: ProcessWords): string[] {
  return (['lazyFreeKiB', 'anonHugePagesKiB', 'swapKiB'] as const).flatMap((name) => {
    const amount = counters[name] ?? 0;
    return amount > 0 ? [words.notable[name](said(amount))] : [];
  });
}
