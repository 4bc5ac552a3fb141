import type { Input } from '../../src/demos/demo.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import type { Tried } from './try-program.worker.ts';

/** Milliseconds a reader's program may run before it counts as a runaway. */
const patience = 3_000;

/** Runs a program to its end off the page; returns why it failed, or undefined when it did not. */
export function tryProgram(id: string, input: Input): Promise<ProgramError | undefined> {
  const worker = new Worker(new URL('./try-program.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ProgramError | undefined>((resolve) => {
    const tooLong = setTimeout(() => resolve(new ProgramError('budget', 'This program does not come to an end.', { line: 1 })), patience);
    const settle = (failed: ProgramError | undefined): void => { clearTimeout(tooLong); resolve(failed); };
    worker.onmessage = ({ data }: MessageEvent<Tried>) => settle(data && new ProgramError(data.code, data.message, data, data.args));
    worker.onerror = ({ message }) => settle(new ProgramError('worker', message, { line: 1 }));
    worker.postMessage({ id, input });
  }).finally(() => worker.terminate());
}
