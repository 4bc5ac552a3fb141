/**
 * The free blocks in order of address, as an index holds them: a bit for each grain a free block begins with, and above
 * the bits a tree. A search skips what cannot serve it, and still knows how many blocks a textbook's search, which goes
 * from block to block, would have looked at.
 */
import { bitCount, lowestBit, lowestBits } from './bits.ts';
import type { Blocks } from './blocks.ts';
import { LeafTree } from './leaf-tree.ts';

/** A leaf is 256 grains, eight words of bits. */
const leafShift = 8;
const wordsShift = leafShift - 5;
const words = 1 << wordsShift;

/** Addresses and sizes in grains. The tags of the blocks in the tree are true whenever it is searched. */
export class AddressTree {
  readonly #blocks: Blocks;
  readonly #tree = new LeafTree();
  #bits = new Int32Array(words);
  /** Blocks between a search's start and what it found, both included; all from there on if it found none. */
  looked = 0;
  /** Size of the largest in the leaf that has just been searched in vain. */
  #largest = 0;

  constructor(blocks: Blocks) { this.#blocks = blocks; }

  get count(): number { return this.#tree.count; }

  clear(): void {
    this.#bits.fill(0);
    this.#tree.clear();
  }

  has(block: number): boolean { return (this.#bits[block >>> 5]! & (1 << (block & 31))) !== 0; }

  insert(block: number, size: number): void {
    const leaf = block >>> leafShift;
    if (leaf >= this.#tree.leaves) this.#widen(leaf + 1);
    this.#bits[block >>> 5]! |= 1 << (block & 31);
    this.#tree.insert(leaf, size);
  }

  remove(block: number): void {
    this.#bits[block >>> 5]! &= ~(1 << (block & 31));
    this.#tree.remove(block >>> leafShift);
  }

  /** A block makes room for one of another size between the same neighbours. */
  replace(old: number, block: number, size: number): void {
    const leaf = block >>> leafShift;
    if (old >>> leafShift !== leaf) {
      this.remove(old);
      return this.insert(block, size);
    }
    this.#bits[old >>> 5]! &= ~(1 << (old & 31));
    this.#bits[block >>> 5]! |= 1 << (block & 31);
    this.#tree.raise(leaf, size);
  }

  /** How many blocks lie before an address. */
  rank(block: number): number {
    const leaf = block >>> leafShift;
    let rank = this.#tree.rank(leaf) + bitCount(this.#bits[block >>> 5]! & lowestBits(block));
    for (let word = leaf << wordsShift; word < block >>> 5; word++) rank += bitCount(this.#bits[word]!);
    return rank;
  }

  /** The largest block, the lowest of equals; -1 of none. A bound that no block reaches comes down first. */
  largest(): number {
    let found = -1;
    while (this.count > 0 && found === -1) found = this.first(this.#tree.bound);
    return found;
  }

  /** The lowest block of at least `size`; -1 if there is none. */
  first(size: number): number {
    this.looked = this.#tree.passed = 0;
    return this.#search(this.#tree.firstWith(size), size);
  }

  /** The lowest at `from` or above. */
  firstFrom(from: number, size: number): number {
    const leaf = from >>> leafShift;
    this.looked = this.#tree.passed = 0;
    if (leaf >= this.#tree.leaves) return -1;
    const found = this.#firstIn(leaf, from, size);
    return found === -1 ? this.#search(this.#tree.nextWith(leaf, size), size) : found;
  }

  /** From a leaf on that may have one. */
  #search(from: number, size: number): number {
    let found = -1;
    for (let leaf = from; leaf !== -1 && found === -1; ) {
      found = this.#firstIn(leaf, leaf << leafShift, size);
      if (found !== -1) break;
      this.#tree.lower(leaf, this.#largest);
      leaf = this.#tree.nextWith(leaf, size);
    }
    this.looked += this.#tree.passed;
    return found;
  }

  #firstIn(leaf: number, from: number, size: number): number {
    const end = (leaf + 1) << wordsShift;
    let largest = 0;
    let bits = this.#bits[from >>> 5]! & ~lowestBits(from);
    for (let word = from >>> 5; ; bits = this.#bits[word]!) {
      for (; bits !== 0; bits &= bits - 1) {
        const block = (word << 5) + lowestBit(bits);
        const has = this.#blocks.size(block);
        this.looked++;
        if (has >= size) return block;
        if (has > largest) largest = has;
      }
      if (++word === end) break;
    }
    this.#largest = largest;
    return -1;
  }

  #widen(leaves: number): void {
    this.#tree.widen(leaves);
    const bits = new Int32Array(this.#tree.leaves << wordsShift);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}
