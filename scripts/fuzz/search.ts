import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Asked, Found, Slowest } from './found.ts';

/** Seconds of processor that one text may take before its thread counts as hanging. */
const patience = 120;

/** Seconds of processor that all threads took: a machine that gives them none makes no text hang. */
const taken = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

const never: Slowest = { ms: Infinity, index: 0, task: 'it never ended', length: 0 };

/** Brings so many spoilt texts of a kind to the book, in a thread of their own: what hangs there is named and ended. */
export function search(name: string, seed: number, count: number): Promise<Found> {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const asked: Asked = { name, seed, count, beat };
  const worker = new Worker(new URL('./fuzz.worker.ts', import.meta.url), { workerData: asked });
  return new Promise<Found>((resolve, reject) => {
    let [at, since] = [-1, taken()];
    const watch = setInterval(() => {
      const now = Atomics.load(beat, 0);
      if (now !== at) [at, since] = [now, taken()];
      if (taken() - since < patience * availableParallelism()) return;
      resolve({ name, count: at, seconds: 0, page: { ...never, index: at }, offPage: never, failures: [{ index: at, fault: `text ${at} hangs: it took more than ${patience} seconds of processor`, text: '' }] });
    }, 1000);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => { clearInterval(watch); });
  }).finally(() => worker.terminate());
}
