/** The free blocks by size, those of one size by address: what best fit looks up. All in grains. */
import { AddressHeap } from './address-heap.ts';
import type { AddressTree } from './address-tree.ts';
import { lowestBit } from './bits.ts';
import type { Blocks } from './blocks.ts';

/** Sizes below this many grains have a heap of their own. */
const exact = 1024;

export class BySize {
  readonly #heaps: (AddressHeap | undefined)[] = Array.from({ length: exact }, () => undefined);
  /** Bit s: the heap of size s is not empty. */
  readonly #filled = new Int32Array(exact >>> 5);
  /** The larger ones, by size, then address. */
  readonly #large: { readonly size: number; readonly block: number }[] = [];
  readonly #blocks: Blocks;
  readonly #tree: AddressTree;

  /** `tree` says which blocks are free, `blocks` their sizes: a heap may still hold some that no longer are, or are no longer of its size. */
  constructor(blocks: Blocks, tree: AddressTree) {
    this.#blocks = blocks;
    this.#tree = tree;
  }

  clear(): void {
    for (const [word, bits] of this.#filled.entries()) {
      for (let left = bits; left !== 0; left &= left - 1) this.#heaps[(word << 5) + lowestBit(left)]!.clear();
    }
    this.#filled.fill(0);
    this.#large.length = 0;
  }

  insert(block: number, size: number): void {
    if (size >= exact) return this.#insertLarge(block, size);
    this.#filled[size >>> 5]! |= 1 << (size & 31);
    const heap = (this.#heaps[size] ??= new AddressHeap((of) => this.#isOf(of, size)));
    heap.insert(block);
  }

  /** A small one stays in its heap, and is passed over when it comes up. */
  remove(block: number, size: number): void {
    if (size >= exact) this.#large.splice(this.#rank(size, block), 1);
  }

  /** The smallest block of at least `size`, the lowest of equals; -1 if there is none. */
  best(size: number): number {
    let mask = -1 << (size & 31);
    for (let word = size >>> 5; word < this.#filled.length; word++, mask = -1) {
      for (let bits = this.#filled[word]! & mask; bits !== 0; bits &= bits - 1) {
        const found = this.#lowest((word << 5) + lowestBit(bits));
        if (found !== -1) return found;
      }
    }
    return this.#large[this.#rank(size, -1)]?.block ?? -1;
  }

  #insertLarge(block: number, size: number): void { this.#large.splice(this.#rank(size, block), 0, { size, block }); }

  #lowest(size: number): number {
    const found = this.#heaps[size]!.lowest();
    if (found === -1) this.#filled[size >>> 5]! &= ~(1 << (size & 31));
    return found;
  }

  #isOf(block: number, size: number): boolean { return this.#tree.has(block) && this.#blocks.size(block) === size; }

  #rank(size: number, block: number): number {
    let [low, high] = [0, this.#large.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#large[middle]!;
      if (other.size < size || (other.size === size && other.block < block)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
