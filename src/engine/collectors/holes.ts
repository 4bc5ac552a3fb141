import { bitsFor, clearBit, hasBit, lowest, setBit } from './bits.ts';
import { base, nil, wordBytes, type ObjectHeap } from './object-heap.ts';
import type { Work } from './work.ts';

export interface SavedHoles {
  readonly starts: Int32Array;
  readonly at: number;
  readonly end: number;
  readonly sweeping: boolean;
  readonly swept: number;
  readonly used: number;
}

/**
 * Memory whose objects stay where they are. A bit says where each begins; what is between them is holes, which are filled from low
 * to high addresses, one after the other.
 *
 * Sweeping is lazy: after marking, the marks take the place of the begin bits word by word, as the search for a hole gets there
 * (`mcentral.go:tryAcquire` and `mspan.sweep`, which swaps gcmarkBits in for allocBits).
 */
export class Holes {
  readonly starts: Int32Array;
  readonly #heap: ObjectHeap;
  readonly #work: Work;
  /** What is left of the hole being filled: from here to the next object, or to the end of memory. */
  #at: number = base;
  #end: number = base;
  /** Marks that decide from bit word `#swept` on. */
  #marks: Int32Array | undefined;
  #swept = 0;
  /** Words of all objects not yet swept, dead or alive. */
  used = 0;

  constructor(heap: ObjectHeap, work: Work) {
    this.#heap = heap;
    this.#work = work;
    this.starts = bitsFor(heap.limit);
  }

  /** Where the next object would go if it is small enough. */
  get hole(): number { return this.#at; }

  /** The address up to which the last marking has been swept. */
  get swept(): number { return this.#marks ? this.#swept << 5 : this.#heap.limit; }

  /** Takes so many words, or none: then all holes from here to the end are too small. */
  take(words: number): number {
    if (!this.fits(words)) return nil;
    const addr = this.#at;
    this.#at += words;
    this.used += words;
    setBit(this.starts, addr);
    return addr;
  }

  /** Goes on to the next hole with room for so many. */
  fits(words: number): boolean {
    while (this.#at + words > this.#end) if (!this.#nextHole()) return false;
    return true;
  }

  /** Begins again with the lowest hole. */
  rewind(): void { this.#at = this.#end = base; }

  /** One object is dead. */
  free(addr: number): void {
    const words = this.#heap.wordsAt(addr);
    this.used -= words;
    clearBit(this.starts, addr);
    this.#work.tell?.({ kind: 'freed', id: this.#heap.words[addr]!, addr: addr * wordBytes, size: words * wordBytes });
  }

  /** Every object without a mark is dead: they are swept when their holes are looked for. */
  condemn(marks: Int32Array): void {
    this.#marks = marks;
    this.#swept = base >>> 5;
    this.rewind();
  }

  /** Sweeps what is left, and stays at the hole being filled. */
  finishSweep(): void { this.#sweepUpTo(this.starts.length - 1); }

  /** Addresses of all objects not yet swept. */
  *objects(): Generator<number, void, void> {
    for (const [word, bits] of this.starts.entries()) {
      for (let left = bits; left !== 0; left &= left - 1) yield (word << 5) + lowest(left);
    }
  }

  /** Bytes of those found dead. */
  condemned(): number {
    let words = 0;
    for (const addr of this.objects()) if (this.#marks && addr >>> 5 >= this.#swept && !hasBit(this.#marks, addr)) words += this.#heap.wordsAt(addr);
    return words * wordBytes;
  }

  save(): SavedHoles {
    return { starts: this.starts.slice(), at: this.#at, end: this.#end, sweeping: this.#marks !== undefined, swept: this.#swept, used: this.used };
  }

  /** The marks themselves are the marker's. */
  load({ starts, at, end, sweeping, swept, used }: SavedHoles, marks?: Int32Array): void {
    this.starts.set(starts);
    this.#at = at;
    this.#end = end;
    this.#marks = sweeping ? marks : undefined;
    this.#swept = swept;
    this.used = used;
  }

  #nextHole(): boolean {
    const { limit } = this.#heap;
    let at = this.#end;
    while (at < limit && this.#begins(at)) at += this.#heap.wordsAt(at);
    this.#at = at;
    this.#end = at < limit ? this.#next(at) : limit;
    return at < limit;
  }

  /** The first object at or above an address; the end of memory if there is none. */
  #next(addr: number): number {
    let word = addr >>> 5;
    let bits = (this.starts[word] ?? 0) & (-1 << (addr & 31));
    while (bits === 0 && ++word < this.starts.length) bits = this.#sweptWord(word);
    return bits === 0 ? this.#heap.limit : (word << 5) + lowest(bits);
  }

  #begins(addr: number): boolean {
    this.#sweptWord(addr >>> 5);
    return hasBit(this.starts, addr);
  }

  #sweptWord(word: number): number {
    if (this.#marks && word >= this.#swept) this.#sweepUpTo(word);
    return this.starts[word]!;
  }

  /** Word by word: what has begun and has no mark is dead, what has a mark goes on. */
  #sweepUpTo(last: number): void {
    if (!this.#marks || last < this.#swept) return;
    this.#work.touched += 2 * (last + 1 - this.#swept);
    for (let word = this.#swept; word <= last; word++) {
      const dead = this.starts[word]! & ~this.#marks[word]!;
      for (let bits = dead; bits !== 0; bits &= bits - 1) this.free((word << 5) + lowest(bits));
    }
    this.#swept = last + 1;
    if (this.#swept === this.starts.length) this.#marks = undefined;
  }
}
