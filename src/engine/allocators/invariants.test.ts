/** What must hold inside the classics and jemalloc after every call. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Allocator, HeapOp } from './allocator.ts';
import { Buddy } from './buddy.ts';
import { heapOps, withoutLeaks } from './fixtures/properties.ts';
import { AddressList } from './free-list/address-list.ts';
import { Blocks, textbook } from './free-list/blocks.ts';
import { FreeList } from './free-list/free-list.ts';
import { Jemalloc } from './jemalloc/jemalloc.ts';
import { regionsPerSlab } from './jemalloc/size-classes.ts';
import { randomTrace } from './random-trace.ts';
import { listOf, Segregated } from './segregated.ts';
import { objectsPerSlab, SlabAllocator } from './slab.ts';
import { Words } from './words.ts';

/** Checks a machine after every call of short programs, and now and then on a long one. */
function always<M extends Allocator>(make: () => M, holds: (machine: M) => void): void {
  const check = (program: readonly HeapOp[], every: number): void => {
    const machine = make();
    for (const [index, op] of program.entries()) {
      machine.apply(op);
      if (index % every === 0) holds(machine);
    }
  };
  fc.assert(fc.property(heapOps(20_000).map((program) => withoutLeaks(program)), (program) => { check(program, 1); }), { numRuns: 15 });
  for (const mix of ['small', 'large', 'powers'] as const) check(randomTrace(8, mix, 3000), 97);
}

/** Free blocks by a walk over the tags, which agree at both ends; they fill the heap to `top`. In grains. */
function walked(blocks: Blocks, top: number): number[] {
  const free = [];
  for (let block = 0; block < top; block += blocks.size(block)) {
    expect(blocks.sizeBefore(block + blocks.size(block))).toBe(blocks.size(block));
    expect(blocks.freeBefore(block + blocks.size(block)) > 0).toBe(blocks.isFree(block));
    if (blocks.isFree(block)) free.push(block);
  }
  return free;
}

test.each(['first', 'next', 'best', 'worst'] as const)('%s fit: the list is the free blocks in order of address, the rover one of them, and no two touch', (policy) => {
  for (const bound of [{}, { heap: 60_000 }]) always(() => new FreeList({ policy, ...bound }), (machine) => {
    const { list, top } = machine.save().state;
    const opened = new AddressList(textbook, false);
    opened.load(list, top);
    const listed: number[] = [];
    for (let block = opened.head; block !== -1; block = opened.next(block)) listed.push(block);
    expect(listed).toEqual(walked(opened.blocks, top));
    expect([-1, ...listed]).toContain(opened.rover);
    for (const block of listed) expect(listed).not.toContain(block + opened.blocks.size(block));
  });
});

test('segregated fit: every free block is in the list of its size, whose bit says that it has some', () => {
  always(() => new Segregated(), (machine) => {
    const { blocks: saved, heads, filled, levels, top } = machine.save().state;
    const blocks = new Blocks(textbook, true);
    blocks.load(saved);
    for (const [level, bits] of filled.entries()) expect((levels & (1 << level)) !== 0).toBe(bits !== 0);
    const listed: number[] = [];
    for (const [list, head] of heads.entries()) {
      expect((filled[list >>> 4]! & (1 << (list & 15))) !== 0).toBe(head !== -1);
      for (let block = head; block !== -1; block = blocks.next(block)) {
        expect(listOf(blocks.size(block))).toBe(list);
        listed.push(block);
      }
    }
    expect(listed.sort((a, b) => a - b)).toEqual(walked(blocks, top));
  });
});

test('buddies: a block lies at a multiple of its size, and no two buddies of one order are both free', () => {
  always(() => new Buddy({ heap: 2 ** 20 }), (machine) => {
    const { cells, heap } = machine.picture();
    const free = new Set(cells.filter(({ state }) => state === 'free').map(({ addr, list }) => `${addr} ${list}`));
    for (const { addr, list, state } of cells) {
      const size = 16 * 2 ** Number(list);
      expect(addr % size).toBe(0);
      if (state === 'free' && addr + size <= heap) expect(free.has(`${addr ^ size} ${list}`)).toBe(false);
    }
  });
});

test('slabs: used and free objects are all there are, used is what is live, and those with room are listed', () => {
  always(() => new SlabAllocator(), (machine) => {
    const { slabs, links, partial } = machine.save().state;
    const words = new Words(Float64Array);
    words.load(links);
    const [sizes, orders] = [[8, 16, 32, 64, 96, 128, 192, 256, 512, 1024, 2048, 4096, 8192], [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3]];
    for (const { base, cache, free, used } of slabs) {
      let waiting = 0;
      for (let object = free; object !== 0; object = words.get((object - 1) / 8)) waiting++;
      const end = base + 4096 * 2 ** orders[cache]!;
      expect(used + waiting).toBe(objectsPerSlab(sizes[cache]!, orders[cache]!));
      expect(used).toBe(machine.objects().filter(({ addr }) => addr >= base && addr < end).length);
      expect(partial[cache]!.includes(base)).toBe(waiting > 0);
    }
    expect(partial.flat().length).toBe(slabs.filter(({ free }) => free !== 0).length);
  });
});

test('jemalloc: used regions are those without a bit, and the slabs that have one are listed, the lowest first', () => {
  always(() => new Jemalloc(), (machine) => {
    const { slabs, open } = machine.save().state;
    const listed = new Map(open);
    for (const { page, size, used, free } of slabs.filter(({ free }) => free.length > 0)) {
      const bits = [...free].reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0);
      expect(used + bits).toBe(regionsPerSlab(size));
      expect(used).toBeGreaterThan(0);
      expect(listed.get(size)!.includes(page)).toBe(bits > 0);
    }
    for (const pages of listed.values()) expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
  });
});
