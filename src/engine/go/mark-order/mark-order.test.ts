import fc from 'fast-check';
import { expect, test } from 'vitest';
import recording from '../../../../oracle/recordings/green-tea.json' with { type: 'json' };
import { MarkOrder } from './mark-order.ts';
import { heapOf, shapes, type ObjectHeap, type Shape } from './object-heap.ts';

const visits = (heap: ObjectHeap, by: 'flood' | 'tea'): number => new MarkOrder(heap).apply({ do: 'mark', by }).visits;
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
      const machine = new MarkOrder(heap);
      const scanned = [...machine.run({ do: 'mark', by })].flatMap((event) => event.scanned);
      expect(new Set(scanned).size).toBe(scanned.length);
      expect(scanned.length).toBe(heap.points.length);
    }
  }), { numRuns: 60 });
});
