import { invariant } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { Arenas, type SavedArenas } from './arenas.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import { Ledger, type SavedLedger, type Use } from './ledger.ts';
import { PageAlloc, type SavedPages } from './page-alloc.ts';
import { pageCachePages, type PageCache } from './page-cache.ts';
import { Scavenger, type SavedScavenger } from './scavenger.ts';
import { SpanRecords, type SavedSpanRecords } from './span-records.ts';
import { ZeroedArenas, type SavedZeroed } from './zeroed-arenas.ts';

export interface SavedHeapPages {
  readonly pages: SavedPages;
  readonly arenas: SavedArenas;
  readonly ledger: SavedLedger;
  readonly scavenger: SavedScavenger;
  readonly zeroed: SavedZeroed;
  /** Absent: none has been made. */
  readonly spanRecords?: SavedSpanRecords;
  /** What the runtime has mapped beside all this; absent: nothing. */
  readonly elsewhere?: number;
}

/** Who has a page cache of its own: a P. */
export interface PageCacheHolder { pageCache: PageCache }

/** Pages that now have a user: the first one, and whether they must be cleared before an object lies in them. */
export interface TakenPages { readonly page: number; readonly needzero: boolean }

/** Every page of the heap: who may have it, what it counts as, whether it is in memory (`mheap.go:allocSpan`, `grow`, `freeSpanLocked`, Go 1.27). */
export class HeapPages {
  readonly pages: PageAlloc;
  readonly ledger: Ledger;
  readonly scavenger: Scavenger;
  readonly spanRecords: SpanRecords;
  /** Bytes that the runtime has mapped beside the heap, its stacks, its mark queues and the records of its spans: an input. */
  elsewhere: number;
  tell: Tell | undefined;
  readonly #geometry: Geometry;
  readonly #arenas: Arenas;
  readonly #zeroed: ZeroedArenas;

  constructor(geometry: Geometry, saved: SavedHeapPages) {
    this.#geometry = geometry;
    this.#arenas = new Arenas(geometry, saved.arenas);
    this.pages = new PageAlloc(geometry, saved.pages);
    this.ledger = new Ledger(saved.ledger);
    this.scavenger = new Scavenger(geometry, this.pages, this.ledger, saved.scavenger, () => this.mappedReady);
    this.#zeroed = new ZeroedArenas(geometry, saved.zeroed);
    this.spanRecords = new SpanRecords(saved.spanRecords);
    this.elsewhere = saved.elsewhere ?? 0;
  }

  /** All that is mapped and not given back, which is what GOMEMLIMIT limits (`gcController.mappedReady`). */
  get mappedReady(): number { return this.ledger.mapped + this.spanRecords.systemBytes + this.elsewhere; }

  /** Free pages: few of them from the P's page cache, else from all of the heap, which grows if it must. */
  alloc(npages: number, use: Use, holder: PageCacheHolder): TakenPages {
    const cached = npages < pageCachePages / 4;
    this.tell?.({ kind: 'pages-wanted', npages, cached });
    const own = cached ? this.#fromCache(npages, holder) : undefined;
    const [page, scavenged, growth] = own === undefined ? this.#fromHeap(npages) : [own, holder.pageCache.takeScavenged(own, npages) * pageSize, 0];
    this.spanRecords.take();
    this.scavenger.afterTaking(scavenged, growth, this.tell);
    this.ledger.taken(npages * pageSize, scavenged, use);
    return { page, needzero: this.#zeroed.use(page, npages) && !(scavenged === npages * pageSize && this.#geometry.scavengedIsZero) };
  }

  /** Nobody has these pages any more. */
  free(page: number, npages: number, use: Use): void {
    this.ledger.given(npages * pageSize, use);
    this.spanRecords.give();
    this.pages.free(page, npages);
  }

  save(): SavedHeapPages {
    return { pages: this.pages.save(), arenas: this.#arenas.save(), ledger: this.ledger.save(), scavenger: this.scavenger.save(), zeroed: this.#zeroed.save(), spanRecords: this.spanRecords.save(), ...(this.elsewhere > 0 && { elsewhere: this.elsewhere }) };
  }

  #fromCache(npages: number, holder: PageCacheHolder): number | undefined {
    if (holder.pageCache.empty) {
      holder.pageCache = this.pages.allocToCache(this.tell);
      const { base, pages } = holder.pageCache;
      if (pages > 0) this.tell?.({ kind: 'page-cache-filled', base: base * pageSize, pages });
    }
    const page = holder.pageCache.alloc(npages);
    this.tell?.(page === undefined ? { kind: 'page-cache-miss', npages } : { kind: 'page-cache', base: page * pageSize, npages });
    return page;
  }

  /** The page, bytes that were not in memory, and those that the heap has grown by. */
  #fromHeap(npages: number): [page: number, scavenged: number, growth: number] {
    let page = this.pages.alloc(npages, this.tell);
    const growth = page === undefined ? this.#grow(npages) : 0;
    page ??= this.pages.alloc(npages, this.tell);
    invariant(page !== undefined, 'the heap grew and still has no room');
    this.tell?.({ kind: 'pages', base: page * pageSize, npages });
    return [page, this.pages.takeScavenged(page, npages), growth];
  }

  /** Grows by whole chunks (`mheap.grow`). Returns the bytes gained. */
  #grow(npages: number): number {
    let growth = 0;
    const { chunkPages } = this.#geometry;
    for (const { base, size } of this.#arenas.grow(Math.ceil(npages / chunkPages) * chunkPages * pageSize, this.tell)) {
      this.pages.grow(base / pageSize, size / pageSize);
      this.ledger.grown(size);
      growth += size;
      this.tell?.({ kind: 'grow', base, size });
    }
    return growth;
  }
}
