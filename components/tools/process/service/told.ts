import { seen, type Segment } from '../../../../src/engine/memory/counters/bar.ts';
import type { Finding } from '../../../../src/engine/memory/counters/findings.ts';
import { formatNumber } from '../../../../src/i18n/quantity.ts';
import type { Headline } from '../headline.ts';
import { said, saidBetween } from '../headline.ts';
import type { AccountReading } from '../reading.ts';
import type { FindingText, ServiceWords } from './words.ts';

/** Bytes as a reader says them: whole KiB, or MiB. */
export const bytesSaid = (bytes: number): string => said(Math.round(bytes / 1024));

const between = ({ least, most }: { readonly least: number; readonly most: number }): string => saidBetween({ least: Math.round(least / 1024), most: Math.round(most / 1024) });

/** How much a segment is, in as few letters as fit beside its name on a phone. */
export const segmentSaid = ({ bytes, orMore }: Segment): string => (orMore ? `≥\u00a0${between(bytes)}` : between(bytes));

/** What an account is: a title, and a sentence for each level it has. */
export function accountHeadline(account: AccountReading, words: ServiceWords): Headline {
  const { go, charge, limit, missing } = account;
  const paragraphs = [
    [
      ...(go ? [words.go(bytesSaid(go.sys), bytesSaid(go.released), bytesSaid(go.mappedReady)), ...untouched(go, words)] : []),
      ...(missing.length > 0 ? [words.missing(missing)] : []),
    ],
    charge?.usage === undefined ? [] : [words.charge(bytesSaid(charge.usage), limit === undefined ? undefined : bytesSaid(limit)), words.workingSet(bytesSaid(charge.workingSet!))],
    account.bar.length === 0 ? [words.nothing] : [],
  ];
  return { title: title(account, words), paragraphs: paragraphs.filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(words.gap)) };
}

function title({ bar, rss, go, charge }: AccountReading, words: ServiceWords): string {
  const unseen = bar.find(({ piece }) => piece === 'unseen');
  if (rss !== undefined && go) {
    if (unseen) return words[unseen.orMore ? 'titleAtLeast' : 'titleBoth'](bytesSaid(rss), between(unseen.bytes));
    return go.untouched ? words.titleBoth(bytesSaid(rss), bytesSaid(0)) : words.titleApart(bytesSaid(rss), bytesSaid(go.mappedReady));
  }
  if (go) return words.titleGo(bytesSaid(go.mappedReady));
  if (rss !== undefined) return words.titleRss(bytesSaid(rss));
  return charge?.usage === undefined ? words.titleNothing : words.titleCharge(bytesSaid(charge.usage));
}

function untouched({ untouched: bounds }: NonNullable<AccountReading['go']>, words: ServiceWords): readonly string[] {
  if (!bounds) return [];
  if (bounds.most < 0) return [words.cameBack(between({ least: -bounds.most, most: -bounds.least }))];
  return [words.untouched(between({ least: Math.max(0, bounds.least), most: bounds.most }))];
}

/** A finding in words. */
export function findingText({ kind, bytes, args, orMore }: Finding, words: ServiceWords): FindingText {
  const unseen = (amount: number): string => (orMore ? words.atLeast(bytesSaid(amount)) : bytesSaid(amount));
  return words.finding[kind]({
    amount: unseen(bytes),
    bytes: (name) => (name === 'unseen' ? unseen : bytesSaid)(args[name] ?? 0),
    count: (name) => formatNumber(args[name] ?? 0),
    has: (name) => args[name] !== undefined,
  });
}

/** Where a segment lies on the bar, in hundredths of its length. */
export interface Laid extends Segment { readonly from: number; readonly width: number; readonly sureWidth: number; readonly isSeen: boolean }

/** The segments laid end to end on a bar that is as long as `length` bytes. */
export function lay(bar: readonly Segment[], length: number): readonly Laid[] {
  let from = 0;
  return bar.map((segment) => {
    const laid = { ...segment, from, width: (segment.bytes.most / length) * 100, sureWidth: (segment.bytes.least / length) * 100, isSeen: seen.includes(segment.piece) };
    from += laid.width;
    return laid;
  });
}
