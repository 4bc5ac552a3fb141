import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

interface Counted { readonly name: string; readonly short: number; readonly long: number }

const counted = await new Promise<readonly Counted[]>((resolve, reject) => {
  const worker = new Worker(new URL('./steps.worker.ts', import.meta.url));
  worker.once('message', resolve);
  worker.once('error', reject);
});

// With the square of its length it would take sixteen times the steps, and so it was found before: 8 to 14 times.
test.each(counted)('$name: a text four times as long takes some four times the steps', ({ short, long }) => {
  expect(short).toBeGreaterThan(1_000);
  expect(long / short).toBeLessThan(6);
});
