import type { Damage } from '../../../src/engine/machine.ts';
import type { GoFingerprint } from '../../../src/engine/memory/rules/go-fingerprint.ts';
import type { Band, Group, TourMapping } from '../../../src/engine/memory/map-tour.ts';
import type { Counters } from '../../../src/engine/memory/mapping.ts';
import type { Rollup } from '../../../src/engine/memory/read-rollup.ts';
import type { Segment } from '../../../src/engine/memory/counters/bar.ts';
import type { Finding } from '../../../src/engine/memory/counters/findings.ts';
import type { PacerInputs } from '../../../src/engine/memory/counters/pacer-inputs.ts';
import type { Between } from '../../../src/engine/memory/counters/rates.ts';
import type { Snapshot } from '../../../src/engine/memory/counters/snapshots.ts';
import type { Checked } from '../../../src/engine/memory/ledger/identities.ts';
import type { Amount, Bounds, Total } from '../../../src/engine/memory/totals.ts';
import type { Counting } from '../../../src/engine/memory/go-counters.ts';
import type { What } from '../../../src/engine/memory/what.ts';
import type { Listed } from '../listed.ts';

/** What the Worker does with a text, in this order. */
export const stages = ['reading', 'explaining', 'summing'] as const;
export type Stage = (typeof stages)[number];

/** One mapping and its place in address order. */
export interface Row { readonly index: number; readonly mapping: TourMapping }

/** Mappings of one band that are too many to be drawn one by one. Sizes in KiB. */
export interface Crowd { readonly band: Band; readonly mappings: number; readonly sizeKiB: number; readonly residentKiB: number }

export interface GroupTotal extends Amount { readonly group: Group; readonly kinds: readonly Total[] }

/** An explained map, small enough to leave the Worker: the mappings stay there. */
export interface MapReading {
  readonly kind: 'map';
  readonly format: 'maps' | 'smaps' | 'pmap';
  /** Command line, as pmap tells it, or path of the executable. */
  readonly program?: string;
  readonly mappings: number;
  readonly whole: Amount;
  /** Sums over all mappings of every counter the text has, in KiB. */
  readonly counters: Counters;
  readonly go: GoFingerprint;
  readonly groups: readonly GroupTotal[];
  /** Page summaries and index: addresses without permissions, in KiB. */
  readonly reservedSummariesKiB: number;
  /** What Go's own counters see of the process. */
  readonly byCounting: Readonly<Record<Counting, Amount>>;
  /** The mappings to draw, band by band, addresses rising. */
  readonly rows: readonly Row[];
  readonly crowds: readonly Crowd[];
}

/** smaps_rollup: sums without mappings. */
export interface RollupReading { readonly kind: 'rollup'; readonly rollup: Rollup }

/** What a service tells of itself, with its map where that was pasted too. */
export interface ServiceReading {
  readonly kind: 'service';
  /** The last readings of Go's counters that an account can be made of, and the one it is made of, each with its index among all. */
  readonly readings: Listed<Pick<Snapshot, 'source' | 'target' | 'line'> & { readonly choice: number }>;
  readonly account: AccountReading;
  readonly betweens: Listed<BetweenReading>;
  /** The first lines that were skipped, and how many there are. */
  readonly skipped: readonly Damage[];
  readonly allSkipped: number;
  readonly map?: MapReading;
  readonly rollup?: Rollup;
}

/** The account by one reading, in bytes. */
export interface AccountReading {
  /** Index of the reading it is made of, among all there are. */
  readonly choice: number | undefined;
  readonly bar: readonly Segment[];
  readonly rss: number | undefined;
  readonly go: { readonly sys: number; readonly released: number; readonly mappedReady: number; readonly untouched: Bounds | undefined } | undefined;
  readonly charge: { readonly usage: number | undefined; readonly workingSet: number | undefined } | undefined;
  readonly limit: number | undefined;
  readonly missing: readonly string[];
  readonly identities: readonly Checked[];
  readonly findings: readonly Finding[];
  /** What the simulation of the pacer can be given of it. */
  readonly pacer: PacerInputs | undefined;
}

/** What grew between two readings, whose first numbers stand in these lines. */
export interface BetweenReading extends Pick<Between, 'grown' | 'seconds' | 'restarted'> {
  readonly target: string;
  readonly lines: readonly [from: number, to: number];
}

/** What a text turned out to be. A further kind of text is a further member, with a view of its own in `Outcome.tsx`. */
export type Reading = MapReading | RollupReading | ServiceReading;

/** Part of the list of mappings: all of them, or those with some memory of a kind. */
export interface Query { readonly from: number; readonly count: number; readonly what?: What }
export interface Page { readonly rows: readonly Row[]; readonly all: number }

/** What the page may ask of the Worker, and what it answers. */
export interface Answers { readonly read: Reading; readonly list: Page; readonly account: AccountReading; readonly json: Blob }
export type Ask = { readonly do: 'read'; readonly text: string } | ({ readonly do: 'list' } & Query) | { readonly do: 'account'; readonly choice: number } | { readonly do: 'json' };
