import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heapOps } from '../fixtures/properties.ts';
import type { HeapOp } from '../allocator.ts';
import { InsidePtmalloc, type InsidePicture } from './inside.ts';
import type { InsideEvent } from './inside-event.ts';

function tell(machine: InsidePtmalloc, op: HeapOp): InsideEvent[] {
  const events: InsideEvent[] = [];
  const moments = machine.run(op);
  for (let next = moments.next(); !next.done; next = moments.next()) events.push(next.value);
  return events;
}

const malloc = (id: number, size: number): HeapOp => ({ do: 'malloc', id, size });
const free = (id: number): HeapOp => ({ do: 'free', id });

/** Chunks of the heap that wait, and chunks in lists, each by address. */
const waiting = ({ cells }: InsidePicture) => cells.filter(({ state }) => state === 'cached' || state === 'free').map(({ addr, size }) => `${addr} ${size}`).sort();
const listed = ({ lists }: InsidePicture) => lists.flatMap(({ blocks }) => blocks.map(({ addr, size }) => `${addr} ${size}`)).sort();

test('every free or cached chunk is in one list, and nothing else is, at every moment', () => {
  fc.assert(fc.property(heapOps(20_000), (program) => {
    const machine = new InsidePtmalloc();
    for (const op of program.slice(0, 60)) {
      const moments = machine.run(op);
      do expect(listed(machine.picture())).toEqual(waiting(machine.picture())); while (!moments.next().done);
    }
  }), { numRuns: 25 });
});

test('watched and unwatched give the same answers and leave the same picture', () => {
  fc.assert(fc.property(heapOps(400_000), (program) => {
    const [watched, plain] = [new InsidePtmalloc(), new InsidePtmalloc()];
    for (const op of program.slice(0, 60)) {
      const moments = watched.run(op);
      let next = moments.next();
      while (!next.done) next = moments.next();
      expect(next.value).toEqual(plain.apply(op));
    }
    expect(watched.picture()).toEqual(plain.picture());
  }), { numRuns: 25 });
});

// Which function of malloc.c (glibc 2.36) does what: tcache_get, _int_malloc, sysmalloc, _int_free, malloc_consolidate, systrim, munmap_chunk.
test('each event names the function of malloc.c that does it', () => {
  const machine = new InsidePtmalloc();
  const told = (op: HeapOp) => tell(machine, op).map(({ kind, by }) => `${kind} ${by}`);
  expect(told(malloc(0, 40))).toEqual(['grow sysmalloc', 'cut-top sysmalloc', 'cut-top _int_malloc']);
  for (let id = 1; id < 10; id++) machine.apply(malloc(id, 40));
  expect(told(free(0))).toEqual(['tcache-put _int_free']);
  for (let id = 1; id < 7; id++) machine.apply(free(id));
  expect(told(free(7))).toEqual(['fastbin-put _int_free']);
  expect(told(free(8))).toEqual(['fastbin-put _int_free']);
  expect(told(malloc(20, 40))).toEqual(['tcache-take tcache_get']);
  expect(told(malloc(21, 2000))).toEqual([
    'consolidate malloc_consolidate', 'unsorted malloc_consolidate', 'consolidate malloc_consolidate', 'merge malloc_consolidate', 'unsorted malloc_consolidate',
    'look _int_malloc', 'file _int_malloc', 'cut-top _int_malloc',
  ]);
  expect(told(malloc(22, 200_000))).toEqual(['map sysmalloc']);
  expect(told(free(22))).toEqual(['unmap munmap_chunk']);
});

test('top is cut, and grown, before the event is told: the picture shows what the event says', () => {
  const machine = new InsidePtmalloc();
  const moments = machine.run(malloc(0, 24));
  moments.next();
  expect(machine.picture().heap).toBe(135_168);
  moments.next();
  moments.next();
  expect(machine.picture().cells.map(({ addr, state }) => `${addr} ${state}`)).toEqual(['0 meta', '656 live', '688 top']);
});
