import { clearBit, hasBit, onesCount, setBit } from './bits.ts';
import type { Summary } from './summary.ts';

/** Where a run of free pages begins in a chunk, and the first free page met on the way. */
export interface FoundPages { readonly index: number; readonly firstFree: number }

/** Which pages of a chunk are allocated: one bit each, 1 is allocated (`mpallocbits.go:pallocBits`). */
export class PageBits {
  readonly length: number;
  readonly #words: Uint32Array;
  /** Pages that are not in memory: never used since the heap grew, or given back (`pallocData.scavenged`). */
  readonly #scavenged: Uint32Array;

  /** `words` hold 32 pages each, the first page in the lowest bit. */
  constructor(length: number, words: Iterable<number> = new Uint32Array(length / 32), scavenged: Iterable<number> = new Uint32Array(length / 32)) {
    this.length = length;
    this.#words = Uint32Array.from(words);
    this.#scavenged = Uint32Array.from(scavenged);
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

  isScavenged(index: number): boolean { return hasBit(this.#scavenged, index); }

  setScavenged(index: number, npages: number): void {
    for (let i = index; i < index + npages; i++) setBit(this.#scavenged, i);
  }

  /** Pages that come into memory now: how many of them were not (`pallocData.allocRange`). */
  takeScavenged(index: number, npages: number): number {
    let taken = 0;
    for (let i = index; i < index + npages; i++) {
      if (!hasBit(this.#scavenged, i)) continue;
      clearBit(this.#scavenged, i);
      taken++;
    }
    return taken;
  }

  /** Of the 64 pages from `index` on, those that are free and not in memory, as bits; they come into memory (`pageBits.block64`, `clearBlock64`). */
  takeScavenged64(index: number): bigint {
    const scavenged = this.free64(index) & ((BigInt(this.#scavenged[(index >>> 5) + 1]!) << 32n) | BigInt(this.#scavenged[index >>> 5]!));
    for (let i = 0; i < 64; i++) if ((scavenged >> BigInt(i)) & 1n) clearBit(this.#scavenged, index + i);
    return scavenged;
  }

  save(): number[] { return [...this.#words]; }

  saveScavenged(): number[] { return [...this.#scavenged]; }
}
