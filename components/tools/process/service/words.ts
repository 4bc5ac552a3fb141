import type { Piece } from '../../../../src/engine/memory/counters/bar.ts';
import type { FindingKind } from '../../../../src/engine/memory/counters/findings.ts';
import type { Counter } from '../../../../src/engine/memory/counters/names.ts';
import type { Source } from '../../../../src/engine/memory/counters/snapshots.ts';

/** What is worth an action: what it is, what it means, what to try. */
export interface FindingText { readonly title: string; readonly means: string; readonly tries: readonly string[] }

/** The numbers of a finding, told: how much it is about, and its arguments. */
export interface FindingTold {
  readonly amount: string;
  /** An argument as memory, as a number, and whether it is there. */
  readonly bytes: (name: string) => string;
  readonly count: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** What the pacer cockpit is told of a service. */
export type CockpitName = 'Live' | 'HeapAlloc' | 'beside' | 'outside' | 'container' | 'rate' | 'procs' | 'gogc' | 'limit' | 'busy' | 'pointers' | 'marks';

export interface ToCockpitWords {
  readonly title: string;
  readonly link: string;
  /** An amount and what it is; of what is only known to be at least so much, `words.atLeast`. */
  readonly names: { readonly [Name in CockpitName]: (amount: string) => string };
  /** What the text tells, and what the figure can take instead. */
  readonly instead: (told: string, taken: string) => string;
  readonly off: string;
  readonly takes: (told: readonly string[]) => string;
  readonly leaves: (untold: readonly string[]) => string;
  readonly noContainer: string;
  /** Which numbers the link carries to the server. */
  readonly carries: string;
}

/** All that the tool says of counters. */
export interface ServiceWords {
  /** Between two sentences. */
  readonly gap: string;
  readonly titleBoth: (rss: string, unseen: string) => string;
  /** Where RSS is told and not which pages it is made of. */
  readonly titleAtLeast: (rss: string, unseen: string) => string;
  /** The same where RSS is less than what Go counts: how much no counter sees cannot be said. */
  readonly titleApart: (rss: string, counted: string) => string;
  readonly titleGo: (counted: string) => string;
  readonly titleCharge: (charged: string) => string;
  readonly titleRss: (rss: string) => string;
  readonly titleNothing: string;
  readonly nothing: string;
  readonly go: (sys: string, released: string, counted: string) => string;
  readonly untouched: (amount: string) => string;
  /** More is resident than Go holds: what was released came back. */
  readonly cameBack: (amount: string) => string;
  readonly charge: (usage: string, limit: string | undefined) => string;
  readonly workingSet: (amount: string) => string;
  readonly missing: (fields: readonly string[]) => string;
  readonly moments: string;

  readonly bar: string;
  readonly pieces: { readonly [Name in Piece]: readonly [name: string, formula: string] };
  readonly share: (percent: string) => string;
  readonly atLeast: (amount: string) => string;
  readonly limit: (amount: string) => string;

  readonly reading: string;
  readonly sources: { readonly [Name in Source]: string };
  readonly atLine: (source: string, target: string, line: string) => string;

  readonly identities: (all: string) => string;
  readonly broken: string;
  readonly equation: (whole: string, parts: readonly string[], relation: 'equal' | 'at least', left: string, right: string) => string;

  readonly findings: string;
  readonly noFindings: string;
  readonly tryThis: string;
  readonly finding: { readonly [Kind in FindingKind]: (told: FindingTold) => FindingText };

  readonly between: string;
  readonly betweenLines: (target: string, from: string, to: string) => string;
  readonly seconds: string;
  readonly noSeconds: string;
  readonly restarted: string;
  readonly grown: { readonly [Name in Counter]: string };
  readonly columns: { readonly what: string; readonly grown: string; readonly perSecond: string };
  readonly perCollection: (amount: string) => string;

  readonly cockpit: ToCockpitWords;

  readonly listed: (shown: string, all: string) => string;
  readonly skipped: (lines: string) => string;
  readonly more: (lines: string) => string;
}
