import fc from 'fast-check';
import { expect, test } from 'vitest';
import recording from '../../../../oracle/recordings/green-tea.json' with { type: 'json' };
import { LineCache } from './line-cache.ts';
import { MarkOrder } from './mark-order.ts';
import { Marking } from './marking.ts';
import { heapOf, shapes, type ObjectHeap, type Shape } from './object-heap.ts';

const visits = (heap: ObjectHeap, by: 'flood' | 'tea'): number => new MarkOrder(heap, 16).apply({ do: 'mark', by }).visits;
const pages = 8;

test('a shuffled slice: every page once, where the flood goes to a page for nearly every object', () => {
  const heap = heapOf('shuffled', pages, 1);
  expect(visits(heap, 'tea')).toBe(pages);
  // Two neighbours in a shuffled order lie in the same page once in eight times.
  expect(visits(heap, 'flood')).toBeGreaterThan(0.75 * heap.points.length);
});

test('a list: one object a visit, the worst there is; the flood walks through it page by page', () => {
  const heap = heapOf('list', pages, 1);
  expect(visits(heap, 'tea')).toBe(heap.points.length);
  expect(visits(heap, 'flood')).toBe(pages);
});

/** Objects of 64 bytes with pointers in a page of 8 KiB beside 128 bytes of marks and 128 of pointer bits. */
const of64 = (8192 - 256) / 64;
const objects = 2 ** 21;
const recorded = (heap: string) => {
  const { single, spans } = recording.rows.find((row) => row.collector === 'green tea' && row.heap === heap)!;
  return single + spans;
};

test('the real collector had as many visits: a page each for slices, an object each for a list', () => {
  expect(of64).toBe(124);
  const full = Math.ceil(objects / of64);
  for (const slice of ['slice', 'shuffled']) {
    expect(recorded(slice)).toBeGreaterThanOrEqual(full);
    // Pointers come in pieces of 128 KiB; a page that waits between two of them is gone to twice.
    expect(recorded(slice)).toBeLessThan(full * 1.05);
  }
  expect(recorded('list')).toBeGreaterThan(objects);
  const ours = heapOf('list', 100, 1, of64);
  expect(visits(ours, 'tea')).toBe(ours.points.length);
});

test('whatever the heap, both mark what can be reached, each object in one visit', () => {
  fc.assert(fc.property(fc.constantFrom<Shape>(...shapes), fc.integer({ min: 1, max: 12 }), fc.integer(), (shape, many, seed) => {
    const heap = heapOf(shape, many, seed);
    for (const by of ['flood', 'tea'] as const) {
      const machine = new MarkOrder(heap, 16);
      const scanned = [...machine.run({ do: 'mark', by })].flatMap((event) => event.scanned);
      expect(new Set(scanned).size).toBe(scanned.length);
      expect(scanned.length).toBe(heap.points.length);
    }
  }), { numRuns: 60 });
});

test('a cache of two lines lets go of the one that was not used for longest', () => {
  const cache = new LineCache(2);
  for (const line of ['a', 'b', 'a', 'c', 'a', 'b']) cache.touch('object', line);
  expect(cache.fetched).toEqual({ object: 4, record: 0 });
});

test('a list of six pages: each object’s line once, and of each page what the sources name', () => {
  const fetched = (by: 'flood' | 'tea') => new MarkOrder(heapOf('list', 6, 1), 16).apply({ do: 'mark', by }).fetched;
  // Of each page two lines of pointer bits and two of its span; besides the root, the arena’s spans and pageMarks, the marks, the stack of one.
  expect(fetched('flood')).toEqual({ object: 90, record: 6 * 4 + 5 });
  // Of each page two lines of pointer bits and two of marks and scans; besides the root, the arena’s bits, 90 places of the queue.
  expect(fetched('tea')).toEqual({ object: 90, record: 6 * 4 + 2 + Math.ceil(90 / 8) });
});

/** Lines fetched for each object of 64 bytes, with a cache of a hundredth of their lines. */
function linesEach(heap: ObjectHeap, by: 'flood' | 'tea'): number {
  const cache = new LineCache(Math.round(heap.points.length / 100));
  const marking = new Marking(heap, by, cache);
  while (marking.next());
  return (cache.fetched.object + cache.fetched.record) / heap.points.length;
}

const inOrder = (count: number): ObjectHeap => ({ perPage: of64, roots: Array.from({ length: count }, (_, i) => i), points: Array.from({ length: count }, () => []) });
const ns = (collector: string, heap: string): number => recording.rows.find((row) => row.collector === collector && row.heap === heap)!.ns;

// Fewer lines, less time; where the lines are about the same, they say nothing of vectors and of the way through the queue.
test('lines and recorded times point the same way where lines differ much: shuffled two to three times as many for the flood', () => {
  const heap = heapOf('shuffled', 80, 1, of64);
  for (const times of [linesEach(heap, 'flood') / linesEach(heap, 'tea'), ns('graph flood', 'shuffled') / ns('green tea', 'shuffled')]) {
    expect(times).toBeGreaterThan(2);
    expect(times).toBeLessThan(3);
  }
});

test('for a tree and a list Green Tea fetches no fewer lines, and took longer', () => {
  for (const shape of ['tree', 'list'] as const) {
    const heap = heapOf(shape, 80, 1, of64);
    expect(linesEach(heap, 'tea')).toBeGreaterThan(linesEach(heap, 'flood'));
    expect(ns('green tea', shape)).toBeGreaterThan(ns('graph flood', shape));
  }
});

test('a slice in order has hardly more lines than objects in both: there Green Tea’s gain is not in memory', () => {
  const heap = inOrder(80 * of64);
  for (const by of ['flood', 'tea'] as const) expect(linesEach(heap, by)).toBeLessThan(1.6);
  expect(Math.abs(linesEach(heap, 'flood') - linesEach(heap, 'tea'))).toBeLessThan(0.3);
  expect(ns('green tea', 'slice')).toBeLessThan(ns('graph flood', 'slice'));
});
