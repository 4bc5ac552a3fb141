import type { LifeAnswer, LifeEvent, LifeObject, LifeOp } from '../../engine/go/lifetimes/lifetimes.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'chain' | 'chainCleanups' | 'ring' | 'ringCleanups' | 'four';

/** What *Lifetimes* says beside what every demo says. */
export interface LifeWords extends DemoWords<Record<never, never>, Presets, LifeOp, LifeEvent, LifeAnswer> {
  /** What hangs on an object, short enough to stand beneath it. */
  readonly carries: (one: LifeObject) => string;
  readonly weak: Readonly<Record<LifeObject['weak'], string>>;
  readonly state: (one: LifeObject, reachable: boolean, kept: boolean) => string;
  readonly verdict: (cycles: number, ran: readonly string[]) => string;
  /** Beneath an object that a finalizer may still use, or has to. */
  readonly kept: string;
  readonly ran: string;
  readonly list: (names: readonly string[]) => string;
}
