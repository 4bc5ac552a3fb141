import { pageSize } from '../size-classes.ts';
import { fixedStack, isSmall, orderOf, stackCacheSize, stackOrders } from './sizes.ts';
import { emptyPool, StackPool, type SavedPool, type StackPages } from './stack-pool.ts';

/** Where a stack lies: from `lo` up to before `hi`. */
export interface Stack { readonly lo: number; readonly hi: number }

/** What a P keeps of each small size, the next stack last (`mcache.stackcache`). */
export type SavedStackCache = readonly (readonly number[])[];

export interface SavedStacks {
  readonly pools: readonly SavedPool[];
  readonly caches: readonly SavedStackCache[];
  /** Large stacks that came back while a collection ran. */
  readonly large: readonly Stack[];
  readonly largeBytes: number;
  readonly gcRuns: boolean;
}

const orders = Array.from({ length: stackOrders }, (_, order) => order);

/** No stacks at all, and so many Ps. */
export const noStacks = (ps = 1): SavedStacks => ({ pools: [], caches: Array.from({ length: ps }, () => []), large: [], largeBytes: 0, gcRuns: false });

/** Where stacks come from and go to (`stack.go:stackalloc`, `stackfree`, Go 1.27): small ones by way of a P, large ones have spans of their own. */
export class StackAlloc {
  readonly #pages: StackPages;
  readonly #pools: readonly StackPool[];
  readonly #caches: readonly (readonly number[][])[];
  /** Of large stacks that may not go while a collection runs, by size, the first in the list last (`stackLarge`). */
  readonly #large = new Map<number, number[]>();
  #largeBytes: number;
  #gcRuns: boolean;

  constructor(pages: StackPages, saved: SavedStacks = noStacks()) {
    this.#pages = pages;
    this.#pools = orders.map((order) => new StackPool(order, pages, saved.pools[order] ?? emptyPool));
    this.#caches = saved.caches.map((cache) => orders.map((order) => [...cache[order] ?? []]));
    for (const { lo, hi } of saved.large) this.#keep(lo, hi - lo);
    this.#largeBytes = saved.largeBytes;
    this.#gcRuns = saved.gcRuns;
  }

  /** Bytes of all spans of stacks (`MemStats.StackInuse`). */
  get inUse(): number { return this.#pools.reduce((sum, pool) => sum + pool.bytes, this.#largeBytes); }

  /** A stack of `size` bytes, a power of two. Its memory is not cleared. */
  alloc(size: number, p = 0): Stack {
    const lo = isSmall(size) ? this.#small(orderOf(size), p) : this.#largeOf(size, p);
    return { lo, hi: lo + size };
  }

  free({ lo, hi }: Stack, p = 0): void {
    const size = hi - lo;
    if (isSmall(size)) this.#freeSmall(lo, orderOf(size), p);
    else if (this.#gcRuns) this.#keep(lo, size);
    else this.#release(lo, size);
  }

  /** Marking begins: from now on spans of stacks stay what they are. */
  markStarts(): void { this.#gcRuns = true; }

  /** Marking is done: unused spans go, and each P gives away what it kept (`mgc.go:gcMarkTermination`, `freeStackSpans`, `stackcache_clear`). */
  markEnds(): void {
    this.#gcRuns = false;
    for (const pool of this.#pools) pool.freeUnused();
    for (const [size, bases] of [...this.#large].sort(([a], [b]) => a - b)) for (const base of bases.reverse()) this.#release(base, size);
    this.#large.clear();
    for (const p of this.#caches.keys()) this.clearCache(p);
  }

  /** A P gives away what it keeps. */
  clearCache(p: number): void {
    for (const order of orders) for (const stack of this.#cache(p, order).splice(0).reverse()) this.#pools[order]!.free(stack, this.#gcRuns);
  }

  save(): SavedStacks {
    return {
      pools: this.#pools.map((pool) => pool.save()),
      caches: this.#caches.map((cache) => cache.map((list) => [...list])),
      large: [...this.#large].flatMap(([size, bases]) => bases.map((lo) => ({ lo, hi: lo + size }))),
      largeBytes: this.#largeBytes,
      gcRuns: this.#gcRuns,
    };
  }

  #cache(p: number, order: number): number[] { return this.#caches[p]![order]!; }

  #small(order: number, p: number): number {
    const cache = this.#cache(p, order);
    if (cache.length === 0) this.#refill(cache, order, p);
    return cache.pop()!;
  }

  /** Takes half of what a P may keep: the last one taken is handed out first (`stackcacherefill`). */
  #refill(cache: number[], order: number, p: number): void {
    for (let size = 0; size < stackCacheSize / 2; size += fixedStack * 2 ** order) cache.push(this.#pools[order]!.alloc(p));
  }

  #freeSmall(stack: number, order: number, p: number): void {
    const cache = this.#cache(p, order);
    const size = fixedStack * 2 ** order;
    if (cache.length * size >= stackCacheSize) {
      while (cache.length * size > stackCacheSize / 2) this.#pools[order]!.free(cache.pop()!, this.#gcRuns);
    }
    cache.push(stack);
  }

  #largeOf(size: number, p: number): number {
    const kept = this.#large.get(size)?.pop();
    if (kept !== undefined) return kept;
    this.#largeBytes += size;
    return this.#pages.alloc(size / pageSize, p);
  }

  #keep(lo: number, size: number): void { this.#large.set(size, [...this.#large.get(size) ?? [], lo]); }

  #release(lo: number, size: number): void {
    this.#largeBytes -= size;
    this.#pages.free(lo, size / pageSize);
  }
}
