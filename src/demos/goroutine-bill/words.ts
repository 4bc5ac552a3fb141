import type { BillAnswer, BillEvent, BillOp } from '../../engine/go/stack/goroutine-bill.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'bill' | 'recorded' | 'again' | 'deep';
export type Part = 'stacks' | 'deadStacks' | 'gs' | 'allgs' | 'sudogs' | 'garbage' | 'idle';

/** What *Goroutine bill* says beside what every demo says. */
export interface BillWords extends DemoWords<Record<never, never>, Presets, BillOp, BillEvent, BillAnswer> {
  readonly after: Readonly<Record<BillOp['do'] | 'start', string>>;
  readonly parts: Readonly<Record<Part, string>>;
  readonly total: (bytes: number) => string;
  readonly goroutines: (living: number, dead: number) => string;
  readonly amount: (bytes: number) => string;
  readonly one: string;
  readonly each: (bytes: number) => string;
}
