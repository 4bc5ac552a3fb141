import { Allocator, type Answer, type Cell, type HeapPicture } from '../allocator.ts';
import { Extents, type SavedExtents } from './extents.ts';
import { largestSmall, pageSize, regionsPerSlab, sizeFor, slabPages } from './size-classes.ts';

/** Pages the library has used for itself when a program first asks. */
const firstPage = 21;
const limit = 2 ** 35;

/** A slab or, of one region, a large allocation. `free` has a bit for each free region, the lowest first. */
interface Slab { readonly page: number; readonly size: number; readonly pages: number; readonly free: Uint32Array; used: number }

interface SavedJemalloc { readonly extents: SavedExtents; readonly slabs: readonly Slab[]; readonly open: readonly (readonly [size: number, pages: readonly number[]])[] }

/**
 * jemalloc 5.3 without its thread cache (tcache:false, narenas:1): each small request gets the lowest free region of
 * the lowest slab of its class that has one; an empty slab gives its pages back.
 *
 * Exact: size classes, the region rule, the slabs' places while one class is in use. Not modelled: the thread cache,
 * how extents of several sizes are reused, decay, and the random offset of large allocations.
 */
export class Jemalloc extends Allocator<SavedJemalloc> {
  readonly #extents: Extents;
  /** By each of its pages. */
  #slabs = new Map<number, Slab>();
  /** First pages of the slabs with free regions, ascending, by class. */
  #open = new Map<number, number[]>();

  /** `heap` bounds it, bytes; at least the 21 pages the library has used already. */
  constructor({ heap = limit }: { readonly heap?: number } = {}, _seed = 0, start?: ReturnType<Jemalloc['save']>) {
    super();
    this.#extents = new Extents(firstPage, Math.floor(heap / pageSize));
    if (start) this.load(start);
  }

  protected malloc(n: number): Answer {
    if (n > limit) return null;
    const size = sizeFor(n);
    this.effort.steps++;
    if (size > largestSmall) return this.#large(Math.ceil(size / pageSize));
    const open = this.#openOf(size);
    const slab = open.length > 0 ? this.#slabs.get(open[0]!) : this.#make(size, slabPages(size));
    if (slab === undefined) return null;
    if (open.length === 0) open.push(slab.page);
    return this.#takeRegion(slab, open);
  }

  protected free(addr: number): void {
    const slab = this.#slabs.get(Math.floor(addr / pageSize))!;
    if (slab.size > largestSmall) return this.#unmake(slab);
    const region = (addr - slab.page * pageSize) / slab.size;
    const open = this.#openOf(slab.size);
    if (slab.used === regionsPerSlab(slab.size)) insertSorted(open, slab.page);
    slab.free[region >>> 5]! |= 1 << (region & 31);
    slab.used--;
    this.tell?.({ kind: 'put', list: `bin-${slab.size}`, addr, size: slab.size });
    if (slab.used > 0) return;
    open.splice(open.indexOf(slab.page), 1);
    this.#unmake(slab);
  }

  /** Stays while the class does. */
  protected override realloc(addr: number, n: number): Answer {
    return sizeFor(n) === this.blockSize(addr) ? addr : this.#move(addr, n);
  }

  blockSize(addr: number): number { return this.#slabs.get(Math.floor(addr / pageSize))!.size; }
  protected heapBytes(): number { return this.#extents.end * pageSize; }
  protected largestFree(): number { return this.#extents.list().reduce((most, { pages }) => Math.max(most, pages * pageSize), 0); }

  protected look(): HeapPicture {
    const cells: Cell[] = [{ addr: 0, size: firstPage * pageSize, state: 'meta' }];
    const free = this.#extents.list().map(({ page, pages }): Cell => ({ addr: page * pageSize, size: pages * pageSize, state: 'free', list: 'dirty' }));
    const slabs = [...this.#slabs].filter(([page, slab]) => page === slab.page).flatMap(([, slab]) => regionCells(slab));
    return { heap: this.heapBytes(), cells: [...cells, ...free, ...slabs].sort((a, b) => a.addr - b.addr), mapped: [] };
  }

  protected saveState(): SavedJemalloc {
    const slabs = [...this.#slabs].filter(([page, slab]) => page === slab.page).map(([, slab]) => ({ ...slab, free: slab.free.slice() }));
    return { extents: this.#extents.save(), slabs, open: [...this.#open].map(([size, pages]) => [size, pages.slice()]) };
  }

  protected loadState({ extents, slabs, open }: SavedJemalloc): void {
    this.#extents.load(extents);
    this.#slabs = new Map();
    for (const slab of slabs) this.#know({ ...slab, free: slab.free.slice() });
    this.#open = new Map(open.map(([size, pages]) => [size, pages.slice()]));
  }

  #move(addr: number, n: number): Answer {
    const moved = this.malloc(n);
    if (moved === null) return null;
    this.tell?.({ kind: 'copy', from: addr, addr: moved, size: Math.min(n, this.blockSize(addr)) });
    this.free(addr);
    return moved;
  }

  #openOf(size: number): number[] {
    const known = this.#open.get(size);
    if (known !== undefined) return known;
    const fresh: number[] = [];
    this.#open.set(size, fresh);
    return fresh;
  }

  #takeRegion(slab: Slab, open: number[]): number {
    const word = slab.free.findIndex((bits) => bits !== 0);
    const bits = slab.free[word]!;
    const region = word * 32 + 31 - Math.clz32(bits & -bits);
    slab.free[word] = bits & (bits - 1);
    if (++slab.used === regionsPerSlab(slab.size)) open.shift();
    const addr = slab.page * pageSize + region * slab.size;
    this.tell?.({ kind: 'take', list: `bin-${slab.size}`, addr, size: slab.size });
    return addr;
  }

  #large(pages: number): Answer {
    const extent = this.#make(pages * pageSize, pages);
    return extent === undefined ? null : extent.page * pageSize;
  }

  #make(size: number, pages: number): Slab | undefined {
    const page = this.#extents.take(pages);
    if (page === -1) return undefined;
    const regions = size > largestSmall ? 0 : regionsPerSlab(size);
    const free = new Uint32Array(Math.ceil(regions / 32));
    for (let i = 0; i < regions; i++) free[i >>> 5]! |= 1 << (i & 31);
    const slab = { page, size, pages, free, used: 0 };
    this.#know(slab);
    return slab;
  }

  #unmake(slab: Slab): void {
    for (let page = slab.page; page < slab.page + slab.pages; page++) this.#slabs.delete(page);
    this.#extents.give(slab.page, slab.pages);
  }

  #know(slab: Slab): void {
    for (let page = slab.page; page < slab.page + slab.pages; page++) this.#slabs.set(page, slab);
  }
}

function insertSorted(pages: number[], page: number): void {
  const index = pages.findIndex((other) => other > page);
  pages.splice(index === -1 ? pages.length : index, 0, page);
}

function regionCells({ page, size, free }: Slab): Cell[] {
  const start = page * pageSize;
  if (size > largestSmall) return [{ addr: start, size, state: 'live' }];
  const isFree = (region: number): boolean => (free[region >>> 5]! & (1 << (region & 31))) !== 0;
  return Array.from({ length: regionsPerSlab(size) }, (_, i): Cell => ({ addr: start + i * size, size, state: isFree(i) ? 'free' : 'live', list: `bin-${size}` }));
}
