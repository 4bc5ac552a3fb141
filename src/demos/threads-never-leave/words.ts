import type { ThreadAnswer, ThreadEvent, ThreadOp } from '../../engine/go/threads/thread-machine.ts';
import type { Thread } from '../../engine/go/threads/threads.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'calls' | 'c' | 'two' | 'locked' | 'both';

/** What *Threads never leave* says beside what every demo says. */
export interface ThreadWords extends DemoWords<typeof controls, Presets, ThreadOp, ThreadEvent, ThreadAnswer> {
  readonly lanes: { readonly threads: string; readonly addresses: string; readonly history: string };
  readonly threads: (count: number) => string;
  readonly goroutines: (count: number) => string;
  readonly thread: (thread: Thread) => string;
  readonly stacks: (count: number) => string;
  readonly kept: (count: number) => string;
  readonly arenas: (count: number) => string;
  readonly addresses: (mib: number) => string;
  readonly step: string;
  readonly facts: { readonly goroutines: string; readonly threads: string; readonly inCalls: string; readonly idle: string; readonly stacks: string; readonly arenas: string };
}
