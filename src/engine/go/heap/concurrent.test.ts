import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHeap, HeapMachine, type HeapOp } from './heap-machine.ts';
import { RunQueue } from './run-queue.ts';
import { SpanQueue } from './span-queue.ts';

const slot = fc.nat(30);
const anyOp: fc.Arbitrary<HeapOp> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('allocate' as const), slot, size: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 400_000 })), pointers: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), slot }) },
  { weight: 2, arbitrary: fc.constantFrom<HeapOp>({ do: 'marked' }, { do: 'yield' }) },
  { weight: 1, arbitrary: fc.constantFrom<HeapOp>({ do: 'setGCPercent', percent: -1 }, { do: 'setGCPercent', percent: 20 }, { do: 'setMemoryLimit', bytes: 2 ** 23 }, { do: 'setMemoryLimit', bytes: Infinity }, { do: 'elsewhere', bytes: 2 ** 20 }, { do: 'collect' }) },
);
const programs = fc.array(anyOp, { minLength: 100, maxLength: 200, size: 'max' });

const concurrent = (): HeapMachine => {
  const machine = new HeapMachine({ concurrent: true }, 0, emptyHeap(2 ** 26));
  machine.apply({ do: 'setGCPercent', percent: 20 });
  return machine;
};

test('a heap saved while it is marked or swept goes on as if nothing had happened, and no object held shares a byte', () => {
  let collecting = 0;
  fc.assert(fc.property(programs, (program) => {
    const [machine, resumed] = [concurrent(), concurrent()];
    for (const op of program) {
      resumed.load(structuredClone(resumed.save()));
      expect(resumed.apply(op)).toBe(machine.apply(op));
      if (machine.heap.marking || !machine.heap.sweeper.done) collecting++;
    }
    const held = machine.picture().held.map(([, { addr, size }]) => [addr, addr + size] as const).sort(([a], [b]) => a - b);
    for (const [i, [from]] of held.entries()) expect(from).toBeGreaterThanOrEqual(held[i - 1]?.[1] ?? 0);
  }), { numRuns: 4, seed: 3 });
  expect(collecting).toBeGreaterThan(50);
});

test('what is allocated while a collection marks outlives it, dropped or not; what was dropped before dies', () => {
  const machine = concurrent();
  const make = (at: number): number => machine.apply({ do: 'allocate', slot: at, size: 300_000, pointers: false })!;
  const early = make(0);
  machine.apply({ do: 'drop', slot: 0 });
  while (!machine.heap.marking) make(1);
  const late = make(2);
  for (const op of [{ do: 'drop', slot: 2 }, { do: 'marked' }, { do: 'collect' }] as const) {
    if (op.do === 'collect') expect([machine.heap.ownerOf(early / 8192)?.isMarked(0), machine.heap.ownerOf(late / 8192)?.isMarked(0)]).toEqual([false, true]);
    machine.apply(op);
  }
  expect(machine.heap.ownerOf(late / 8192)).toBeUndefined();
});

test('who turns the pacer off waits for the collection that is marking, and the sweeper has its turn first, unless it was late already', () => {
  const machine = concurrent();
  while (!machine.heap.marking) machine.apply({ do: 'allocate', slot: 0, size: 300_000, pointers: false });
  machine.apply({ do: 'setGCPercent', percent: -1 });
  expect(machine.heap.marking).toBe(false);
  expect(machine.heap.sweepgen).toBe(2);
  const turns = (global: readonly 'sweeper'[]): number => {
    const queue = new RunQueue({ schedtick: 1, local: [], global });
    queue.ready();
    let count = 0;
    queue.wake(() => { count++; return true; });
    return count;
  };
  expect([turns([]), turns(['sweeper'])]).toEqual([1, 0]);
});

test('the sweeper has a turn each time the program gives way, none where that is the 61st, two where the 61st is its own', () => {
  const turns = (schedtick: number, yields: number, global: readonly 'sweeper'[] = []): number[] => {
    const queue = new RunQueue({ schedtick, local: [], global });
    queue.ready();
    return Array.from({ length: yields }, () => {
      let count = 0;
      queue.giveWay(() => { count++; return true; });
      return count;
    });
  };
  expect(turns(1, 4)).toEqual([1, 1, 1, 1]);
  expect(turns(61, 3)).toEqual([0, 1, 1]);
  expect(turns(60, 2, ['sweeper'])).toEqual([2, 1]);
});

test('a goroutine that the program waits for comes behind who waited before it, and the program behind who came meanwhile', () => {
  const order = (schedtick: number, local: readonly 'sweeper'[], global: readonly 'sweeper'[]): string[] => {
    const queue = new RunQueue({ schedtick, local, global });
    const seen: string[] = [];
    queue.start();
    queue.wait(() => { seen.push('goroutine'); }, () => { seen.push('sweeper'); return true; });
    expect(queue.save().global).toEqual(seen.includes('sweeper') ? ['sweeper'] : global);
    return seen;
  };
  expect(order(1, [], [])).toEqual(['goroutine']);
  expect(order(1, ['sweeper'], [])).toEqual(['sweeper', 'goroutine']);
  expect(order(1, [], ['sweeper'])).toEqual(['goroutine']);
  expect(order(61, [], ['sweeper']), 'one of 61 turns is the global queue’s').toEqual(['sweeper', 'goroutine']);
});

test('spans are scanned first in, first out, but those offered to other Ps last', () => {
  const queue = new SpanQueue<number>();
  for (let i = 0; i < 70; i++) queue.put(i);
  const order = Array.from({ length: 70 }, () => queue.get());
  expect(order.slice(0, 54)).toEqual(Array.from({ length: 54 }, (_, i) => 16 + i));
  expect(order.slice(54)).toEqual(Array.from({ length: 16 }, (_, i) => i));
});
