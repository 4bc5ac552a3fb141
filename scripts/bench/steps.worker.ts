/** Counts what our code does while it reads, in a thread of its own: what was compiled before the counting began would not be counted. */
import { Session, type Profiler } from 'node:inspector';
import { parentPort } from 'node:worker_threads';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { pasted } = await import('./pasted.ts');
const { readBy } = await import('./readers.ts');

const ours = /\/(?:src\/engine|components)\//;

/** How often every stretch of our code was run since this was asked last. What is compiled in, such as matching a form, is one step. */
function steps(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
    if (error) throw error;
    for (const { url, functions } of result) if (ours.test(url)) for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  });
  return sum;
}

/** Steps of reading the nth text, at a length. */
function stepsOf(nth: number, length: number): number {
  const { reader, text } = pasted[nth]!;
  const given = text(length);
  steps();
  readBy(reader, given);
  return steps();
}

/** Characters. */
const [short, long] = [100_000, 400_000];
parentPort!.postMessage(pasted.map(({ name }, nth) => ({ name, short: stepsOf(nth, short), long: stepsOf(nth, long) })));
