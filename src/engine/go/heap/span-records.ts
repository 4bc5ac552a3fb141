/** How many records of spans there are: in use, of those waiting at the P, and ever made. */
export interface SavedSpanRecords { readonly inUse: number; readonly cached: number; readonly made: number }

/** Bytes of a record (`mheap.go:mspan` on 64 bits, Go 1.27). */
const recordBytes = 160;
/** Records made at a time, of a piece of 16 KiB (`mfixalloc.go:fixAllocChunk`). */
const perChunk = Math.floor(2 ** 14 / recordBytes);
/** What waits at the P at most, and how many it gets when none does (`runtime2.go:p.mspancache`, `mheap.go:allocMSpanLocked`). */
const [mostCached, refill] = [128, 64];

/** Who has pages has a record that says so (`mheap.go:mheap.spanalloc`, Go 1.27): outside the heap, on the list of one P. */
export class SpanRecords {
  #inUse: number;
  #cached: number;
  #made: number;

  constructor({ inUse, cached, made }: SavedSpanRecords = { inUse: 0, cached: 0, made: 0 }) {
    [this.#inUse, this.#cached, this.#made] = [inUse, cached, made];
  }

  /** Bytes of records that spans have, or the P. */
  get bytes(): number { return this.#inUse * recordBytes; }
  /** Bytes taken from the system for them, never given back. */
  get systemBytes(): number { return Math.ceil(this.#made / perChunk) * perChunk * recordBytes; }

  take(): void {
    if (this.#cached === 0) {
      this.#cached = refill;
      this.#inUse += refill;
      this.#made = Math.max(this.#made, this.#inUse);
    }
    this.#cached--;
  }

  give(): void {
    if (this.#cached < mostCached) this.#cached++;
    else this.#inUse--;
  }

  save(): SavedSpanRecords { return { inUse: this.#inUse, cached: this.#cached, made: this.#made }; }
}
