import { invariant } from '../../machine.ts';
import { pageSize, sizeClasses } from '../size-classes.ts';
import { Arenas, type SavedArenas } from './arenas.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import { MCentral, type SavedCentral } from './mcentral.ts';
import { MSpan, numSpanClasses, type SavedSpan } from './mspan.ts';
import { PageAlloc, type SavedPages } from './page-alloc.ts';
import { Pacer, type SavedPacer } from './pacer.ts';
import { PageCache, pageCachePages, type SavedPageCache } from './page-cache.ts';

/** All of the heap but what a P holds for itself. */
export interface SavedMHeap {
  readonly spans: readonly SavedSpan[];
  readonly central: readonly SavedCentral[];
  readonly pages: SavedPages;
  readonly pageCache: SavedPageCache;
  readonly arenas: SavedArenas;
  readonly pacer: SavedPacer;
}

/** The heap that all Ps share, and the page cache of the one P there is (`mheap.go:mheap`, Go 1.27). */
export class MHeap {
  readonly pages: PageAlloc;
  readonly central: readonly MCentral[];
  readonly pacer: Pacer;
  /** Two more after each collection. */
  sweepgen = 0;
  /** Whether a span was taken since this was last set to false: only then it is asked whether a collection is due. */
  charged = false;
  tell: Tell | undefined;
  readonly #geometry: Geometry;
  readonly #arenas: Arenas;
  readonly #spans = new Set<MSpan>();
  /** The span of each page that has one. */
  readonly #owners = new Map<number, MSpan>();
  #pageCache: PageCache;

  constructor(geometry: Geometry, saved: SavedMHeap) {
    this.#geometry = geometry;
    this.#arenas = new Arenas(geometry, saved.arenas);
    this.pages = new PageAlloc(geometry, saved.pages);
    this.pacer = new Pacer(saved.pacer);
    this.#pageCache = PageCache.from(saved.pageCache);
    for (const span of saved.spans) this.#put(new MSpan(span.page, span.npages, span.spanClass, span));
    const named = (pages: readonly number[] = []): MSpan[] => pages.map((page) => this.spanAt(page));
    this.central = Array.from({ length: numSpanClasses }, (_, i) => new MCentral(named(saved.central[i]?.partial), named(saved.central[i]?.full)));
  }

  /** The span that begins at a page. */
  spanAt(page: number): MSpan {
    const span = this.#owners.get(page);
    invariant(span?.page === page, `no span begins at page ${page}`);
    return span;
  }

  /** The span that an address lies in (`spanOf`). */
  spanOf(addr: number): MSpan {
    const span = this.#owners.get(Math.floor(addr / pageSize));
    invariant(span !== undefined, `no span holds ${addr}`);
    return span;
  }

  /** The span of a page, if it has one. */
  ownerOf(page: number): MSpan | undefined { return this.#owners.get(page); }

  /** Pages of a chunk. */
  get chunkPages(): number { return this.#geometry.chunkPages; }

  /** Whether the P's page cache has a page to hand out. */
  isCached(page: number): boolean { return this.#pageCache.has(page); }

  /** Whether nobody has a page: no span, no P, not the runtime itself. */
  isFree(page: number): boolean {
    const { chunkPages } = this.#geometry;
    return this.pages.chunks.get(Math.floor(page / chunkPages))?.isAllocated(page % chunkPages) === false;
  }

  /** The chunks the heap has, from low to high: first page, and pages free. */
  chunkList(): readonly { readonly page: number; readonly free: number }[] {
    const { chunkPages } = this.#geometry;
    return [...this.pages.chunks].sort(([a], [b]) => a - b).map(([index, bits]) => ({ page: index * chunkPages, free: bits.countFree() }));
  }

  /** Every span in use. */
  get spans(): ReadonlySet<MSpan> { return this.#spans; }

  /** A new span for objects (`mheap.alloc`). */
  alloc(npages: number, spanClass: number): MSpan {
    const span = new MSpan(this.allocPages(npages), npages, spanClass);
    this.#put(span);
    return span;
  }

  /** A span with free slots for a class: the first swept one, or a new one (`mcentral.cacheSpan`, `grow`). */
  cacheSpan(spanClass: number): MSpan {
    const swept = this.central[spanClass]!.partialSwept(this.sweepgen).pop();
    this.tell?.({ kind: 'central', spanClass, list: 'partial swept', base: swept?.base });
    const span = swept ?? this.alloc(sizeClasses[spanClass >> 1]!.npages, spanClass);
    this.tell?.({ kind: 'refill', spanClass, base: span.base, fresh: !swept });
    return span;
  }

  /** Takes a swept span that no P holds to where its free slots say (`mcentral.uncacheSpan`). */
  uncacheSpan(span: MSpan): void { this.central[span.spanClass]!.push(span, this.sweepgen); }

  /** Counts bytes towards the next collection (`gcController.update`). */
  charge(bytes: number): void {
    this.pacer.heapLive += bytes;
    this.charged = true;
  }

  /** Gives a span's pages back (`mheap.freeSpan`). */
  freeSpan(span: MSpan): void {
    for (let page = span.page; page < span.page + span.npages; page++) this.#owners.delete(page);
    this.#spans.delete(span);
    this.pages.free(span.page, span.npages);
    this.tell?.({ kind: 'freed', base: span.base, npages: span.npages });
  }

  /** Free pages: few of them from the P's page cache, else from all of the heap, which grows if it must (`mheap.allocSpan`). */
  allocPages(npages: number): number {
    const cached = npages < pageCachePages / 4;
    this.tell?.({ kind: 'pages-wanted', npages, cached });
    return (cached ? this.#fromCache(npages) : undefined) ?? this.#fromHeap(npages);
  }

  save(): SavedMHeap {
    return {
      spans: Array.from(this.#spans, (span) => span.save()).sort((a, b) => a.page - b.page),
      central: this.central.map((central) => central.save(this.sweepgen)),
      pages: this.pages.save(),
      pageCache: this.#pageCache.save(),
      arenas: this.#arenas.save(),
      pacer: this.pacer.save(),
    };
  }

  #fromCache(npages: number): number | undefined {
    if (this.#pageCache.empty) {
      this.#pageCache = this.pages.allocToCache(this.tell);
      const { base, pages } = this.#pageCache;
      if (pages > 0) this.tell?.({ kind: 'page-cache-filled', base: base * pageSize, pages });
    }
    const page = this.#pageCache.alloc(npages);
    this.tell?.(page === undefined ? { kind: 'page-cache-miss', npages } : { kind: 'page-cache', base: page * pageSize, npages });
    return page;
  }

  #fromHeap(npages: number): number {
    let page = this.pages.alloc(npages, this.tell);
    if (page === undefined) {
      this.#grow(npages);
      page = this.pages.alloc(npages, this.tell);
    }
    invariant(page !== undefined, 'the heap grew and still has no room');
    this.tell?.({ kind: 'pages', base: page * pageSize, npages });
    return page;
  }

  /** Grows by whole chunks (`mheap.grow`). */
  #grow(npages: number): void {
    const { chunkPages } = this.#geometry;
    for (const { base, size } of this.#arenas.grow(Math.ceil(npages / chunkPages) * chunkPages * pageSize, this.tell)) {
      this.pages.grow(base / pageSize, size / pageSize);
      this.tell?.({ kind: 'grow', base, size });
    }
  }

  #put(span: MSpan): void {
    this.#spans.add(span);
    for (let page = span.page; page < span.page + span.npages; page++) this.#owners.set(page, span);
  }
}
