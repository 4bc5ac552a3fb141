import { certainties } from '../../../src/engine/memory/what.ts';
import type { Counting } from '../../../src/engine/memory/go-counters.ts';
import type { Amount, Bounds, Total } from '../../../src/engine/memory/totals.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { GroupTotal, MapReading } from './reading.ts';
import type { ProcessWords } from './words.ts';

/** One line of the table of totals, as text. */
export interface TotalsRow {
  readonly name: string;
  /** How sure the attribution is; empty for sums. */
  readonly sure: string;
  readonly virt: string;
  readonly rss: string;
  readonly counted: string;
  /** How Go's counters see it, where they see all of it alike. */
  readonly counting?: Counting;
}

/** KiB: `40`, or `0–40` where only bounds are known; empty where nothing is. */
const between = (bounds: Bounds | undefined): string =>
  bounds === undefined ? '' : bounds.least === bounds.most ? formatNumber(bounds.most) : `${formatNumber(bounds.least)}–${formatNumber(bounds.most)}`;

const sumRow = (name: string, { virtKiB, rssKiB }: Amount): TotalsRow => ({ name, sure: '', virt: formatNumber(virtKiB), rss: between(rssKiB), counted: '' });

export const groupRow = (total: GroupTotal, words: ProcessWords): TotalsRow => sumRow(words.groups[total.group], total);

export const wholeRow = ({ whole }: MapReading, words: ProcessWords): TotalsRow => sumRow(words.whole, whole);

export function kindRow(total: Total, words: ProcessWords): TotalsRow {
  const { what, virtKiB, byCertainty, byCounting } = total;
  const sure = certainties.filter((certainty) => byCertainty[certainty] > 0);
  const [counting, ...others] = (['counted', 'uncounted', 'unclear'] as const).filter((each) => byCounting[each] > 0);
  const isMixed = others.length > 0;
  return {
    ...sumRow(words.memory.what[what].name, { virtKiB, rssKiB: total.rssKiB }),
    sure: sure.length === 1 ? words.memory.certainty[sure[0]!] : sure.map((certainty) => words.certaintyOf(certainty, formatNumber(byCertainty[certainty]))).join(' · '),
    counted: isMixed ? `${formatNumber(byCounting.counted)} KiB` : words.counting[counting!],
    ...(isMixed ? {} : { counting: counting! }),
  };
}

/** Columns a text takes on a terminal: Chinese letters take two. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1), 0);

/** The table of totals as lines of text, columns aligned. */
export function totalsText(reading: MapReading, words: ProcessWords): string {
  const { what, virt, rss, counted } = words.columns;
  const rows = [
    ...reading.groups.flatMap((group) => [groupRow(group, words), ...group.kinds.map((kind) => kindRow(kind, words)).map((row) => ({ ...row, name: `  ${row.name}` }))]),
    wholeRow(reading, words),
  ].map((row) => [row.name, row.virt, row.rss, ...(reading.go.isGo ? [row.counted] : []), row.sure]);
  const all = [[what, virt, rss, ...(reading.go.isGo ? [counted] : []), ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => width(row[column]!))));
  const cell = (text: string, column: number): string => {
    const gap = ' '.repeat(widths[column]! - width(text));
    return column === 0 || column === widths.length - 1 ? text + gap : gap + text;
  };
  return all.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}
