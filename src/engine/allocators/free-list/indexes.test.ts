/** The indexes of free blocks beside the naive look at all of them. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AddressTree } from './address-tree.ts';
import { bare, Blocks } from './blocks.ts';
import { BySize } from './by-size.ts';
import { SizeSet } from './size-set.ts';

/** Most near each other, some far away: leaves that fill, empty, and lie levels apart. */
const grain = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 3_000_000 }));
const length = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3000 }));
const change = fc.record({ do: fc.constantFrom('insert', 'insert', 'remove', 'replace', 'ask'), at: grain, size: length });

interface Block { readonly block: number; readonly size: number }

/** Both indexes and the plain list, in order of address, of what is in them. Tags may overlap here: an index never asks. */
class Sides {
  readonly blocks = new Blocks(bare);
  readonly tree = new AddressTree(this.blocks);
  readonly bySize = new BySize(this.blocks, this.tree);
  all: Block[] = [];

  insert(block: number, size: number): void {
    if (this.all.some((other) => other.block === block)) return;
    this.tree.insert(block, size);
    this.bySize.insert(block, size);
    this.#tag(block, size);
  }

  remove({ block, size }: Block): void {
    this.tree.remove(block);
    this.bySize.remove(block, size);
    this.all = this.all.filter((other) => other.block !== block);
  }

  replace(old: Block, block: number, size: number): void {
    if (this.all.some((other) => other !== old && other.block === block)) return;
    this.tree.replace(old.block, block, size);
    this.bySize.remove(old.block, old.size);
    this.bySize.insert(block, size);
    this.all = this.all.filter((other) => other !== old);
    this.#tag(block, size);
  }

  #tag(block: number, size: number): void {
    this.blocks.setFreeHeader(block, size);
    this.all = [...this.all, { block, size }].sort((a, b) => a.block - b.block);
  }
}

const block = (found: Block | undefined): number => found?.block ?? -1;
const looksTo = (blocks: readonly Block[], size: number): number => {
  const index = blocks.findIndex((other) => other.size >= size);
  return index === -1 ? blocks.length : index + 1;
};

function compare({ tree, bySize, all }: Sides, at: number, size: number): void {
  const behind = all.filter((other) => other.block >= at);
  const fits = all.filter((other) => other.size >= size);
  const sizes = all.map((other) => other.size);
  expect([tree.first(size), tree.looked]).toEqual([block(fits[0]), looksTo(all, size)]);
  expect([tree.firstFrom(at, size), tree.looked]).toEqual([block(behind.find((other) => other.size >= size)), looksTo(behind, size)]);
  expect(tree.count).toBe(all.length);
  if (all[0]) expect(tree.rank(all.at(-1)!.block)).toBe(all.length - 1);
  expect(tree.largest()).toBe(block(all.find((other) => other.size === Math.max(...sizes))));
  expect(bySize.largest()).toBe(tree.largest());
  expect(bySize.best(size)).toBe(block(fits.find((other) => other.size === Math.min(...fits.map((fit) => fit.size)))));
}

test('what the tree and the heaps by size find is what a look at every free block finds, after as many looks', () => {
  fc.assert(fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
    const sides = new Sides();
    for (const { do: what, at, size } of changes) {
      const old = sides.all[at % Math.max(1, sides.all.length)];
      if (what === 'insert') sides.insert(at, size);
      else if (what === 'ask' || !old) compare(sides, at, size);
      else if (what === 'remove') sides.remove(old);
      else sides.replace(old, size % 2 === 0 ? at : old.block + (size % 7), size);
    }
    compare(sides, 300, 5);
  }), { numRuns: 300 });
});

test('a heap by size in which blocks came and went keeps the lowest, each once', () => {
  const sides = new Sides();
  for (let i = 0; i < 2000; i++) {
    const at = (i * 7919) % 500;
    const old = sides.all.find((other) => other.block === at);
    if (old) sides.remove(old);
    else sides.insert(at, 1 + (i % 3));
    if (i % 7 === 0) compare(sides, at, 1 + (i % 4));
  }
});

test('a set of sizes answers as a sorted row of them', () => {
  const n = fc.integer({ min: 0, max: 1023 });
  fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), n)), fc.array(n, { minLength: 1 }), (changes, asked) => {
    const [ours, plain] = [new SizeSet(), new Set<number>()];
    for (const [add, of] of changes) {
      if (add) ours.add(of);
      else ours.delete(of);
      if (add) plain.add(of);
      else plain.delete(of);
    }
    const row = [...plain].sort((a, b) => a - b);
    for (const from of asked) expect(ours.atLeast(from)).toBe(row.find((of) => of >= from) ?? -1);
    expect(ours.largest()).toBe(row.at(-1) ?? -1);
    ours.clear();
    expect([ours.largest(), ours.atLeast(0)]).toEqual([-1, -1]);
  }));
});
