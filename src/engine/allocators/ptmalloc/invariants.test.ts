import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeapOp } from '../allocator.ts';
import { heapOps } from '../fixtures/properties.ts';
import { mixes, randomTrace, type Mix } from '../random-trace.ts';
import { Arena, defaults, type Tunables } from './arena.ts';
import { binAt, binIndex, unsorted } from './bins.ts';
import { heapStart, largeSize } from './chunk.ts';
import { Ptmalloc } from './ptmalloc.ts';
import { topSize } from './top.ts';

interface Heap { readonly arena: Arena; readonly chunks: readonly number[]; readonly binned: ReadonlyMap<number, number> }

/** The arena of a machine, its chunks by a walk from the bottom, and the bin of each free one. */
function opened(machine: Ptmalloc, tunables: Tunables): Heap {
  const arena = new Arena(tunables);
  arena.load(machine.save().state);
  const chunks = [];
  for (let chunk = heapStart; chunk < arena.top; chunk += arena.chunks.size(chunk)) {
    expect(arena.chunks.size(chunk)).toBeGreaterThanOrEqual(32);
    expect(arena.chunks.size(chunk) % 16).toBe(0);
    chunks.push(chunk);
  }
  return { arena, chunks, binned: binnedChunks(arena) };
}

function binnedChunks({ chunks }: Arena): Map<number, number> {
  const found = new Map<number, number>();
  for (let index = unsorted; index < 127; index++) {
    for (let chunk = chunks.fd(binAt(index)), before = binAt(index); chunk !== binAt(index); before = chunk, chunk = chunks.fd(chunk)) {
      expect(chunks.bk(chunk)).toBe(before);
      expect(found.has(chunk)).toBe(false);
      found.set(chunk, index);
    }
  }
  return found;
}

/** Sizes add up to the heap; a free chunk and only that one is told to its successor, by flag and foot; none touches another. */
function tagsAgree({ arena, chunks, binned }: Heap): void {
  const total = chunks.reduce((sum, chunk) => sum + arena.chunks.size(chunk), 0);
  expect(heapStart + total + topSize(arena)).toBe(arena.brk);
  if (topSize(arena) > 0) expect(arena.chunks.size(arena.top)).toBe(topSize(arena));
  for (const chunk of chunks) {
    const next = chunk + arena.chunks.size(chunk);
    expect(arena.chunks.prevInUse(next)).toBe(!binned.has(chunk));
    if (!binned.has(chunk)) continue;
    expect(arena.chunks.prevSize(next)).toBe(arena.chunks.size(chunk));
    expect(next).not.toBe(arena.top);
    expect(binned.has(next)).toBe(false);
  }
}

/** Each sorted chunk is in the bin of its size, whose bit is set; large bins fall, and their second ring joins the first of each size. */
function binsAreSorted({ arena, binned }: Heap): void {
  const { map } = arena.bins.save();
  const large = new Map<number, number[]>();
  for (const [chunk, index] of binned) {
    const size = arena.chunks.size(chunk);
    if (index === unsorted) continue;
    expect(binIndex(size)).toBe(index);
    expect(map[index >>> 5]! & (1 << (index & 31))).not.toBe(0);
    if (size >= largeSize) large.set(index, [...large.get(index) ?? [], chunk]);
  }
  for (const bin of large.values()) {
    const sizes = bin.map((chunk) => arena.chunks.size(chunk));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const firsts = bin.filter((_, i) => sizes[i] !== sizes[i - 1]);
    expect(firsts.map((chunk) => arena.chunks.nextSize(chunk))).toEqual([...firsts.slice(1), firsts[0]]);
    expect(bin.filter((chunk) => arena.chunks.nextSize(chunk) !== 0)).toEqual(firsts);
  }
}

/** Cached and fast chunks have the size of their list, no more than allowed, and are nowhere else. */
function cachesAreSound({ arena, chunks, binned }: Heap, { tcacheCount }: Tunables): void {
  const known = new Set(chunks);
  const cached = arena.tcache.list();
  expect(cached.map(({ length }) => length)).toEqual([...arena.tcache.save().counts]);
  for (const [index, bin] of cached.entries()) {
    expect(bin.length).toBeLessThanOrEqual(tcacheCount);
    for (const chunk of bin) expect(arena.chunks.size(chunk)).toBe(32 + 16 * index);
  }
  for (const [index, bin] of arena.fastbins.list().entries()) {
    for (const chunk of bin) expect(arena.chunks.size(chunk)).toBe(32 + 16 * index);
  }
  const waiting = [...cached.flat(), ...arena.fastbins.list().flat(), ...binned.keys()];
  expect(new Set(waiting).size).toBe(waiting.length);
  expect(waiting.filter((chunk) => !known.has(chunk))).toEqual([]);
}

function isSound(program: readonly HeapOp[], tunables: Tunables, every: number): void {
  const machine = new Ptmalloc(tunables);
  for (const [index, op] of program.entries()) {
    machine.apply(op);
    if (index % every !== 0) continue;
    const heap = opened(machine, tunables);
    tagsAgree(heap);
    binsAreSorted(heap);
    cachesAreSound(heap, tunables);
  }
}

const tunables: fc.Arbitrary<Tunables> = fc.record({ tcacheCount: fc.constantFrom(0, 7), mxfast: fc.constantFrom(0, 64, 128) });

test('after every call of any program a walk through the heap finds sizes, flags, feet, bins and caches as malloc.c has them', () => {
  fc.assert(fc.property(heapOps(400_000), tunables, (program, chosen) => { isSound(program, chosen, 1); }), { numRuns: 20 });
});

test.each(Object.keys(mixes) as Mix[])('so it does on a long way through %s sizes', (mix) => {
  isSound(randomTrace(3, mix, 2000), defaults, 97);
  isSound(randomTrace(4, mix, 2000), { tcacheCount: 0, mxfast: 0 }, 97);
});
