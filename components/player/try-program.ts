import type { Input } from '../../src/demos/demo.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import type { Told } from './try-program.worker.ts';

/** How a trial ended: well, by the reader's mistake, not in time, by our mistake, or without a Worker to try it. */
export type Verdict = 'fine' | ProgramError | 'endless' | 'broken' | 'unreachable';

/** Milliseconds a program may run, once the Worker holds the engine. */
const patience = 1_000;

/** Runs a program to its end off the page. */
export function tryProgram(id: string, input: Input): Promise<Verdict> {
  const worker = new Worker(new URL('./try-program.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Verdict>((resolve) => {
    worker.onerror = (event) => { event.preventDefault(); resolve('unreachable'); };
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data === 'ready') setTimeout(() => resolve('endless'), patience);
      else resolve(typeof data === 'string' ? data : new ProgramError(data.code, data.message, data, data.args));
    };
    worker.postMessage({ id, input });
  }).finally(() => worker.terminate());
}
