/**
 * Chunks: the heap cut into pieces that carry their own bookkeeping (malloc.c:struct malloc_chunk, glibc 2.36, 64 bits).
 *
 *     +0  size of the chunk before, if that one is free        +16 fd: next in its list    (a free chunk only)
 *     +8  size of this chunk, and two flags                    +24 bk: the one before      (a free chunk only)
 *     +16 what the program gets: addr + 16                     +32, +40 next and previous size (a large free chunk only)
 *
 * The last 8 bytes of a live chunk are the next one's first word: overhead is 8 bytes, not 16.
 * Addresses here begin with the arena, one page, where the bin headers lie; the heap follows. 0 is no chunk.
 */
import { Words, type SavedWords } from '../words.ts';

/** Where the heap starts: answers count from here. */
export const heapStart = 4096;
export const pageSize = 4096;
/** The least chunk: room for four words. */
export const minSize = 32;
/** Least size of a large chunk. */
export const largeSize = 1024;
/** From chunk to what the program gets. */
export const header = 16;

const prevInUse = 1;
const isMmapped = 2;
const flags = 7;

/** Chunk size for a request of n bytes: with its header, in 16s (malloc.c:request2size). Exact to 2^53. */
export function chunkSizeFor(n: number): number {
  if (n < 2 ** 30) return n + 23 < minSize ? minSize : (n + 23) & ~15;
  return Math.floor((n + 23) / 16) * 16;
}

export const pageUp = (n: number): number => Math.ceil(n / pageSize) * pageSize;
export const pageDown = (n: number): number => Math.floor(n / pageSize) * pageSize;

/** The words of arena and heap, read and written as chunk fields. */
export class Chunks {
  readonly #words = new Words(Int32Array);

  size(chunk: number): number { return this.#words.get((chunk >>> 3) + 1) & ~flags; }

  prevInUse(chunk: number): boolean { return (this.#words.get((chunk >>> 3) + 1) & prevInUse) !== 0; }

  prevSize(chunk: number): number { return this.#words.get(chunk >>> 3); }

  /** Whether a chunk of `size` here is in use: its successor knows. Cached and fast chunks count as in use. */
  inUse(chunk: number, size: number): boolean { return this.prevInUse(chunk + size); }

  /** A chunk whose predecessor is in use. */
  setHead(chunk: number, size: number): void { this.#words.set((chunk >>> 3) + 1, size | prevInUse); }

  /** A new size, the flags as they were. */
  setHeadSize(chunk: number, size: number): void {
    const word = (chunk >>> 3) + 1;
    this.#words.set(word, size | (this.#words.get(word) & flags));
  }

  /** The boundary tag of a free chunk, in its successor's first word. */
  setFoot(chunk: number, size: number): void { this.#words.set((chunk + size) >>> 3, size); }

  setInUse(chunk: number, size: number): void {
    const word = ((chunk + size) >>> 3) + 1;
    this.#words.set(word, this.#words.get(word) | prevInUse);
  }

  clearInUse(chunk: number, size: number): void {
    const word = ((chunk + size) >>> 3) + 1;
    this.#words.set(word, this.#words.get(word) & ~prevInUse);
  }

  fd(chunk: number): number { return this.#words.get((chunk >>> 3) + 2); }
  bk(chunk: number): number { return this.#words.get((chunk >>> 3) + 3); }
  nextSize(chunk: number): number { return this.#words.get((chunk >>> 3) + 4); }
  prevSizeLink(chunk: number): number { return this.#words.get((chunk >>> 3) + 5); }
  setFd(chunk: number, to: number): void { this.#words.set((chunk >>> 3) + 2, to); }
  setBk(chunk: number, to: number): void { this.#words.set((chunk >>> 3) + 3, to); }
  setNextSize(chunk: number, to: number): void { this.#words.set((chunk >>> 3) + 4, to); }
  setPrevSizeLink(chunk: number, to: number): void { this.#words.set((chunk >>> 3) + 5, to); }

  save(): SavedWords { return this.#words.save(); }
  load(saved: SavedWords): void { this.#words.load(saved); }
}

/** The size word of a block mapped on its own, flag and all: what the moving threshold is compared with. */
export const mappedSizeWord = (size: number): number => size + isMmapped;
