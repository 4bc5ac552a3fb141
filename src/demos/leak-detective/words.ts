import type { Fate, LeakAnswer, LeakEvent, LeakOp } from '../../engine/go/goroutine-leaks/leak-search.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'select' | 'timeout' | 'chain' | 'hidden' | 'ring';

/** What *Leak detective* says beside what every demo says. */
export interface LeakWords extends DemoWords<Record<never, never>, Presets, LeakOp, LeakEvent, LeakAnswer> {
  readonly global: string;
  readonly waits: string;
  readonly fate: (fate: Fate, runs: boolean, asked: boolean) => string;
  readonly verdict: (leaked: number, asked: boolean) => string;
  readonly channel: (marked: boolean) => string;
  readonly marked: string;
  readonly list: (names: readonly string[]) => string;
}
