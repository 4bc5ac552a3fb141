import type { SplitAnswer, SplitEvent, SplitOp } from '../../engine/go/stack/hot-split.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'edge' | 'inside' | 'deeper';

/** What *Hot split* says beside what every demo says. */
export interface SplitWords extends DemoWords<Record<never, never>, Presets, SplitOp, SplitEvent, SplitAnswer> {
  readonly contiguous: (size: number) => string;
  readonly copies: (copies: number) => string;
  readonly segment: (index: number, size: number) => string;
  readonly taken: (taken: number) => string;
  readonly frame: (bytes: number) => string;
  readonly call: (bytes: number) => string;
  readonly wayBack: string;
  readonly facts: Readonly<Record<'segments' | 'taken' | 'given' | 'stack' | 'copies' | 'bytes', string>>;
  readonly list: (sizes: readonly number[]) => string;
  readonly number: (value: number) => string;
  readonly bytes: (size: number) => string;
}
