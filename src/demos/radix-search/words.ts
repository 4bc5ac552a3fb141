import type { SearchAnswer, SearchEvent, SearchOp } from '../../engine/go/heap/page-search-picture.ts';
import type { Summary } from '../../engine/go/heap/summary.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'far' | 'straddle' | 'one' | 'pointer' | 'grow';

/** What *Radix search* says beside what every demo says. Amounts come as text. */
export interface RadixWords extends DemoWords<Record<never, never>, Presets, SearchOp, SearchEvent, SearchAnswer> {
  readonly level: (level: number, size: string) => string;
  readonly bits: string;
  /** Beneath a level's name: of its entries those looked at, and the bytes that were passed over. */
  readonly note: (looked: number, of: number, skipped: string | undefined) => string;
  readonly triple: string;
  readonly unseen: string;
  readonly entry: (addr: string, sum: Summary) => string;
  readonly page: (addr: string, state: 'free' | 'taken' | 'given') => string;
  readonly all: string;
  readonly facts: { readonly heap: string; readonly searchAddr: string; readonly wanted: string; readonly given: string; readonly looked: string; readonly passed: string; readonly none: string };
  readonly pages: (count: number) => string;
  readonly entries: (count: number) => string;
}
