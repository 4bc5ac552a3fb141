import type { Input } from '../../src/demos/demo.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import type { Learnt } from '../../src/engine/timeline.ts';
import { many, patience, type Progress } from './attempt.ts';
import type { Told } from './try-program.worker.ts';

/** How a trial ended: well, and what was learnt of a long program; by the reader's mistake, or wish; not in time, by our mistake, without a Worker to try it, or it was killed. */
export type Verdict = 'fine' | { readonly learnt: Learnt } | ProgramError | 'stopped' | 'endless' | 'broken' | 'unreachable' | 'gone';

/** Milliseconds after a word of progress in which there is another, or the Worker is gone: a browser that wants its memory back kills it in silence. */
const silence = 30_000;

/** Whoever watches a trial: is told how far it is, and may stop it. */
export interface Watch { readonly onProgress: (progress: Progress) => void; readonly stop: AbortSignal }

/** Runs a program to its end off the page. */
export function tryProgram(id: string, input: Input, watch?: Watch): Promise<Verdict> {
  const worker = new Worker(new URL('./try-program.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Verdict>((resolve) => {
    let done = 0;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let patient: ReturnType<typeof setTimeout> | undefined;
    const bePatient = (): void => {
      clearTimeout(patient);
      patient = setTimeout(() => { if (done < many) resolve('endless'); }, patience);
    };
    worker.onerror = (event) => { event.preventDefault(); resolve('unreachable'); };
    watch?.stop.addEventListener('abort', () => resolve('stopped'));
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data === 'ready' || data === 'read') bePatient();
      else if (typeof data === 'string' || 'learnt' in data) resolve(data);
      else if ('done' in data) {
        clearTimeout(waiting);
        waiting = setTimeout(() => resolve('gone'), silence);
        watch?.onProgress({ ...data, done: done = data.done });
      }
      else resolve(new ProgramError(data.code, data.message, data, data.args));
    };
    worker.postMessage({ id, input });
  }).finally(() => worker.terminate());
}
