import type { TapeAnswer, TapeEvent, TapeOp } from '../../engine/go/stack/stack-tape.ts';
import type { DemoWords } from '../demo.ts';
import type { StackWords } from '../stack-columns.ts';

export type Presets = 'move' | 'deep' | 'clock' | 'steps' | 'jump';

/** What *Stack tape* says beside what every demo says. */
export interface TapeWords extends DemoWords<Record<never, never>, Presets, TapeOp, TapeEvent, TapeAnswer> { readonly stack: StackWords }
