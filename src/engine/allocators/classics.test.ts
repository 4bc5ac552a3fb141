import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { random } from '../random.ts';
import type { Allocator } from './allocator.ts';
import { Buddy } from './buddy.ts';
import { heapOps, keepsItsPromises } from './fixtures/properties.ts';
import { worstHeap } from './fixtures/worst-heap.ts';
import { bare } from './free-list/blocks.ts';
import type { Policy } from './free-list/fit.ts';
import { FreeList } from './free-list/free-list.ts';
import { Region } from './region.ts';
import { leastHeap, robsonBound } from './robson.ts';
import { listOf, roundUp, Segregated } from './segregated.ts';
import { objectsPerSlab, SlabAllocator } from './slab.ts';
import { Stack } from './stack.ts';
import { steadyState } from './steady-state.ts';

const policies = ['first', 'next', 'best', 'worst'] as const;
const ideal = (policy: Policy, heap?: number): FreeList => new FreeList({ policy, geometry: bare, growth: 1, ...(heap === undefined ? {} : { heap }) });

describe('every classic keeps the promises of an allocator, with the heap it likes and with too little', () => {
  const machines: readonly [string, (heap?: { heap: number }) => Allocator][] = [
    ...policies.map((policy): [string, (heap?: { heap: number }) => Allocator] => [`${policy} fit`, (heap) => new FreeList({ policy, ...heap })]),
    ['segregated fit', (heap) => new Segregated(heap)],
    ['buddy', (heap) => new Buddy(heap)],
    ['slab', (heap) => new SlabAllocator(heap)],
    ['region', (heap) => new Region(heap)],
    ['stack', (heap) => new Stack(heap)],
  ];
  test.each(machines)('%s', (name, make) => {
    const alignment = name === 'slab' ? 8 : 16;
    fc.assert(fc.property(heapOps(20_000), fc.constantFrom(undefined, { heap: 65_536 }), (program, heap) => {
      keepsItsPromises(() => make(heap), program, alignment);
    }), { numRuns: 25 });
  });
});

describe('a free list', () => {
  test.each(policies)('%s fit leaves no two free blocks side by side', (policy) => {
    const machine = new FreeList({ policy, heap: 100_000 });
    const chance = random(5);
    for (let i = 0; i < 600; i++) {
      machine.apply(chance.int(2) ? { do: 'malloc', id: chance.int(50), size: chance.int(900) } : { do: 'free', id: chance.int(50) });
      const states = machine.picture().cells.map(({ state }) => state).join();
      expect(states).not.toMatch(/free,free/);
    }
  });

  test('each policy takes the hole its name says', () => {
    const holes = (policy: Policy) => {
      const machine = ideal(policy, 100);
      // Holes of 20, 10 and 30 at 0, 25 and 40; the rest of the heap taken.
      for (const [id, size] of [20, 5, 10, 5, 30, 30].entries()) machine.apply({ do: 'malloc', id, size });
      for (const id of [0, 2, 4]) machine.apply({ do: 'free', id });
      return [9, 9, 9].map((size, i) => machine.apply({ do: 'malloc', id: 10 + i, size }));
    };
    expect(holes('first')).toEqual([0, 9, 25]);
    expect(holes('best')).toEqual([25, 0, 9]);
    expect(holes('worst')).toEqual([40, 49, 0]);
    expect(holes('next')).toEqual([0, 9, 25]);
  });

  test("next fit's rover outlives the block it stood on", () => {
    const machine = ideal('next', 30);
    for (const id of [0, 1, 2]) machine.apply({ do: 'malloc', id, size: 5 });
    machine.apply({ do: 'free', id: 1 });
    machine.apply({ do: 'free', id: 2 });
    expect(machine.apply({ do: 'malloc', id: 3, size: 20 })).toBe(5);
  });
});

describe('the worst heap over all programs with at most 8 live words', () => {
  test.each([
    ['first', [1, 2], 12], ['first', [1, 2, 4], 16], ['first', [1, 2, 3, 4], 16],
    ['best', [1, 2], 13], ['best', [1, 2, 4], 17], ['best', [1, 2, 3, 4], 17],
  ] as const)('%s fit, sizes %j: %i', (policy, sizes, words) => {
    expect(worstHeap(ideal(policy), 8, sizes)).toBe(words);
  }, 60_000);

  test.each([[[1, 2], 12], [[1, 2, 4], 16]] as const)('buddies, the lowest place first, sizes %j: %i', (sizes, words) => {
    expect(worstHeap(new Buddy({ heap: 64, least: 1, choice: 'lowest' }), 8, sizes)).toBe(words);
  }, 60_000);
});

test.each([[4, [1, 2], 5], [6, [1, 2], 8], [8, [1, 2], 11], [4, [1, 2, 4], 5], [6, [1, 2, 4], 9]] as const)(
  'no allocator serves every program with %i live words in blocks of %j with fewer than %i, as Robson says', (live, sizes, words) => {
    expect(leastHeap(live, sizes)).toBe(words);
    expect(robsonBound(live, Math.max(...sizes))).toBe(words);
  }, 60_000);

describe('the fifty-percent rule and its limits: holes for each live block, sizes 1 to 100', () => {
  test.each([['first', 0.44], ['best', 0.32], ['next', 0.5], ['worst', 0.5]] as const)('%s fit: about %f', (policy, holes) => {
    const heap = policy === 'first' || policy === 'best' ? undefined : 60_000;
    expect(Math.abs(steadyState(ideal(policy, heap), (chance) => 1 + chance.int(100)).holes - holes)).toBeLessThan(0.04);
  });

  test.each(['first', 'best'] as const)('%s fit has half as many holes as its blocks leave remainders, as Knuth says', (policy) => {
    const { holes, splits } = steadyState(ideal(policy), (chance) => 1 + chance.int(100));
    expect(Math.abs(holes - splits / 2)).toBeLessThan(0.02);
  });

  test.each([['first', 0.06], ['best', 0.04]] as const)('%s fit, sizes 16, 32 and 64 only: about %f', (policy, holes) => {
    expect(Math.abs(steadyState(ideal(policy), (chance) => 2 ** (4 + chance.int(3))).holes - holes)).toBeLessThan(0.02);
  });

  test.each([['first', 0.86], ['best', 0.89]] as const)('%s fit uses about %f of the heap', (policy, utilisation) => {
    expect(Math.abs(steadyState(ideal(policy), (chance) => 1 + chance.int(100)).utilisation - utilisation)).toBeLessThan(0.03);
  });
});

describe('buddies', () => {
  const blockOf = (size: number): number => {
    const machine = new Buddy({ least: 1 });
    return machine.blockSize(machine.apply({ do: 'malloc', id: 0, size })!);
  };

  test('sizes spread evenly between two powers of two take 4/3 of what was asked', () => {
    const sizes = Array.from({ length: 2048 }, (_, i) => 2049 + i);
    const [asked, taken] = [sizes.reduce((sum, size) => sum + size), sizes.reduce((sum, size) => sum + blockOf(size), 0)];
    expect(taken / asked).toBeCloseTo(4 / 3, 3);
  });

  test('sizes spread evenly in their logarithm take 1/ln 2 of what was asked, on average', () => {
    const sizes = Array.from({ length: 4000 }, (_, i) => Math.round(2 ** (16 + (i + 0.5) / 4000)));
    expect(sizes.reduce((sum, size) => sum + blockOf(size) / size, 0) / sizes.length).toBeCloseTo(1 / Math.LN2, 3);
  });

  test('a block of order k lies at a multiple of 2^k, and freeing everything leaves one block', () => {
    const machine = new Buddy({ heap: 1 << 20 });
    const chance = random(3);
    for (let i = 0; i < 2000; i++) {
      const id = chance.int(60);
      const answer = machine.apply(chance.int(2) ? { do: 'malloc', id: i, size: 1 + chance.int(9000) } : { do: 'free', id: i - id });
      if (answer !== null) expect(answer % machine.blockSize(answer)).toBe(0);
    }
    for (const { id } of machine.objects()) machine.apply({ do: 'free', id });
    expect(machine.apply({ do: 'malloc', id: 0, size: 1 << 20 })).toBe(0);
  });
});

test('a slab holds what /proc/slabinfo of Linux 6.18 says', () => {
  const seen = [[8, 0, 512], [96, 0, 42], [192, 0, 21], [512, 1, 16], [1024, 2, 16], [2048, 3, 16], [4096, 3, 8], [8192, 3, 4]] as const;
  for (const [size, order, objects] of seen) expect(objectsPerSlab(size, order)).toBe(objects);
});

test('every block of a segregated list serves the request that leads to it', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 100_000 }), fc.integer({ min: 2, max: 100_000 }), (need, size) => {
    if (listOf(size) >= listOf(roundUp(need))) expect(size).toBeGreaterThanOrEqual(need);
  }));
});

test('a region reset answers as it did at first', () => {
  const region = new Region();
  const first = [10, 100, 1].map((size, id) => region.apply({ do: 'malloc', id, size }));
  region.reset();
  expect([10, 100, 1].map((size, id) => region.apply({ do: 'malloc', id, size }))).toEqual(first);
});

test('a stack released to a mark stands where it stood', () => {
  const stack = new Stack();
  stack.apply({ do: 'malloc', id: 0, size: 40 });
  const mark = stack.mark();
  const second = stack.apply({ do: 'malloc', id: 1, size: 40 });
  stack.apply({ do: 'malloc', id: 2, size: 40 });
  stack.release(mark);
  expect(stack.apply({ do: 'malloc', id: 3, size: 8 })).toBe(second);
});
