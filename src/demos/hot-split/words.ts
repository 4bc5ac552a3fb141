import type { SplitAnswer, SplitEvent, SplitOp } from '../../engine/go/stack/hot-split.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'edge' | 'inside' | 'deeper';

/** What *Hot split* says beside what every demo says. */
export interface SplitWords extends DemoWords<Record<never, never>, Presets, SplitOp, SplitEvent, SplitAnswer> {
  readonly contiguous: string;
  readonly copies: (copies: number) => string;
  readonly segmented: string;
  /** Above a segment that was taken beside another. */
  readonly more: (size: number) => string;
  readonly guard: string;
  readonly taken: (taken: number) => string;
  readonly frame: (bytes: number) => string;
  readonly call: (bytes: number) => string;
  readonly wayBack: string;
  readonly facts: Readonly<Record<'segments' | 'taken' | 'given' | 'stack' | 'copies' | 'bytes', string>>;
  readonly list: (sizes: readonly number[]) => string;
  readonly number: (value: number) => string;
  readonly bytes: (size: number) => string;
}
