/**
 * The thread's cache: up to seven chunks of each of 64 sizes, last in first out, taken and put before anything else is
 * asked (malloc.c:tcache_perthread_struct, since glibc 2.26). Neighbours see a cached chunk as in use.
 */
import type { Chunks } from './chunk.ts';

const bins = 64;
const largest = 32 + 16 * (bins - 1);
const indexOf = (size: number): number => (size - 32) >>> 4;

/** Bytes the cache itself takes from the heap, by the very first call: 64 counts of 2 bytes and 64 pointers. */
export const tcacheStruct = bins * (2 + 8);

export interface SavedTcache { readonly heads: Int32Array; readonly counts: Int32Array }

export class Tcache {
  readonly #chunks: Chunks;
  /** The tunable glibc.malloc.tcache_count: chunks kept of each size. */
  readonly limit: number;
  #heads = new Int32Array(bins);
  #counts = new Int32Array(bins);

  constructor(chunks: Chunks, limit: number) {
    this.#chunks = chunks;
    this.limit = limit;
  }

  /** Whether a chunk of this size may be put. */
  hasRoom(size: number): boolean { return size <= largest && this.#counts[indexOf(size)]! < this.limit; }

  put(chunk: number, size: number): void {
    const index = indexOf(size);
    this.#chunks.setFd(chunk, this.#heads[index]!);
    this.#heads[index] = chunk;
    this.#counts[index]!++;
  }

  /** The last chunk put; 0 if there is none. */
  take(size: number): number {
    if (size > largest) return 0;
    const index = indexOf(size);
    const chunk = this.#heads[index]!;
    if (chunk === 0) return 0;
    this.#heads[index] = this.#chunks.fd(chunk);
    this.#counts[index]!--;
    return chunk;
  }

  /** The chunks of each size, from the next to be taken. */
  list(): number[][] {
    return Array.from(this.#heads, (head) => {
      const bin = [];
      for (let chunk = head; chunk !== 0; chunk = this.#chunks.fd(chunk)) bin.push(chunk);
      return bin;
    });
  }

  save(): SavedTcache { return { heads: this.#heads.slice(), counts: this.#counts.slice() }; }

  load({ heads, counts }: SavedTcache): void {
    this.#heads = heads.slice();
    this.#counts = counts.slice();
  }
}
