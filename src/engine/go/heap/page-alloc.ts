import { pageSize } from '../size-classes.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import { PageBits } from './page-bits.ts';
import { PageCache, pageCachePages } from './page-cache.ts';
import { SummaryTree } from './summary-tree.ts';

/** One chunk: its index, and the bits of its pages, 32 to a word. */
export interface SavedChunk { readonly index: number; readonly bits: readonly number[] }
/** Chunks in ascending order, and the page below which nothing is free (-1: nothing is free at all). */
export interface SavedPages { readonly chunks: readonly SavedChunk[]; readonly searchPage: number }

/** A run found, and the lowest page that may be free now. */
interface Found { readonly page: number; readonly searchPage: number }

/** Which pages of the heap are free: the lowest run that fits is taken (`mpagealloc.go:pageAlloc`, Go 1.27). Pages are numbers: address / 8 KiB. */
export class PageAlloc {
  readonly #geometry: Geometry;
  readonly #chunks = new Map<number, PageBits>();
  readonly summaries: SummaryTree;
  #searchPage = Infinity;

  constructor(geometry: Geometry, saved?: SavedPages) {
    this.#geometry = geometry;
    this.summaries = new SummaryTree(geometry);
    for (const { index, bits } of saved?.chunks ?? []) this.#addChunk(index, bits);
    if (saved && saved.searchPage >= 0) this.#searchPage = saved.searchPage;
  }

  /** Adds whole chunks of free pages (`pageAlloc.grow`). */
  grow(page: number, npages: number): void {
    const { chunkPages } = this.#geometry;
    for (let at = page; at < page + npages; at += chunkPages) this.#addChunk(at / chunkPages);
    this.#searchPage = Math.min(this.#searchPage, page);
  }

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
    const cache = new PageCache(base, this.#chunks.get(Math.floor(base / chunkPages))!.free64(base % chunkPages));
    this.#mark(base, pageCachePages, true);
    this.#searchPage = base + pageCachePages - 1;
    return cache;
  }

  /** The chunks known, by index. */
  get chunks(): ReadonlyMap<number, PageBits> { return this.#chunks; }

  save(): SavedPages {
    const chunks = [...this.#chunks].map(([index, bits]) => ({ index, bits: bits.save() })).sort((a, b) => a.index - b.index);
    return { chunks, searchPage: this.#searchPage === Infinity ? -1 : this.#searchPage };
  }

  #addChunk(index: number, words?: readonly number[]): void {
    const bits = new PageBits(this.#geometry.chunkPages, words);
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

  /** Sets or clears the bits of pages, chunk by chunk, then the summaries above them (`allocRange`, `free`). */
  #mark(page: number, npages: number, allocated: boolean): void {
    const { chunkPages } = this.#geometry;
    const first = Math.floor(page / chunkPages);
    const sums = [];
    for (let at = page; at < page + npages; at += chunkPages - (at % chunkPages)) {
      const bits = this.#chunks.get(Math.floor(at / chunkPages))!;
      const within = Math.min(page + npages - at, chunkPages - (at % chunkPages));
      if (allocated) bits.allocRange(at % chunkPages, within);
      else bits.freeRange(at % chunkPages, within);
      sums.push(bits.summarize());
    }
    this.summaries.update(first, sums);
  }
}
