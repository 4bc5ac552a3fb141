import type { BlocksAnswer, LockEvent, ThreadOp } from '../../engine/allocators/tcmalloc/threads.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './controls.ts';

export type Presets = 'eight' | 'one' | 'handed' | 'only' | 'large';

/** What *Lock or cache* says beside what every demo says. */
export interface LockWords extends DemoWords<typeof controls, Presets, ThreadOp, LockEvent, BlocksAnswer> {
  readonly oneLock: string;
  readonly everyCall: string;
  readonly thread: (number: number) => string;
  readonly calls: (calls: number) => string;
  readonly together: string;
  readonly share: (percent: string) => string;
}
