import type { FindAnswer, FindEvent, FindOp } from '../../engine/go/heap/address-resolver.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'middle' | 'header' | 'tail' | 'nowhere';

/** What *Address resolver* says beside what every demo says. */
export interface ResolverWords extends DemoWords<Record<never, never>, Presets, FindOp, FindEvent, FindAnswer> {
  readonly levels: readonly [arena: string, span: string, slot: string, byte: string];
  readonly arena: (index: string) => string;
  readonly span: (base: string, size: number, count: number) => string;
  readonly bytes: (into: number) => string;
  readonly none: string;
  readonly tail: string;
  readonly address: string;
}
