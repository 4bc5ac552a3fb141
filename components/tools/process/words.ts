import type { Group } from '../../../src/engine/memory/map-tour.ts';
import type { DamageCode } from '../../../src/engine/memory/damage.ts';
import type { Counting } from '../../../src/engine/memory/go-counters.ts';
import type { Counter } from '../../../src/engine/memory/mapping.ts';
import type { Certainty } from '../../../src/engine/memory/what.ts';
import type { MemoryWords } from '../../../src/demos/two-maps/words.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import type { DeskWords } from '../at-desk.ts';
import type { Stage } from './reading.ts';
import type { ServiceWords } from './service/words.ts';

/** Minor Go releases from one to another, 21 for 1.21; absent where every release we know fits. */
export interface Releases { readonly from?: number; readonly to?: number }

type Args = Readonly<Record<string, string | number>>;

/** All that the tool says once it is used. What the page says without it stands in `symptoms.ts`. */
export interface ProcessWords extends DeskWords {
  readonly memory: MemoryWords;
  readonly damage: { readonly [Code in DamageCode]: (args: Args) => string };

  readonly stages: { readonly [Name in Stage]: string };
  /** Of an answer that is waited for: that it is, what leaves it off, and that it was left off. */
  readonly waiting: string;
  readonly stop: string;
  readonly left: string;

  readonly paragraph: (sentences: readonly string[]) => string;
  readonly isGo: (releases: string, likely: string | undefined) => string;
  readonly noGo: string;
  readonly releases: (range: Releases) => string;
  readonly heapAt: (base: string) => string;
  readonly virt: (virt: string, mappings: string) => string;
  readonly summaries: (reserved: string) => string;
  readonly rss: (rss: string, owners: string) => string;
  readonly noRss: string;
  readonly counted: (virt: string) => string;
  readonly countedRss: (counted: string, uncounted: string) => string;
  readonly unclear: (virt: string) => string;
  readonly notable: { readonly [Name in 'lazyFreeKiB' | 'anonHugePagesKiB' | 'swapKiB']: (amount: string) => string };
  /** Two and more things, and between two amounts. */
  readonly and: (things: readonly string[]) => string;
  readonly owner: (name: string, amount: string) => string;

  readonly totals: string;
  readonly columns: { readonly what: string; readonly virt: string; readonly rss: string; readonly counted: string };
  readonly groups: { readonly [Name in Group]: string };
  readonly counting: { readonly [Name in Counting]: string };
  readonly certaintyOf: (certainty: Certainty, size: string) => string;
  readonly whole: string;
  readonly bounds: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyBlocked: string;
  readonly download: string;

  readonly map: string;
  readonly mapKeys: string;
  readonly chooseOne: string;
  readonly crowd: (mappings: string) => string;
  readonly resident: (size: string, resident: string | undefined) => string;
  /** What a kind is and how sure it is, each as the start of a line. */
  readonly is: (what: string) => string;
  readonly sure: (certainty: string) => string;
  /** Whether Go's counters see a part, as a sentence after what it is. */
  readonly countedBy: { readonly [Name in Counting]: string };
  readonly times: (count: number, size: string) => string;
  readonly residentOnly: (resident: string) => string;
  readonly previous: string;
  readonly next: string;

  readonly list: (all: string) => string;
  readonly kind: string;
  readonly everyKind: string;
  readonly range: (from: string, to: string, all: string) => string;
  readonly earlier: string;
  readonly later: string;

  readonly service: ServiceWords;

  readonly rollup: string;
  readonly rollupLimits: string;
  readonly counters: { readonly [Name in Counter]: string };
}

export const loadProcessWords: Record<Locale, () => Promise<{ readonly default: ProcessWords }>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};
