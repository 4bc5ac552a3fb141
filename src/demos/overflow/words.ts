import type { TapeAnswer, TapeEvent, TapeOp } from '../../engine/go/stack/stack-tape.ts';
import type { DemoWords } from '../demo.ts';
import type { StackWords } from '../stack-columns.ts';
import type { controls } from './demo.ts';

export type Presets = 'forever' | 'lower' | 'deep';

/** What *Overflow* says beside what every demo says. */
export interface OverflowWords extends DemoWords<typeof controls, Presets, TapeOp, TapeEvent, TapeAnswer> {
  readonly stack: StackWords;
  readonly limit: (bytes: number) => string;
  readonly limitFact: string;
  readonly refused: (size: number) => string;
}
