/**
 * Boundary tags (Knuth, TAOCP 2.5, algorithm C): a block says its size and whether it is in use at both ends, so that
 * whoever is freed can ask its neighbours on either side without a search.
 */
import type { Tag } from '../tag-event.ts';

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

/** Grains a heap has at most; bytes would leave 32 bits at 2 GiB, grains of 16 hold 8 GiB. */
export const mostGrains = 2 ** 29;

/** Words of a page. */
const perPage = 4096;
const [footer, header, next, previous] = [0, 1, 2, 3];
const zero = new Int32Array(perPage);

/** Pages as they stood; shared with the memory until it writes to them. */
export type SavedBlocks = readonly Int32Array[];

/**
 * The words of a heap that say anything. A block is the number of the grain it begins with, and all sizes count grains.
 *
 * Two words stand where a grain begins, as near in memory as here: the footer of the block that ends there and the header
 * of the one that begins there; where free blocks are linked, its links behind them. A tag is the size, negative when in
 * use. A checkpoint takes the pages themselves, and the next write to one of them copies it first (copy on write).
 */
export class Blocks {
  readonly #geometry: Geometry;
  /** A grain has two words to the power of this. */
  readonly #shift: number;
  #pages: Int32Array[] = [];
  /** Those in no checkpoint, which may be written. */
  #own: (Int32Array | undefined)[] = [];

  constructor(geometry: Geometry, linked = false) {
    this.#geometry = geometry;
    this.#shift = linked ? 2 : 1;
  }

  size(block: number): number { return Math.abs(this.#get(block, header)); }

  /** Never written, as beyond the heap's ends, is not free. */
  isFree(block: number): boolean { return this.#get(block, header) > 0; }

  /** Size of the free block that ends here; 0 if the block before is in use, or there is none. */
  freeBefore(block: number): number { return Math.max(0, this.#get(block, footer)); }

  /** Size of whichever block ends here. */
  sizeBefore(block: number): number { return Math.abs(this.#get(block, footer)); }

  setFree(block: number, size: number): void {
    this.setFreeHeader(block, size);
    this.setFreeFooter(block, size);
  }

  setUsed(block: number, size: number): void {
    this.#set(block, header, -size);
    this.#set(block + size, footer, -size);
  }

  setFreeHeader(block: number, size: number): void { this.#set(block, header, size); }
  setFreeFooter(block: number, size: number): void { this.#set(block + size, footer, size); }

  next(block: number): number { return this.#get(block, next); }
  previous(block: number): number { return this.#get(block, previous); }
  setNext(block: number, to: number): void { this.#set(block, next, to); }
  setPrevious(block: number, to: number): void { this.#set(block, previous, to); }

  /** Tags that lie between two addresses, in bytes, also those of blocks that are gone: their words are still there. Where tags are words of their own. */
  *tags(from: number, to: number): Generator<Tag, void> {
    const { grain, tags } = this.#geometry;
    for (let at = from; at < to; at += tags / 2) {
      const tag = this.#get(...this.#tagAt(at));
      if (tag !== 0) yield { at, size: Math.abs(tag) * grain, used: tag < 0 };
    }
  }

  /** Something else was written where a tag may have been. */
  overwrite(at: number): void { this.#set(...this.#tagAt(at), 0); }

  save(): SavedBlocks {
    this.#own.fill(undefined);
    return this.#pages.slice();
  }

  load(saved: SavedBlocks): void {
    this.#pages = saved.slice();
    this.#own = saved.map(() => undefined);
  }

  /** A grain begins where a header may be, and a footer lies before that. */
  #tagAt(at: number): [block: number, word: number] {
    const { grain, tags, lead } = this.#geometry;
    const inside = (at - lead) % grain;
    return inside === 0 ? [(at - lead) / grain, header!] : [(at + tags / 2 - lead) / grain, footer!];
  }

  #get(block: number, word: number): number {
    const at = (block << this.#shift) + word;
    const page = this.#pages[at >>> 12];
    return page === undefined ? 0 : page[at & 4095]!;
  }

  #set(block: number, word: number, value: number): void {
    const at = (block << this.#shift) + word;
    const page = this.#own[at >>> 12] ?? this.#takeOver(at >>> 12);
    page[at & 4095] = value;
  }

  #takeOver(index: number): Int32Array {
    while (this.#pages.length <= index) {
      this.#pages.push(zero);
      this.#own.push(undefined);
    }
    const before = this.#pages[index]!;
    return (this.#own[index] = this.#pages[index] = before === zero ? new Int32Array(perPage) : before.slice());
  }
}
