import { Allocator, type Answer, type Cell, type HeapPicture } from './allocator.ts';
import { BuddySystem, type SavedBuddies } from './buddy-system.ts';
import { Words, type SavedWords } from './words.ts';

const page = 4096;

/** One cache for each size of object: pages of a slab as a power of two (the kmalloc caches of Linux 6, SLUB). */
const caches = [
  [8, 0], [16, 0], [32, 0], [64, 0], [96, 0], [128, 0], [192, 0], [256, 0],
  [512, 1], [1024, 2], [2048, 3], [4096, 3], [8192, 3],
] as const;
const largest = 8192;

/** Objects of a slab: no header, the rest is waste. */
export const objectsPerSlab = (size: number, order: number): number => Math.floor((page * 2 ** order) / size);

const cacheOf = (size: number): number => caches.findIndex(([object]) => size <= object);

interface Slab { readonly base: number; readonly cache: number; free: number; used: number }

interface SavedSlabs {
  readonly pages: SavedBuddies;
  readonly links: SavedWords;
  readonly slabs: readonly Slab[];
  readonly partial: readonly (readonly number[])[];
}

/**
 * Slabs (Bonwick 1994): each size has a cache of slabs, contiguous pages cut into objects at once. A free object holds
 * the link to the next, so allocation and free take one step. An empty slab goes back to the page allocator, which is
 * a buddy system; what is larger than two pages comes from there directly.
 */
export class SlabAllocator extends Allocator<SavedSlabs> {
  readonly #pages: BuddySystem;
  /** In a free object, the address of the next free one in its slab, plus one. */
  readonly #links = new Words(Float64Array);
  /** By the page they start on, and by every page of theirs. */
  #slabs = new Map<number, Slab>();
  /** For each cache the slabs that have room, the one in use last. */
  #partial: Set<number>[] = caches.map(() => new Set());

  /** `heap` bounds it, bytes. */
  constructor({ heap }: { readonly heap?: number } = {}, _seed = 0, start?: ReturnType<SlabAllocator['save']>) {
    super();
    this.#pages = heap === undefined ? new BuddySystem(1024, 'last', 2 ** 23) : new BuddySystem(Math.floor(heap / page));
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    this.#pages.effort = this.effort;
    this.effort.steps++;
    if (size > largest) return this.#takePages(size);
    const cache = cacheOf(size);
    const [known] = this.#partial[cache]!;
    const base = known ?? this.#grow(cache);
    return base === -1 ? null : this.#takeObject(this.#slabs.get(base / page)!);
  }

  protected free(addr: number): void {
    this.#pages.effort = this.effort;
    const slab = this.#slabs.get(Math.floor(addr / page));
    if (slab === undefined) return this.#pages.give(addr / page);
    this.#links.set(addr / 8, slab.free);
    slab.free = addr + 1;
    slab.used--;
    this.#partial[slab.cache]!.add(slab.base);
    this.tell?.({ kind: 'put', list: `slab-${caches[slab.cache]![0]}`, addr, size: caches[slab.cache]![0] });
    if (slab.used === 0) this.#reap(slab);
  }

  blockSize(addr: number): number {
    const slab = this.#slabs.get(Math.floor(addr / page));
    return slab === undefined ? page * 2 ** this.#pages.orderAt(addr / page) : caches[slab.cache]![0];
  }

  protected heapBytes(): number { return this.#pages.end * page; }

  /** Free pages, or an object of a slab with room. */
  protected largestFree(): number {
    const cache = this.#partial.findLastIndex((slabs) => slabs.size > 0);
    return Math.max(this.#pages.largestFree() * page, cache === -1 ? 0 : caches[cache]![0]);
  }

  protected look(): HeapPicture {
    const heap = this.heapBytes();
    const live = new Set(this.objects().map(({ addr }) => addr));
    const cells: Cell[] = [];
    for (const { addr, order, free } of this.#pages.blocks(this.#pages.end)) {
      const slab = this.#slabs.get(addr);
      const size = Math.min(page * 2 ** order, heap - addr * page);
      if (slab) cells.push(...this.#slabCells(slab, size, live));
      else cells.push({ addr: addr * page, size, state: free ? 'free' : 'live' });
    }
    return { heap, cells, mapped: [] };
  }

  protected saveState(): SavedSlabs {
    return {
      pages: this.#pages.save(), links: this.#links.save(),
      slabs: [...this.#slabs].filter(([at, { base }]) => at === base / page).map(([, slab]) => ({ ...slab })),
      partial: this.#partial.map((slabs) => [...slabs]),
    };
  }

  protected loadState({ pages, links, slabs, partial }: SavedSlabs): void {
    this.#pages.load(pages);
    this.#links.load(links);
    this.#slabs = new Map();
    for (const slab of slabs) this.#know({ ...slab });
    this.#partial = partial.map((bases) => new Set(bases));
  }

  #takePages(size: number): Answer {
    const pages = Math.ceil(size / page);
    if (pages > 2 ** 30) return null;
    const at = this.#pages.take(32 - Math.clz32(pages - 1));
    return at === -1 ? null : at * page;
  }

  #takeObject(slab: Slab): number {
    const addr = slab.free - 1;
    slab.free = this.#links.get(addr / 8);
    slab.used++;
    if (slab.free === 0) this.#partial[slab.cache]!.delete(slab.base);
    this.tell?.({ kind: 'take', list: `slab-${caches[slab.cache]![0]}`, addr, size: caches[slab.cache]![0] });
    return addr;
  }

  /** A new slab, its objects linked from low to high. -1 when there are no pages. */
  #grow(cache: number): number {
    const [size, order] = caches[cache]!;
    const at = this.#pages.take(order);
    if (at === -1) return -1;
    const base = at * page;
    const count = objectsPerSlab(size, order);
    for (let i = 0; i < count; i++) this.#links.set((base + i * size) / 8, i + 1 < count ? base + (i + 1) * size + 1 : 0);
    this.#know({ base, cache, free: base + 1, used: 0 });
    this.#partial[cache]!.add(base);
    this.tell?.({ kind: 'grow', addr: base, size: page * 2 ** order });
    return base;
  }

  /** An empty slab is given back, unless it is the only one of its cache with room. */
  #reap(slab: Slab): void {
    if (this.#partial[slab.cache]!.size === 1) return;
    this.#partial[slab.cache]!.delete(slab.base);
    for (let i = 0; i < 2 ** caches[slab.cache]![1]; i++) this.#slabs.delete(slab.base / page + i);
    this.#pages.give(slab.base / page);
    this.tell?.({ kind: 'trim', addr: slab.base, size: page * 2 ** caches[slab.cache]![1] });
  }

  #know(slab: Slab): void {
    for (let i = 0; i < 2 ** caches[slab.cache]![1]; i++) this.#slabs.set(slab.base / page + i, slab);
  }

  #slabCells({ base, cache }: Slab, bytes: number, live: ReadonlySet<number>): Cell[] {
    const [size, order] = caches[cache]!;
    const count = objectsPerSlab(size, order);
    const list = `slab-${size}`;
    const cells = Array.from({ length: count }, (_, i): Cell => ({ addr: base + i * size, size, state: live.has(base + i * size) ? 'live' : 'free', list }));
    const rest = bytes - count * size;
    return rest > 0 ? [...cells, { addr: base + count * size, size: rest, state: 'meta', list }] : cells;
  }
}
