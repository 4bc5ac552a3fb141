/**
 * Fast bins: freed chunks of one small size each, last in first out, singly linked through fd. Their neighbours still
 * see them as in use, so nothing merges until a consolidation (malloc.c:fastbinsY).
 */
import type { Chunks } from './chunk.ts';

/** Bins for chunks of 32, 48, … 176 bytes; how many are in use says the limit. */
const count = 10;

const indexOf = (size: number): number => (size >>> 4) - 2;

export interface SavedFastbins { readonly heads: Int32Array; readonly filled: boolean }

export class Fastbins {
  readonly #chunks: Chunks;
  /** Largest chunk kept here (malloc.c:get_max_fast). */
  readonly limit: number;
  #heads = new Int32Array(count);
  /** Whether a chunk was put here since the last consolidation (malloc.c:have_fastchunks). */
  filled = false;

  /** `mxfast` is the tunable glibc.malloc.mxfast (malloc.c:set_max_fast). */
  constructor(chunks: Chunks, mxfast: number) {
    this.#chunks = chunks;
    this.limit = mxfast === 0 ? 16 : (mxfast + 8) & ~15;
  }

  push(chunk: number, size: number): void {
    const index = indexOf(size);
    this.filled = true;
    this.#chunks.setFd(chunk, this.#heads[index]!);
    this.#heads[index] = chunk;
  }

  /** The last chunk put; 0 if the bin is empty. */
  pop(size: number): number {
    const index = indexOf(size);
    const chunk = this.#heads[index]!;
    if (chunk !== 0) this.#heads[index] = this.#chunks.fd(chunk);
    return chunk;
  }

  /** Takes chunk after chunk out, smallest size first, each bin from its head, until all bins are empty. */
  *takeAll(): Generator<number, void> {
    this.filled = false;
    for (let index = 0; index < count; index++) {
      for (let chunk = this.#heads[index]!; chunk !== 0; chunk = this.#heads[index]!) {
        this.#heads[index] = this.#chunks.fd(chunk);
        yield chunk;
      }
    }
  }

  /** The chunks of each bin, from its head. */
  list(): number[][] {
    return Array.from(this.#heads, (head) => {
      const bin = [];
      for (let chunk = head; chunk !== 0; chunk = this.#chunks.fd(chunk)) bin.push(chunk);
      return bin;
    });
  }

  save(): SavedFastbins { return { heads: this.#heads.slice(), filled: this.filled }; }

  load({ heads, filled }: SavedFastbins): void {
    this.#heads = heads.slice();
    this.filled = filled;
  }
}
