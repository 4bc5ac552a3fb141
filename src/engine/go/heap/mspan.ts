import { invariant } from '../../machine.ts';
import { pageSize, sizeClasses } from '../size-classes.ts';
import { nelems } from '../span-layout.ts';
import { hasBit, onesCount, setBit, trailingZeros } from './bits.ts';

/** A span class: size class and whether its objects are without pointers (`mheap.go:makeSpanClass`). */
export const spanClassOf = (sizeClass: number, noscan: boolean): number => sizeClass * 2 + (noscan ? 1 : 0);
/** All of them (`numSpanClasses`). */
export const numSpanClasses = sizeClasses.length * 2;

/** A span between two operations. `page` is its first page's number; bits are words of 32. */
export interface SavedSpan {
  readonly page: number;
  readonly npages: number;
  readonly spanClass: number;
  readonly freeindex: number;
  readonly allocCount: number;
  readonly allocBits: readonly number[];
  /** Slots that outlive every collection: the runtime's own, there when the machine was started. */
  readonly held?: readonly number[];
  /** Absent: its free slots hold zeroes. */
  readonly needzero?: true;
}

/** Pages that hold objects of one size (`mheap.go:mspan`, Go 1.27). The runtime's words have 64 bits, these have 32: the slots are the same. */
export class MSpan {
  readonly page: number;
  readonly npages: number;
  readonly spanClass: number;
  /** Bytes of a slot. */
  readonly elemsize: number;
  readonly nelems: number;
  /** Slots below it are taken, or were free too late for this cycle. */
  freeindex = 0;
  allocCount = 0;
  /** Whether a slot must be cleared before it is handed out. */
  needzero = false;
  /** Slots that the last collection found live. */
  #allocBits: Uint32Array;
  /** Free slots from freeindex to the end of its word, the lowest bit first. */
  #allocCache = 0;
  #gcmarkBits: Uint32Array;
  readonly #held: Uint32Array | undefined;

  constructor(page: number, npages: number, spanClass: number, saved?: SavedSpan) {
    const sizeClass = spanClass >> 1;
    [this.page, this.npages, this.spanClass] = [page, npages, spanClass];
    this.elemsize = sizeClass === 0 ? npages * pageSize : sizeClasses[sizeClass]!.size;
    this.nelems = sizeClass === 0 ? 1 : nelems(sizeClass, (spanClass & 1) === 1);
    const words = Math.ceil(this.nelems / 32);
    this.#allocBits = Uint32Array.from(saved?.allocBits ?? new Uint32Array(words));
    this.#held = saved?.held && Uint32Array.from(saved.held);
    this.#gcmarkBits = new Uint32Array(words);
    if (saved) [this.freeindex, this.allocCount, this.needzero] = [saved.freeindex, saved.allocCount, saved.needzero ?? false];
    this.#refillAllocCache();
  }

  get base(): number { return this.page * pageSize; }

  get bytes(): number { return this.npages * pageSize; }

  /** The next free slot, taken; -1 when there is none (`malloc.go:nextFreeFast`, `mbitmap.go:nextFreeIndex`). */
  take(): number {
    while (this.freeindex < this.nelems) {
      const bit = trailingZeros(this.#allocCache);
      const index = this.freeindex + bit;
      if (bit < 32 && index < this.nelems) return this.#taken(index, bit);
      this.freeindex = Math.min(this.nelems, (this.freeindex + 32) & ~31);
      this.#refillAllocCache();
    }
    return -1;
  }

  addressOf(index: number): number { return this.base + index * this.elemsize; }

  /** The slot that an address lies in (`mspan.objIndex`). */
  indexOf(addr: number): number { return Math.floor((addr - this.base) / this.elemsize); }

  /** Whether a slot has been handed out since it was last found dead (`mspan.isFree`, inverted). */
  isAllocated(index: number): boolean {
    return index < this.freeindex || hasBit(this.#allocBits, index);
  }

  /** Takes the one slot of a large span. */
  takeWhole(): void {
    invariant(this.nelems === 1 && this.allocCount === 0, 'a large span holds one object');
    this.freeindex = this.allocCount = 1;
  }

  /** Starts a cycle: only what is held is marked. */
  clearMarks(): void {
    this.#gcmarkBits = this.#held ? this.#held.slice() : new Uint32Array(this.#allocBits.length);
  }

  /** Marks a slot; false when it was marked already. */
  mark(index: number): boolean {
    if (hasBit(this.#gcmarkBits, index)) return false;
    setBit(this.#gcmarkBits, index);
    return true;
  }

  countMarks(): number { return onesCount(this.#gcmarkBits); }

  isMarked(index: number): boolean { return hasBit(this.#gcmarkBits, index); }

  /** The marks become the allocation bits, and the search begins anew (`mgcsweep.go:sweepLocked.sweep`). Returns how many slots live. */
  sweep(): number {
    this.#allocBits = this.#gcmarkBits;
    this.freeindex = 0;
    const before = this.allocCount;
    this.allocCount = onesCount(this.#allocBits);
    if (this.allocCount < before) this.needzero = true;
    this.#refillAllocCache();
    return this.allocCount;
  }

  save(): SavedSpan {
    const { page, npages, spanClass, freeindex, allocCount } = this;
    return { page, npages, spanClass, freeindex, allocCount, allocBits: [...this.#allocBits], ...(this.#held && { held: [...this.#held] }), ...(this.needzero && { needzero: true }) };
  }

  #taken(index: number, bit: number): number {
    this.#allocCache = (this.#allocCache >>> bit) >>> 1;
    this.freeindex = index + 1;
    this.allocCount++;
    if (this.freeindex % 32 === 0) this.#refillAllocCache();
    return index;
  }

  /** Loads the word that freeindex lies in (`mspan.refillAllocCache`). */
  #refillAllocCache(): void {
    if (this.freeindex < this.nelems) this.#allocCache = ~this.#allocBits[this.freeindex >>> 5]! >>> (this.freeindex & 31);
  }
}
