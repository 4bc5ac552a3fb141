import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goHeapShared, goHeapSparse } from './concurrent-heap.ts';
import { differ } from './differentials.ts';
import { GoRuntime } from './go-runtime.ts';

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));

test.each([1, 6, 8])('where little lives and GOGC is 10, a collection leaves the next room to sweep, as in the live runtime, seed %i', (seed) => {
  const program = goHeapSparse.program(seed, 3000);
  const real = new GoRuntime(module).ask(program);
  const { equal, total, first } = differ(goHeapSparse, program, real);
  expect({ first, missing: total - equal }).toEqual({ first: undefined, missing: 0 });
  const goals = real.flatMap((answer) => ('heapGoal' in answer && 'heapMarked' in answer ? [answer.heapGoal - answer.heapMarked] : []));
  expect(goals, 'the room is a megabyte, not a tenth of what lives').toContain(2 ** 20);
});

test.each([1, 2, 3])('of two objects in a span the live runtime, too, knows that they live if larger ones hold them, seed %i', (seed) => {
  const program = goHeapShared.program(seed, 0);
  const { equal, total, first } = differ(goHeapShared, program, new GoRuntime(module).ask(program));
  expect({ first, missing: total - equal }).toEqual({ first: undefined, missing: 0 });
});
