import { clearBit, hasBit, onesCount, setBit } from './bits.ts';
import type { Summary } from './summary.ts';

/** Where a run of free pages begins in a chunk, and the first free page met on the way. */
export interface FoundPages { readonly index: number; readonly firstFree: number }

/** Which pages of a chunk are allocated: one bit each, 1 is allocated (`mpallocbits.go:pallocBits`). */
export class PageBits {
  readonly length: number;
  readonly #words: Uint32Array;

  /** `words` hold 32 pages each, the first page in the lowest bit. */
  constructor(length: number, words: Iterable<number> = new Uint32Array(length / 32)) {
    this.length = length;
    this.#words = Uint32Array.from(words);
  }

  isAllocated(index: number): boolean { return hasBit(this.#words, index); }

  allocRange(index: number, npages: number): void {
    for (let i = index; i < index + npages; i++) setBit(this.#words, i);
  }

  freeRange(index: number, npages: number): void {
    for (let i = index; i < index + npages; i++) clearBit(this.#words, i);
  }

  /** The lowest run of `npages` free pages from `from` on (`pallocBits.find`). */
  find(npages: number, from: number): FoundPages | undefined {
    let [run, firstFree] = [0, -1];
    for (let i = from; i < this.length; i++) {
      if (this.isAllocated(i)) { run = 0; continue; }
      if (firstFree < 0) firstFree = i;
      if (++run === npages) return { index: i - npages + 1, firstFree };
    }
    return undefined;
  }

  /** The free pages of the 64 from `index` on, a multiple of 64, as bits (`pallocBits.pages64`, inverted). */
  free64(index: number): bigint {
    const [low, high] = [this.#words[index >>> 5]!, this.#words[(index >>> 5) + 1]!];
    return (BigInt(~high >>> 0) << 32n) | BigInt(~low >>> 0);
  }

  /** Free runs of the whole chunk (`pallocBits.summarize`). */
  summarize(): Summary {
    let [start, max, run] = [-1, 0, 0];
    for (let i = 0; i < this.length; i++) {
      if (!this.isAllocated(i)) { run++; continue; }
      if (start < 0) start = run;
      max = Math.max(max, run);
      run = 0;
    }
    return { start: start < 0 ? run : start, max: Math.max(max, run), end: run };
  }

  countFree(): number { return this.length - onesCount(this.#words); }

  save(): number[] { return [...this.#words]; }
}
