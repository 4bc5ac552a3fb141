import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeapOp } from '../allocator.ts';
import { heapOps, withoutLeaks } from '../fixtures/properties.ts';
import { mixes, randomTrace, type Mix } from '../random-trace.ts';
import { Central } from './central.ts';
import { classLists, PageHeap } from './page-heap.ts';
import { pageSize, sizeClasses } from './size-classes.ts';
import { Tcmalloc } from './tcmalloc.ts';
import { ThreadCache } from './thread-cache.ts';

function opened(machine: Tcmalloc) {
  const saved = machine.save().state;
  const heap = new PageHeap();
  heap.load(saved.heap);
  const central = new Central(heap);
  central.load(saved.central);
  const cache = new ThreadCache(central);
  cache.load(saved.cache);
  return { heap, central, cache, saved };
}

type Opened = ReturnType<typeof opened>;

const chain = (central: Central, head: number): number[] => {
  const objects = [];
  for (let object = head; object !== 0; object = central.next(object)) objects.push(object);
  return objects;
};

/** Spans tile the heap, both ends lead to them, free neighbours of the same kind are one, and the counts are theirs. */
function spansAreSound({ heap, saved }: Opened): number[] {
  const spans: number[] = [];
  for (let span = 0; span < heap.pages; span += heap.spans.length(span)) {
    expect(heap.spans.length(span)).toBeGreaterThan(0);
    expect(heap.spans.of(span)).toBe(span);
    expect(heap.spans.of(span + heap.spans.length(span) - 1)).toBe(span);
    const place = heap.spans.place(span);
    if (place !== 'used' && spans.length > 0) expect(heap.spans.place(spans.at(-1)!)).not.toBe(place);
    spans.push(span);
  }
  const pages = (place: string) => spans.filter((span) => heap.spans.place(span) === place).reduce((sum, span) => sum + heap.spans.length(span), 0);
  expect([pages('normal'), pages('returned')]).toEqual([saved.heap.free, saved.heap.returned]);
  return spans;
}

/** In each span of a class the objects out and the objects in are all there are; it is listed if it has any in. */
function objectsAreCounted({ heap, central }: Opened, spans: readonly number[]): Map<number, number> {
  const out = new Map<number, number>();
  const listed = new Set(sizeClasses.flatMap((_, index) => {
    const found = [];
    for (let span = heap.spans.first(classLists + index); span !== -1; span = heap.spans.next(span)) found.push(span);
    return found;
  }));
  for (const span of spans) {
    const index = heap.spans.sizeClass(span);
    if (heap.spans.place(span) !== 'used' || index === 0) continue;
    const inside = chain(central, heap.spans.objects(span));
    expect(heap.spans.used(span) + inside.length).toBe(Math.floor((heap.spans.length(span) * pageSize) / sizeClasses[index]!.size));
    expect(heap.spans.used(span)).toBeGreaterThan(0);
    expect(listed.has(span)).toBe(inside.length > 0);
    for (const object of inside) expect(heap.spans.of(Math.floor((object - 1) / pageSize))).toBe(span);
    out.set(index, (out.get(index) ?? 0) + heap.spans.used(span));
  }
  return out;
}

/** What is out of the spans is live, in the thread's cache or in a transfer cache. Three objects were made before main. */
function nothingIsLost({ heap, central, cache, saved }: Opened, machine: Tcmalloc, out: ReadonlyMap<number, number>): void {
  const classAt = (addr: number): number => heap.spans.sizeClass(heap.spans.of(Math.floor(addr / pageSize)));
  const count = new Map<number, number>();
  const add = (index: number, n: number): void => { if (index > 0 && n > 0) count.set(index, (count.get(index) ?? 0) + n); };
  for (const { addr } of machine.objects()) add(classAt(addr), 1);
  for (const [index, { head, length }] of saved.cache.lists.entries()) {
    expect(chain(central, head).length).toBe(length);
    add(index, length);
  }
  for (const [index, { batches, slots }] of saved.central.transfers.entries()) {
    expect(batches.length).toBeLessThanOrEqual(slots);
    add(index, batches.length * sizeClasses[index]!.batch);
  }
  for (const size of [72_704, 16, 8]) add(sizeClasses.findIndex((one) => one.size >= size), 1);
  expect(count).toEqual(new Map(out));
  const cached = [...cache.objects()].reduce((sum, object) => sum + sizeClasses[classAt(object - 1)]!.size, 0);
  expect(saved.cache.size).toBe(cached);
}

function isSound(program: readonly HeapOp[], every: number): void {
  const machine = new Tcmalloc();
  for (const [index, op] of program.entries()) {
    machine.apply(op);
    if (index % every !== 0) continue;
    const state = opened(machine);
    nothingIsLost(state, machine, objectsAreCounted(state, spansAreSound(state)));
  }
}

test('after every call of any program each span counts its objects, each object is in one place, no free spans touch', () => {
  fc.assert(fc.property(heapOps(400_000).map((program) => withoutLeaks(program)), (program) => { isSound(program, 4); }), { numRuns: 12 });
});

test.each(Object.keys(mixes) as Mix[])('so it is on a long way through %s sizes', (mix) => { isSound(randomTrace(3, mix, 2000), 197); });
