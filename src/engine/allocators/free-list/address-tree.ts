/**
 * The free blocks in order of address, as an index holds them: a bit for each grain a free block begins with, and above
 * the bits a tree. A search skips what cannot serve it, and still knows how many blocks a textbook's search, which goes
 * from block to block, would have looked at.
 */
import { bitCount, highestBit, lowestBit, lowestBits } from './bits.ts';
import type { Blocks } from './blocks.ts';
import { LeafTree } from './leaf-tree.ts';

/** A leaf is 256 grains, eight words of bits. */
const leafShift = 8;
const wordsShift = leafShift - 5;
const words = 1 << wordsShift;

/** Addresses and sizes in grains. The tags of the blocks in the tree are true, except where a method says. */
export class AddressTree {
  readonly #blocks: Blocks;
  readonly #tree = new LeafTree();
  #bits = new Int32Array(words);
  /** Blocks between a search's start and what it found, both included; all of them if it found none. */
  looked = 0;

  constructor(blocks: Blocks) { this.#blocks = blocks; }

  get count(): number { return this.#tree.count; }
  /** Size of the largest; 0 of none. */
  get largest(): number { return this.#tree.largest; }

  clear(): void {
    this.#bits.fill(0);
    this.#tree.clear();
  }

  has(block: number): boolean { return (this.#bits[block >>> 5]! & (1 << (block & 31))) !== 0; }

  /** Its tags may be written later. */
  insert(block: number, size: number): void {
    const leaf = block >>> leafShift;
    if (leaf >= this.#tree.leaves) this.#widen(leaf + 1);
    this.#bits[block >>> 5]! |= 1 << (block & 31);
    this.#tree.insert(leaf, size);
  }

  remove(block: number, size: number): void {
    const leaf = block >>> leafShift;
    this.#bits[block >>> 5]! &= ~(1 << (block & 31));
    this.#tree.remove(leaf);
    if (this.#tree.isLargest(leaf, size)) this.#tree.lower(leaf, size, this.#largestIn(leaf, 0));
  }

  /** A block of one size makes room for one of another between the same neighbours. */
  replace(old: number, before: number, block: number, size: number): void {
    const leaf = block >>> leafShift;
    if (old >>> leafShift !== leaf) {
      this.remove(old, before);
      return this.insert(block, size);
    }
    this.#bits[old >>> 5]! &= ~(1 << (old & 31));
    if (size > before) this.#tree.raise(leaf, size);
    else if (this.#tree.isLargest(leaf, before)) this.#tree.lower(leaf, before, this.#largestIn(leaf, size));
    this.#bits[block >>> 5]! |= 1 << (block & 31);
  }

  /** The last block before an address; -1 if there is none. */
  before(block: number): number {
    const leaf = block >>> leafShift;
    if (leaf >= this.#tree.leaves) this.#widen(leaf + 1);
    let bits = this.#bits[block >>> 5]! & lowestBits(block);
    for (let word = block >>> 5; ; bits = this.#bits[--word]!) {
      if (bits !== 0) return (word << 5) + highestBit(bits);
      if (word === leaf << wordsShift) return this.#lastIn(this.#tree.lastBefore(leaf));
    }
  }

  /** How many blocks lie before an address. */
  rank(block: number): number {
    const leaf = block >>> leafShift;
    let rank = this.#tree.rank(leaf) + bitCount(this.#bits[block >>> 5]! & lowestBits(block));
    for (let word = leaf << wordsShift; word < block >>> 5; word++) rank += bitCount(this.#bits[word]!);
    return rank;
  }

  /** The lowest block of at least `size`; -1 if there is none. */
  first(size: number): number {
    const leaf = this.#tree.firstWith(size);
    this.looked = this.#tree.passed;
    return leaf === -1 ? -1 : this.#firstIn(leaf, leaf << leafShift, size);
  }

  /** The lowest at `from` or above. */
  firstFrom(from: number, size: number): number {
    this.looked = 0;
    const found = this.#firstIn(from >>> leafShift, from, size);
    if (found !== -1) return found;
    this.#tree.passed = 0;
    const leaf = this.#tree.nextWith(from >>> leafShift, size);
    this.looked += this.#tree.passed;
    return leaf === -1 ? -1 : this.#firstIn(leaf, leaf << leafShift, size);
  }

  #firstIn(leaf: number, from: number, size: number): number {
    const end = (leaf + 1) << wordsShift;
    let bits = this.#bits[from >>> 5]! & ~lowestBits(from);
    for (let word = from >>> 5; ; bits = this.#bits[word]!) {
      for (; bits !== 0; bits &= bits - 1) {
        const block = (word << 5) + lowestBit(bits);
        this.looked++;
        if (this.#blocks.size(block) >= size) return block;
      }
      if (++word === end) return -1;
    }
  }

  #lastIn(leaf: number): number {
    if (leaf === -1) return -1;
    let word = ((leaf + 1) << wordsShift) - 1;
    while (this.#bits[word] === 0) word--;
    return (word << 5) + highestBit(this.#bits[word]!);
  }

  /** The largest size in a leaf, or this one. */
  #largestIn(leaf: number, size: number): number {
    let largest = size;
    const end = (leaf + 1) << wordsShift;
    for (let word = leaf << wordsShift; word < end; word++) {
      for (let bits = this.#bits[word]!; bits !== 0; bits &= bits - 1) {
        const other = this.#blocks.size((word << 5) + lowestBit(bits));
        if (other > largest) largest = other;
      }
    }
    return largest;
  }

  #widen(leaves: number): void {
    this.#tree.widen(leaves);
    const bits = new Int32Array(this.#tree.leaves << wordsShift);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}
