import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../machine.ts';
import { traceNamed } from '../../oracle/malloc.ts';
import type { HeapOp } from './allocator.ts';
import { demandOf } from './demand.ts';
import { bare } from './free-list/blocks.ts';
import { FreeList } from './free-list/free-list.ts';
import { heapOps } from './fixtures/properties.ts';
import { machineNames, machines } from './machines.ts';
import { marksOf, measure } from './measure.ts';
import { randomTrace } from './random-trace.ts';
import { Watched } from './watched.ts';

const malloc = (id: number, size: number): HeapOp => ({ do: 'malloc', id, size });
const free = (id: number): HeapOp => ({ do: 'free', id });

describe('figures kept as the run goes are those of a look at every object', () => {
  test.each(machineNames)('%s', (name) => {
    const [machine, looked] = [machines[name].make(), machines[name].make()];
    const watched = new Watched(machine);
    for (const [place, op] of randomTrace(11, 'powers', 1500).entries()) {
      watched.apply(op);
      looked.apply(op);
      if (place % 50 === 0) expect(watched.figures()).toEqual(looked.figures());
    }
  });
});

describe('the largest hole is the largest free cell', () => {
  test.each(['segregated', 'buddy', 'slab', 'first-fit'] as const)('%s', (name) => {
    for (const bound of [{}, { heap: 300_000 }]) {
      const machine = machines[name].make(bound);
      for (const op of randomTrace(5, 'powers', 400)) {
        machine.apply(op);
        const free = machine.picture().cells.filter(({ state }) => state === 'free' || state === 'top');
        expect(machine.hole()).toBe(Math.max(0, ...free.map(({ size }) => size)));
      }
    }
  });
});

test('a bump pointer asks the system once for each page it enters, for many at once if a block needs them', () => {
  const machine = machines.bump.make();
  for (const size of [16, 4080, 16, 40_000]) machine.apply(malloc(0, size));
  expect(machine.sums()).toMatchObject({ systemCalls: 3, heap: 45_056 });
});

describe('a run', () => {
  /** No headers, no rounding, the heap as long as it must be: all figures can be told by hand. */
  const bareFit = (heap?: number) => () => new FreeList({ policy: 'first', geometry: bare, growth: 1, ...(heap === undefined ? {} : { heap }) });

  test('is noted at its marks and in its worst moments', () => {
    const program = [malloc(0, 10), malloc(1, 5), malloc(2, 10), free(0), free(2), malloc(3, 12)];
    const run = drain(measure(bareFit(), program, [0, 3, 6]));
    expect(run.moments.map(({ op, live, heap }) => [op, live, heap])).toEqual([[0, 0, 0], [3, 25, 25], [6, 17, 27]]);
    expect(run.peak).toMatchObject({ op: 6, peakHeap: 27, peakLive: 25 });
    expect(run.worstBetween).toMatchObject({ op: 5, heap: 25, live: 5, external: 0.8, largestFree: 10 });
    expect(run.worstInside).toMatchObject({ op: 0, internal: 0 });
    expect(run.last.utilisation).toBeCloseTo(25 / 27, 10);
  });

  test('tells how often the allocator refused', () => {
    expect(drain(measure(bareFit(16), [malloc(0, 10), malloc(1, 10), free(1), malloc(2, 6)], [])).refused).toBe(1);
  });

  test('tells how far it is, twice over the program, and never backwards', () => {
    const told = [...measure(machines.glibc.make, traceNamed('cc1'), [])];
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(5);
    expect(Math.max(...told)).toBeLessThan(2 * traceNamed('cc1').length);
  });

  test('of nothing stands where it began', () => {
    const run = drain(measure(machines.buddy.make, [], [0]));
    expect(run.moments).toHaveLength(1);
    expect(run.last).toMatchObject({ op: 0, live: 0, utilisation: 0 });
  });
});

describe('marks', () => {
  test('are every operation of a short program, and the ends of a long one', () => {
    expect(marksOf(3, 400)).toEqual([0, 1, 2, 3]);
    expect(marksOf(0, 400)).toEqual([0]);
    expect(marksOf(1000, 4, [333])).toEqual([0, 250, 333, 500, 750, 1000]);
  });
});

describe('what a program asks for', () => {
  test('is told with its peak, and with what is odd about it', () => {
    const demand = demandOf([malloc(0, 10), free(7), malloc(0, 30), free(0), free(0), free(-1)]);
    expect([...demand.live]).toEqual([0, 10, 10, 40, 10, 10, 10]);
    expect(demand).toMatchObject({ peakLive: 40, peakAt: 3, nothingHeld: { count: 2, first: 1 }, forgotten: { count: 1, first: 2 } });
  });

  test('is what an allocator with room for all of it has live', () => {
    fc.assert(fc.property(heapOps(5000), (program) => {
      const run = drain(measure(machines['first-fit'].make, program, marksOf(program.length, program.length)));
      const demand = demandOf(program);
      expect(run.moments.map(({ live }) => live)).toEqual([...demand.live]);
      expect(run.last.peakLive).toBe(demand.peakLive);
    }), { numRuns: 50 });
  });
});
