/**
 * Boundary tags (Knuth, TAOCP 2.5, algorithm C): a block says its size and whether it is in use at both ends, so that
 * whoever is freed can ask its neighbours on either side without a search.
 */
import { Words, type SavedWords } from '../words.ts';

/** How a heap is measured; bytes. */
export interface Geometry {
  /** Sizes and addresses of blocks are multiples of this. */
  readonly grain: number;
  /** Header and footer of a block, together; each half of it. */
  readonly tags: number;
  /** Least block. */
  readonly least: number;
  /** Bytes before the first block, so that what programs get is aligned. */
  readonly lead: number;
}

/** A 64-bit heap as textbooks draw it: tags of 8 bytes, blocks in 16s, room for two links in a free one. */
export const textbook: Geometry = { grain: 16, tags: 16, least: 32, lead: 8 };
/** Sizes as they are, no overhead: what theorems speak of. */
export const bare: Geometry = { grain: 1, tags: 0, least: 1, lead: 0 };

/** Four words for each grain: header, footer, next and previous free block. A tag is the size, negative when in use. */
export class Blocks {
  readonly #words = new Words(Float64Array);
  readonly #grain: number;
  readonly #lead: number;

  constructor({ grain, lead }: Geometry) {
    this.#grain = grain;
    this.#lead = lead;
  }

  size(block: number): number { return Math.abs(this.#words.get(this.#word(block))); }

  /** Never written, as beyond the heap's ends, is not free. */
  isFree(block: number): boolean { return this.#words.get(this.#word(block)) > 0; }

  /** Size of the free block that ends here; 0 if the block before is in use, or there is none. */
  freeBefore(block: number): number {
    return block <= this.#lead ? 0 : Math.max(0, this.#words.get(this.#word(block - this.#grain) + 1));
  }

  /** Size of whichever block ends here. */
  sizeBefore(block: number): number { return Math.abs(this.#words.get(this.#word(block - this.#grain) + 1)); }

  setFree(block: number, size: number): void { this.#tag(block, size, size); }
  setUsed(block: number, size: number): void { this.#tag(block, size, -size); }

  next(block: number): number { return this.#words.get(this.#word(block) + 2); }
  previous(block: number): number { return this.#words.get(this.#word(block) + 3); }
  setNext(block: number, to: number): void { this.#words.set(this.#word(block) + 2, to); }
  setPrevious(block: number, to: number): void { this.#words.set(this.#word(block) + 3, to); }

  save(): SavedWords { return this.#words.save(); }
  load(saved: SavedWords): void { this.#words.load(saved); }

  #tag(block: number, size: number, tag: number): void {
    this.#words.set(this.#word(block), tag);
    this.#words.set(this.#word(block + size - this.#grain) + 1, tag);
  }

  #word(block: number): number { return ((block - this.#lead) / this.#grain) * 4; }
}
