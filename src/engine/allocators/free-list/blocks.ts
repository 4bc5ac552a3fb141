/**
 * Boundary tags (Knuth, TAOCP 2.5, algorithm C): a block says its size and whether it is in use at both ends, so that
 * whoever is freed can ask its neighbours on either side without a search.
 */
import type { Tag } from '../tag-event.ts';
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
  /** Bytes of one tag. */
  readonly #half: number;

  constructor({ grain, lead, tags }: Geometry) {
    this.#grain = grain;
    this.#lead = lead;
    this.#half = tags / 2;
  }

  size(block: number): number { return Math.abs(this.#words.get(this.#word(block))); }

  /** Never written, as beyond the heap's ends, is not free. */
  isFree(block: number): boolean { return this.#words.get(this.#word(block)) > 0; }

  /** Size of the free block that ends here; 0 if the block before is in use, or there is none. */
  freeBefore(block: number): number {
    return block <= this.#lead ? 0 : Math.max(0, this.#words.get(this.#footer(block)));
  }

  /** Size of whichever block ends here. */
  sizeBefore(block: number): number { return Math.abs(this.#words.get(this.#footer(block))); }

  setFree(block: number, size: number): void {
    this.setFreeHeader(block, size);
    this.setFreeFooter(block, size);
  }

  setUsed(block: number, size: number): void {
    this.#words.set(this.#word(block), -size);
    this.#words.set(this.#footer(block + size), -size);
  }

  setFreeHeader(block: number, size: number): void { this.#words.set(this.#word(block), size); }
  setFreeFooter(block: number, size: number): void { this.#words.set(this.#footer(block + size), size); }

  /** Tags that lie between two addresses, also those of blocks that are gone: their words are still there. Where tags are words of their own. */
  *tags(from: number, to: number): Generator<Tag, void> {
    for (let at = from; at < to; at += this.#half) {
      const tag = this.#words.get(this.#tagAt(at));
      if (tag !== 0) yield { at, size: Math.abs(tag), used: tag < 0 };
    }
  }

  /** Something else was written where a tag may have been. */
  overwrite(at: number): void { this.#words.set(this.#tagAt(at), 0); }

  next(block: number): number { return this.#words.get(this.#word(block) + 2); }
  previous(block: number): number { return this.#words.get(this.#word(block) + 3); }
  setNext(block: number, to: number): void { this.#words.set(this.#word(block) + 2, to); }
  setPrevious(block: number, to: number): void { this.#words.set(this.#word(block) + 3, to); }

  save(): SavedWords { return this.#words.save(); }
  load(saved: SavedWords): void { this.#words.load(saved); }

  /** Where the footer of the block that ends here lies. */
  #footer(end: number): number { return this.#word(end - this.#grain) + 1; }

  /** A grain begins where a header may be and ends where a footer may. */
  #tagAt(at: number): number {
    return (at - this.#lead) % this.#grain === 0 ? this.#word(at) : this.#footer(at + this.#half);
  }

  #word(block: number): number { return ((block - this.#lead) / this.#grain) * 4; }
}
