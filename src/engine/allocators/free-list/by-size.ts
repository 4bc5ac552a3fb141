/** The free blocks by size, those of one size by address: what best and worst fit look up. All in grains. */
import { AddressHeap } from './address-heap.ts';
import type { AddressTree } from './address-tree.ts';
import type { Blocks } from './blocks.ts';
import { SizeSet } from './size-set.ts';

/** Sizes below this many grains have a heap of their own. */
const exact = 1024;

export class BySize {
  readonly #heaps: (AddressHeap | undefined)[] = Array.from({ length: exact }, () => undefined);
  /** Sizes whose heap is not empty. */
  readonly #sizes = new SizeSet();
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
    for (let size = this.#sizes.largest(); size !== -1; size = this.#sizes.largest()) {
      this.#heaps[size]!.clear();
      this.#sizes.delete(size);
    }
    this.#large.length = 0;
  }

  insert(block: number, size: number): void {
    if (size >= exact) return this.#insertLarge(block, size);
    this.#sizes.add(size);
    const heap = (this.#heaps[size] ??= new AddressHeap((of) => this.#isOf(of, size)));
    heap.insert(block);
  }

  /** A small one stays in its heap, and is passed over when it comes up. */
  remove(block: number, size: number): void {
    if (size >= exact) this.#large.splice(this.#rank(size, block), 1);
  }

  /** The smallest block of at least `size`, the lowest of equals; -1 if there is none. */
  best(size: number): number {
    for (let has = size < exact ? this.#sizes.atLeast(size) : -1; has !== -1; has = this.#sizes.atLeast(has)) {
      const found = this.#lowest(has);
      if (found !== -1) return found;
    }
    return this.#large[this.#rank(size, -1)]?.block ?? -1;
  }

  /** The largest block, the lowest of equals; -1 if there is none. */
  largest(): number {
    const last = this.#large.at(-1);
    if (last) return this.#large[this.#rank(last.size, -1)]!.block;
    for (let has = this.#sizes.largest(); has !== -1; has = this.#sizes.largest()) {
      const found = this.#lowest(has);
      if (found !== -1) return found;
    }
    return -1;
  }

  #insertLarge(block: number, size: number): void { this.#large.splice(this.#rank(size, block), 0, { size, block }); }

  /** The lowest block of a size; -1, and the size is gone, if there is none. */
  #lowest(size: number): number {
    const found = this.#heaps[size]!.lowest();
    if (found === -1) this.#sizes.delete(size);
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
