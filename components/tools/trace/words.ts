import type { TraceDamage } from '../../../src/engine/allocators/trace-text.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import type { DeskWords } from '../at-desk.ts';
import type { MomentColumn, RunColumn } from './compared.ts';
import type { Quantity } from './quantity.ts';
import type { SceneWords } from './scene.ts';

type Args = Readonly<Record<string, string | number>>;

/** What the chart and its table say, also before the tool is used. */
export interface ComparedWords extends SceneWords {
  readonly allocator: string;
  readonly columns: { readonly [Name in RunColumn]: string };
  /** What a column counts, longer. */
  readonly means: { readonly [Name in RunColumn]: string };
  readonly table: string;
}

/** All that the tool says once it is used. What the page says without it stands in `page/`. */
export interface TraceWords extends DeskWords, ComparedWords {
  readonly damage: { readonly [Code in TraceDamage]: (args: Args) => string };
  readonly runBefore: (operations: string, line: string) => string;
  readonly reading: string;

  readonly title: (operations: string) => string;
  readonly live: (peak: string, at: string) => string;
  readonly least: (best: string, least: string, worst: string, most: string) => string;
  readonly oddities: { readonly nothingHeld: (count: string, line: string) => string; readonly forgotten: (count: string, line: string) => string };
  readonly mtrace: string;
  readonly choose: string;

  readonly running: (machine: string, done: string, all: string) => string;
  readonly looking: (machine: string) => string;
  readonly stop: (machine: string) => string;
  readonly stopped: (machine: string) => string;
  readonly broke: (machine: string) => string;
  readonly refusedSome: (machine: string, count: string) => string;

  /** What the lines may show, and the heading of the chart then. */
  readonly quantities: { readonly [Name in Quantity]: string };
  readonly show: string;
  readonly overTime: (quantity: string) => string;
  readonly scrubber: string;
  readonly atOperation: (operation: string, all: string) => string;
  readonly askedIs: (size: string) => string;
  /** Two parts of one sentence, and several. */
  readonly said: (moment: string, asked: string) => string;
  readonly all: (parts: readonly string[]) => string;
  /** One allocator's values at the cursor, for the ear. */
  readonly heapIs: (machine: string, size: string) => string;
  readonly momentColumns: { readonly [Name in MomentColumn]: string };
  readonly csv: string;
  readonly svg: string;
}

export const loadTraceWords: Record<Locale, () => Promise<{ readonly default: TraceWords }>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};
