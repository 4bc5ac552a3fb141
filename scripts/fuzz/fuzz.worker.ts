import '../tsx.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { random } from '../../src/engine/random.ts';
import type { Kind } from './bench.ts';
import type { Asked, Failure, Found, Slowest } from './found.ts';
import type { Trial } from './trial.ts';

const { name, seed, count, beat } = workerData as Asked;
const { kindOf } = await import('./kinds.ts');
const { spoil } = await import('./damages.ts');
const { shrunken } = await import('./shrink.ts');
const { tryText } = await import('./trial.ts');

/** Milliseconds of processor that no task of the page may take, and how many failures of one kind are told. */
const [limit, mostTold] = [100, 20];

/** The same fault at another place is one fault. */
const signOf = (fault: string): string => fault.replace(/“[^”]*”|\d+/g, '#').slice(0, 120);

function failure(kind: Kind, index: number, text: string, fault: string): Failure {
  const sign = signOf(fault);
  const tries = text.length > 200_000 ? 30 : 400;
  return { index, fault, text: shrunken(text, (part) => tryText(kind, part).faults.some((each) => signOf(each) === sign), tries) };
}

/** A text that was slow once is tried three times more: the machine may have had something else to do. */
function again(kind: Kind, text: string, first: Trial): Trial {
  if (first.dearest.ms <= limit) return first;
  return [1, 2, 3].map(() => tryText(kind, text)).sort((a, b) => a.dearest.ms - b.dearest.ms)[1]!;
}

const worse = (slowest: Slowest, ms: number, index: number, task: string, length: number): Slowest => (ms > slowest.ms ? { ms, index, task, length } : slowest);

async function search(kind: Kind): Promise<Found> {
  const seen = new Set<string>();
  const failures: Failure[] = [];
  const fail = (index: number, text: string, fault: string): void => {
    if (seen.has(signOf(fault)) || failures.length === mostTold) return;
    seen.add(signOf(fault));
    failures.push(fault.startsWith('slow') ? { index, fault, text: text.slice(0, 1_000) } : failure(kind, index, text, fault));
  };
  let [page, offPage]: [Slowest, Slowest] = [{ ms: 0, index: 0, task: '', length: 0 }, { ms: 0, index: 0, task: 'in the Worker', length: 0 }];
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    Atomics.store(beat, 0, index);
    const text = spoil(kind.samples(), kind.tokens, kind.longest, random(seed + index * 7919));
    const trial = again(kind, text, tryText(kind, text));
    for (const fault of trial.faults) fail(index, text, fault);
    if (trial.dearest.ms > limit) fail(index, text, `slow: ${trial.dearest.name} took ${trial.dearest.ms.toFixed(0)} ms`);
    page = worse(page, trial.dearest.ms, index, trial.dearest.name, text.length);
    offPage = worse(offPage, trial.offPage, index, 'in the Worker', text.length);
    // Lets what the views have put off be done, and forgotten.
    if (index % 100 === 0) await new Promise((resolve) => { setTimeout(resolve); });
  }
  return { name, count, seconds: (performance.now() - began) / 1000, page, offPage, failures };
}

parentPort!.postMessage(await search(kindOf(name)));
process.exit(0);
