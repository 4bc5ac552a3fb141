import { invariant } from '../../machine.ts';
import { pageSize, sizeClasses } from '../size-classes.ts';
import { nelems } from '../span-layout.ts';
import { hasBit, indexes, onesCount, setBit, trailingZeros } from './bits.ts';

/** A span class: size class and whether its objects are without pointers (`mheap.go:makeSpanClass`). */
export const spanClassOf = (sizeClass: number, noscan: boolean): number => sizeClass * 2 + (noscan ? 1 : 0);
/** All of them (`numSpanClasses`). */
export const numSpanClasses = sizeClasses.length * 2;

/** Words of 32 bits; from a recording, numbers. */
type Bits = readonly number[] | Uint32Array;

/** A span between two operations. `page` is its first page's number. A checkpoint shares its bits with the span, which never writes to these. */
export interface SavedSpan {
  readonly page: number;
  readonly npages: number;
  readonly spanClass: number;
  readonly freeindex: number;
  readonly allocCount: number;
  readonly allocBits: Bits;
  /** Slots that outlive every collection: the runtime's own, there when the machine was started. */
  readonly held?: Bits;
  /** Absent: its free slots hold zeroes. */
  readonly needzero?: true;
  /** What the collector has marked, where it is still marking, or the span is still to be swept; `pageMarked` as in {@link MSpan}. */
  readonly marks?: { readonly bits: Bits; readonly unswept: boolean; readonly pageMarked: boolean };
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
  /** The heap's when it was last swept, two less while it waits for that. */
  sweepgen: number;
  /** Whether the page reclaimer knows that something in it lives (`heapArena.pageMarks`): a hint, not set for every live span. */
  pageMarked = false;
  /** Slots that the last collection found live; not written to any more. */
  #allocBits: Uint32Array;
  /** Free slots from freeindex to the end of its word, the lowest bit first. */
  #allocCache = 0;
  #gcmarkBits: Uint32Array;
  /** Of the marked slots, those whose pointers have been followed. */
  #scanned: Uint32Array;
  readonly #held: Uint32Array | undefined;
  /** What it last was at a checkpoint. */
  #saved: SavedSpan | undefined;

  constructor(page: number, npages: number, spanClass: number, sweepgen: number, saved?: SavedSpan) {
    const sizeClass = spanClass >> 1;
    [this.page, this.npages, this.spanClass] = [page, npages, spanClass];
    this.sweepgen = sweepgen;
    this.elemsize = sizeClass === 0 ? npages * pageSize : sizeClasses[sizeClass]!.size;
    this.nelems = sizeClass === 0 ? 1 : nelems(sizeClass, (spanClass & 1) === 1);
    const words = Math.ceil(this.nelems / 32);
    this.#allocBits = saved ? words32(saved.allocBits) : new Uint32Array(words);
    this.#held = saved?.held && words32(saved.held);
    this.#gcmarkBits = this.#scanned = new Uint32Array(words);
    if (saved) [this.freeindex, this.allocCount, this.needzero] = [saved.freeindex, saved.allocCount, saved.needzero ?? false];
    this.#saved = saved;
    if (saved?.marks) [this.#gcmarkBits, this.pageMarked] = [Uint32Array.from(saved.marks.bits), saved.marks.pageMarked];
    this.#refillAllocCache();
  }

  /** Whether its objects are without pointers. */
  get noscan(): boolean { return (this.spanClass & 1) === 1; }

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

  /** Starts a cycle: nothing is marked. */
  clearMarks(): void {
    this.#gcmarkBits = new Uint32Array(this.#allocBits.length);
    if (!this.noscan) this.#scanned = new Uint32Array(this.#allocBits.length);
    this.pageMarked = false;
  }

  /** Marks a slot; false when it was marked already. */
  mark(index: number): boolean {
    if (hasBit(this.#gcmarkBits, index)) return false;
    setBit(this.#gcmarkBits, index);
    return true;
  }

  /** Marks a slot taken while a collection marks (`mgcmark.go:gcmarknewobject`). */
  markFresh(index: number): void {
    setBit(this.#gcmarkBits, index);
    this.pageMarked = true;
  }

  /** The slots that outlive every collection. */
  heldSlots(): number[] { return this.#held ? indexes(this.#held) : []; }

  /** Whether a marked slot was not scanned yet: now it is. */
  scanOne(index: number): boolean {
    if (hasBit(this.#scanned, index)) return false;
    setBit(this.#scanned, index);
    return true;
  }

  /** The marked slots not scanned yet: now they are (`mgcmark_greenteagc.go:spanSetScans`). */
  scanAll(): number[] {
    const grey = this.#gcmarkBits.map((marks, word) => marks & ~this.#scanned[word]!);
    this.#scanned = this.#gcmarkBits.slice();
    return indexes(grey);
  }

  countMarks(): number { return onesCount(this.#gcmarkBits); }

  isMarked(index: number): boolean { return hasBit(this.#gcmarkBits, index); }

  /** The marks become the allocation bits, and the search begins anew (`mgcsweep.go:sweepLocked.sweep`). Returns how many slots live. */
  sweep(sweepgen: number): number {
    this.sweepgen = sweepgen;
    this.#allocBits = this.#gcmarkBits;
    this.freeindex = 0;
    const before = this.allocCount;
    this.allocCount = onesCount(this.#allocBits);
    if (this.allocCount < before) this.needzero = true;
    this.#refillAllocCache();
    return this.allocCount;
  }

  /** Its state where the heap's sweep generation is this, and a collection may be marking. The same as before where nothing has changed. */
  save(sweepgen: number, marking: boolean): SavedSpan {
    const unswept = this.sweepgen < sweepgen;
    const marks = (marking || unswept) && { bits: this.#gcmarkBits.slice(), unswept, pageMarked: this.pageMarked };
    if (marks || !this.#isAsSaved()) this.#saved = { ...this.#plain(), ...(marks && { marks }) };
    return this.#saved!;
  }

  #plain(): SavedSpan {
    const { page, npages, spanClass, freeindex, allocCount } = this;
    return { page, npages, spanClass, freeindex, allocCount, allocBits: this.#allocBits, ...(this.#held && { held: this.#held }), ...(this.needzero && { needzero: true }) };
  }

  #isAsSaved(): boolean {
    const saved = this.#saved;
    return saved !== undefined && !saved.marks && saved.freeindex === this.freeindex && saved.allocCount === this.allocCount && saved.allocBits === this.#allocBits && (saved.needzero ?? false) === this.needzero;
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

const words32 = (bits: Bits): Uint32Array => (bits instanceof Uint32Array ? bits : Uint32Array.from(bits));
