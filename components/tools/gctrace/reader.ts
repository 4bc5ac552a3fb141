import type { Settings } from '../../../src/engine/go/gctrace/goal.ts';
import { Asking } from '../asking.ts';
import type { Answers, Ask, Reading } from './reading.ts';

/** Reads one log in a Worker of its own. */
export class Reader extends Asking<Ask, Answers> {
  constructor() { super(() => new Worker(new URL('./gctrace.worker.ts', import.meta.url), { type: 'module' })); }

  /** The log is damaged when it is too long; its lines are read as far as they can be. */
  read(text: string, settings: Settings): Promise<Reading> { return this.ask<'read'>({ do: 'read', text, settings }); }
}
