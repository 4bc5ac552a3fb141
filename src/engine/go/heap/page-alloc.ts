import { pageSize } from '../size-classes.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import { PageBits } from './page-bits.ts';
import { PageCache, pageCachePages } from './page-cache.ts';
import { emptyScavengeIndex, ScavengeIndex, type SavedScavengeIndex } from './scavenge-index.ts';
import type { Summary } from './summary.ts';
import { SummaryTree } from './summary-tree.ts';

/** One chunk: its index, and the bits of its pages, 32 to a word: allocated, and not in memory. */
export interface SavedChunk { readonly index: number; readonly bits: readonly number[]; readonly scavenged: readonly number[] }
/** Chunks in ascending order, and the page below which nothing is free (-1: nothing is free at all). */
export interface SavedPages { readonly chunks: readonly SavedChunk[]; readonly searchPage: number; readonly scavengeIndex: SavedScavengeIndex }

export const noPages: SavedPages = { chunks: [], searchPage: -1, scavengeIndex: emptyScavengeIndex };

/** A run found, and the lowest page that may be free now. */
interface Found { readonly page: number; readonly searchPage: number }

/** Which pages of the heap are free: the lowest run that fits is taken (`mpagealloc.go:pageAlloc`, Go 1.27). Pages are numbers: address / 8 KiB. */
export class PageAlloc {
  readonly #geometry: Geometry;
  readonly #chunks = new Map<number, PageBits>();
  readonly summaries: SummaryTree;
  readonly scavengeIndex: ScavengeIndex;
  #searchPage = Infinity;

  constructor(geometry: Geometry, saved: SavedPages = noPages) {
    this.#geometry = geometry;
    this.summaries = new SummaryTree(geometry);
    this.scavengeIndex = new ScavengeIndex(geometry, saved.scavengeIndex);
    for (const { index, bits, scavenged } of saved.chunks) this.#addChunk(index, new PageBits(geometry.chunkPages, bits, scavenged));
    if (saved.searchPage >= 0) this.#searchPage = saved.searchPage;
  }

  /** Adds whole chunks of free pages (`pageAlloc.grow`). */
  grow(page: number, npages: number): void {
    const { chunkPages } = this.#geometry;
    for (let at = page; at < page + npages; at += chunkPages) {
      const bits = new PageBits(chunkPages);
      bits.setScavenged(0, chunkPages);
      this.#addChunk(at / chunkPages, bits);
    }
    this.#searchPage = Math.min(this.#searchPage, page);
  }

  /** Adds a chunk all of whose pages are in use: the tree knows nothing of it until one is free. */
  addFull(chunk: number): void {
    const bits = new PageBits(this.#geometry.chunkPages);
    bits.allocRange(0, bits.length);
    this.#addChunk(chunk, bits);
  }

  /** The page below which nothing is free; undefined where nothing is free at all (`pageAlloc.searchAddr`). */
  get searchPage(): number | undefined { return this.#searchPage === Infinity ? undefined : this.#searchPage; }

  /** Takes the lowest run of `npages` free pages; undefined when there is none (`pageAlloc.alloc`). */
  alloc(npages: number, tell?: Tell): number | undefined {
    const found = this.#search(npages, tell);
    if (!found) {
      if (npages === 1) this.#searchPage = Infinity;
      return undefined;
    }
    this.#mark(found.page, npages, true);
    this.#searchPage = Math.max(this.#searchPage, found.searchPage);
    return found.page;
  }

  free(page: number, npages: number): void {
    this.#searchPage = Math.min(this.#searchPage, page);
    this.#mark(page, npages, false);
  }

  /** Takes all that is free of the first block of 64 pages that has any (`pageAlloc.allocToCache`). */
  allocToCache(tell?: Tell): PageCache {
    const found = this.#search(1, tell);
    if (!found) {
      this.#searchPage = Infinity;
      return new PageCache(0, 0n);
    }
    const base = found.page - (found.page % pageCachePages);
    const { chunkPages } = this.#geometry;
    const bits = this.#chunks.get(Math.floor(base / chunkPages))!;
    const cache = new PageCache(base, bits.free64(base % chunkPages), bits.takeScavenged64(base % chunkPages));
    this.#mark(base, pageCachePages, true, cache.pages);
    this.#searchPage = base + pageCachePages - 1;
    return cache;
  }

  /** Takes back what a P had set aside (`pageCache.flush`). */
  flush(cache: PageCache): void {
    for (const { page, scavenged } of cache.list()) {
      this.#mark(page, 1, false);
      if (scavenged) this.#eachChunk(page, 1, (bits, at) => { bits.setScavenged(at, 1); });
    }
    if (!cache.empty) this.#searchPage = Math.min(this.#searchPage, cache.base);
  }

  /** Bytes that were not in memory of pages just allocated; now they are. */
  takeScavenged(page: number, npages: number): number {
    let taken = 0;
    this.#eachChunk(page, npages, (bits, at, within) => { taken += bits.takeScavenged(at, within); });
    return taken * pageSize;
  }

  /** The chunks known, by index. */
  get chunks(): ReadonlyMap<number, PageBits> { return this.#chunks; }

  save(): SavedPages {
    const chunks = [...this.#chunks].map(([index, bits]) => ({ index, bits: bits.save(), scavenged: bits.saveScavenged() })).sort((a, b) => a.index - b.index);
    return { chunks, searchPage: this.#searchPage === Infinity ? -1 : this.#searchPage, scavengeIndex: this.scavengeIndex.save() };
  }

  #addChunk(index: number, bits: PageBits): void {
    this.#chunks.set(index, bits);
    this.summaries.update(index, [bits.summarize()]);
  }

  #search(npages: number, tell?: Tell): Found | undefined {
    return this.#searchPage === Infinity ? undefined : this.#inSearchChunk(npages, tell) ?? this.#find(npages, tell);
  }

  /** The short way: the chunk where the search begins has room behind that point. */
  #inSearchChunk(npages: number, tell?: Tell): Found | undefined {
    const { chunkPages } = this.#geometry;
    const [index, from] = [Math.floor(this.#searchPage / chunkPages), this.#searchPage % chunkPages];
    if (chunkPages - from < npages || this.summaries.chunk(index).max < npages) return undefined;
    const found = this.#inChunk(index, npages, from);
    tell?.({ kind: 'search-chunk', chunk: index, found: found !== undefined });
    return found;
  }

  /** The long way: down the tree. */
  #find(npages: number, tell?: Tell): Found | undefined {
    let firstFree = 0;
    let bound = Infinity;
    const narrow = (page: number, size: number): void => {
      if (page < firstFree || page + size > bound) return;
      [firstFree, bound] = [page, page + size];
    };
    const seen = this.summaries.find(npages, this.#searchPage, narrow, tell);
    if (!seen) return undefined;
    if ('page' in seen) return { page: seen.page, searchPage: firstFree };
    const found = this.#inChunk(seen.child, npages, 0)!;
    tell?.({ kind: 'chunk', chunk: seen.child, base: found.page * pageSize });
    narrow(found.searchPage, (seen.child + 1) * this.#geometry.chunkPages - found.searchPage);
    return { page: found.page, searchPage: firstFree };
  }

  #inChunk(index: number, npages: number, from: number): Found | undefined {
    const base = index * this.#geometry.chunkPages;
    const found = this.#chunks.get(index)?.find(npages, from);
    return found && { page: base + found.index, searchPage: base + found.firstFree };
  }

  /** Sets or clears the bits of pages, chunk by chunk, then the summaries above them (`allocRange`, `free`). `anew` of them were free, all if not given. */
  #mark(page: number, npages: number, allocated: boolean, anew?: number): void {
    const sums: Summary[] = [];
    this.#eachChunk(page, npages, (bits, at, within, chunk) => {
      if (allocated) bits.allocRange(at, within);
      else bits.freeRange(at, within);
      if (allocated) this.scavengeIndex.alloc(chunk, anew ?? within);
      else this.scavengeIndex.free(chunk, chunk * this.#geometry.chunkPages + at, within);
      sums.push(bits.summarize());
    });
    this.summaries.update(Math.floor(page / this.#geometry.chunkPages), sums);
  }

  /** The part of each chunk that pages lie in: its bits, where the part begins in it, its pages, and which chunk it is. */
  #eachChunk(page: number, npages: number, visit: (bits: PageBits, at: number, within: number, chunk: number) => void): void {
    const { chunkPages } = this.#geometry;
    for (let at = page; at < page + npages; at += chunkPages - (at % chunkPages)) {
      const chunk = Math.floor(at / chunkPages);
      visit(this.#chunks.get(chunk)!, at % chunkPages, Math.min(page + npages - at, chunkPages - (at % chunkPages)), chunk);
    }
  }
}
