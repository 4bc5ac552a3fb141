import { Worker } from 'node:worker_threads';
import type { Asked, Found, Slowest } from './found.ts';

/** Seconds that one text may take before its thread counts as hanging. */
const patience = 120;

const never: Slowest = { ms: Infinity, index: 0, task: 'it never ended', length: 0 };

/** Brings so many spoilt texts of a kind to the book, in a thread of their own: what hangs there is named and ended. */
export function search(name: string, seed: number, count: number): Promise<Found> {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const asked: Asked = { name, seed, count, beat };
  const worker = new Worker(new URL('./fuzz.worker.ts', import.meta.url), { workerData: asked });
  return new Promise<Found>((resolve, reject) => {
    let [at, still] = [-1, 0];
    const watch = setInterval(() => {
      [at, still] = Atomics.load(beat, 0) === at ? [at, still + 1] : [Atomics.load(beat, 0), 0];
      if (still < patience) return;
      resolve({ name, count: at, seconds: 0, page: { ...never, index: at }, offPage: never, failures: [{ index: at, fault: `text ${at} hangs: it took more than ${patience} seconds`, text: '' }] });
    }, 1000);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => { clearInterval(watch); });
  }).finally(() => worker.terminate());
}
