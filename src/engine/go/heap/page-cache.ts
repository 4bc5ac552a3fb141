import { trailingZeros } from './bits.ts';

/** Pages of a cache (`pageCachePages`). */
export const pageCachePages = 64;

const lowest = (bits: bigint): number => {
  const low = Number(bits & 0xffff_ffffn);
  return low !== 0 ? trailingZeros(low) : 32 + lowest(bits >> 32n);
};

/** Where the lowest run of `n` ones begins, or -1 (`mpallocbits.go:findBitRange64`). */
function findBitRange64(bits: bigint, n: number): number {
  let runs = bits;
  for (let i = 1; i < n; i++) runs &= runs >> 1n;
  return runs === 0n ? -1 : lowest(runs);
}

/** What a cache has left. `base` is a page number, `low` and `high` hold 32 free bits each. */
export interface SavedPageCache { readonly base: number; readonly low: number; readonly high: number }

/** Free pages of one aligned block of 64 that a P has taken for itself (`mpagecache.go:pageCache`). */
export class PageCache {
  #base: number;
  #free: bigint;

  /** `free` has a 1 for each page from `base` on that may be handed out. */
  constructor(base: number, free: bigint) {
    this.#base = base;
    this.#free = free;
  }

  static from({ base, low, high }: SavedPageCache): PageCache {
    return new PageCache(base, (BigInt(high) << 32n) | BigInt(low));
  }

  /** Its first page's number. */
  get base(): number { return this.#base; }

  /** How many pages it can still hand out. */
  get pages(): number { return this.#free.toString(2).replaceAll('0', '').length; }

  get empty(): boolean { return this.#free === 0n; }

  has(page: number): boolean {
    const at = page - this.#base;
    return at >= 0 && at < pageCachePages && ((this.#free >> BigInt(at)) & 1n) === 1n;
  }

  /** The lowest run of `npages` pages, taken; undefined when there is none (`pageCache.alloc`). */
  alloc(npages: number): number | undefined {
    const at = findBitRange64(this.#free, npages);
    if (at < 0) return undefined;
    this.#free &= ~(((1n << BigInt(npages)) - 1n) << BigInt(at));
    return this.#base + at;
  }

  save(): SavedPageCache {
    return { base: this.#base, low: Number(this.#free & 0xffff_ffffn), high: Number(this.#free >> 32n) };
  }
}
