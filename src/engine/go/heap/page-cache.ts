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

/** What a cache has left. `base` is a page number, `low` and `high` hold 32 free bits each, the others those of pages not in memory. */
export interface SavedPageCache { readonly base: number; readonly low: number; readonly high: number; readonly scavengedLow: number; readonly scavengedHigh: number }

export const emptyPageCache: SavedPageCache = { base: 0, low: 0, high: 0, scavengedLow: 0, scavengedHigh: 0 };

const joined = (low: number, high: number): bigint => (BigInt(high) << 32n) | BigInt(low);
const halves = (bits: bigint): [low: number, high: number] => [Number(bits & 0xffff_ffffn), Number(bits >> 32n)];
const countOnes = (bits: bigint): number => bits.toString(2).replaceAll('0', '').length;

/** Free pages of one aligned block of 64 that a P has taken for itself (`mpagecache.go:pageCache`). */
export class PageCache {
  #base: number;
  #free: bigint;
  #scavenged: bigint;

  /** `free` has a 1 for each page from `base` on that may be handed out, `scavenged` for each of them that is not in memory. */
  constructor(base: number, free: bigint, scavenged = 0n) {
    this.#base = base;
    this.#free = free;
    this.#scavenged = scavenged;
  }

  static from({ base, low, high, scavengedLow, scavengedHigh }: SavedPageCache): PageCache {
    return new PageCache(base, joined(low, high), joined(scavengedLow, scavengedHigh));
  }

  /** Its first page's number. */
  get base(): number { return this.#base; }

  /** How many pages it can still hand out. */
  get pages(): number { return countOnes(this.#free); }

  get empty(): boolean { return this.#free === 0n; }

  /** The pages it can still hand out, and whether each is out of memory. */
  list(): { readonly page: number; readonly scavenged: boolean }[] {
    return Array.from({ length: pageCachePages }, (_, i) => i).filter((i) => this.has(this.#base + i)).map((i) => ({ page: this.#base + i, scavenged: ((this.#scavenged >> BigInt(i)) & 1n) === 1n }));
  }

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

  /** How many of some pages just handed out were not in memory; now they are. */
  takeScavenged(page: number, npages: number): number {
    const mask = ((1n << BigInt(npages)) - 1n) << BigInt(page - this.#base);
    const taken = countOnes(this.#scavenged & mask);
    this.#scavenged &= ~mask;
    return taken;
  }

  save(): SavedPageCache {
    const [low, high] = halves(this.#free);
    const [scavengedLow, scavengedHigh] = halves(this.#scavenged);
    return { base: this.#base, low, high, scavengedLow, scavengedHigh };
  }
}
