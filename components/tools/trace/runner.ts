import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Run } from '../../../src/engine/allocators/measure.ts';
import { Asking } from '../asking.ts';
import type { Answers, Ask, Reading } from './reading.ts';

/** One trace in a Worker of its own: nothing of it is read or performed on the page. */
export class Runner extends Asking<Ask, Answers, number> {
  constructor() { super(() => new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' })); }

  read(text: string): Promise<Reading> { return this.ask<'read'>({ do: 'read', text }); }

  /** Performs the trace read; undefined when it was stopped. `onProgress` hears of operations done, of twice the trace's. */
  run(machine: MachineName, onProgress: (done: number) => void): Promise<Run | undefined> { return this.ask<'run'>({ do: 'run', machine }, onProgress); }

  /** Stops the run that is going on. */
  stop(): void { this.leaveOff(); }
}
