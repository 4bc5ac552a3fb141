import { invariant } from '../../machine.ts';
import { requestOf, slotSize, type Request } from '../request.ts';
import { classOf, pageSize } from '../size-classes.ts';
import { Tiny, type SavedTiny } from '../tiny.ts';
import type { MHeap } from './mheap.ts';
import { emptyPageCache, PageCache, type SavedPageCache } from './page-cache.ts';
import { numSpanClasses, spanClassOf, type MSpan } from './mspan.ts';

/** The first page of the span held for each span class, 0 for none, the tiny block, and the pages set aside. */
export interface SavedMCache {
  readonly spans: readonly number[];
  readonly tiny: SavedTiny;
  readonly pageCache: SavedPageCache;
  /** How many slots of each of those spans the heap's count of objects has; absent: all that are taken. */
  readonly counted?: readonly number[];
}

export const emptyCache: SavedMCache = { spans: [], tiny: { offset: 0 }, pageCache: emptyPageCache };

/** Tiny objects lie in slots of 16 bytes without pointers (`tinySpanClass`). */
const tinySpanClass = spanClassOf(classOf(16), true);

/** What one P allocates from without asking anyone: a span a class, and pages (`mcache.go:mcache`, `mpagecache.go:pageCache`, Go 1.27). */
export class MCache {
  pageCache: PageCache;
  readonly #heap: MHeap;
  readonly #alloc: (MSpan | undefined)[];
  /** Slots taken of the span of each class when it came (`allocCountBeforeCache`). */
  readonly #counted: number[];
  readonly #tiny: Tiny;

  constructor(heap: MHeap, saved: SavedMCache) {
    this.#heap = heap;
    this.pageCache = PageCache.from(saved.pageCache);
    this.#alloc = Array.from({ length: numSpanClasses }, (_, i) => (saved.spans[i] ? heap.spanAt(saved.spans[i]) : undefined));
    this.#counted = this.#alloc.map((span, i) => saved.counted?.[i] ?? span?.allocCount ?? 0);
    this.#tiny = new Tiny(() => this.#small(tinySpanClass));
    this.#tiny.load(saved.tiny);
  }

  /** The address of the tiny block, while there is one. */
  get tinyBlock(): number | undefined { return this.#tiny.block; }

  /** The span held for each span class. */
  get spans(): readonly (MSpan | undefined)[] { return this.#alloc; }

  /** The tiny block and how far it is used. */
  get tiny(): SavedTiny { return this.#tiny.save(); }

  /** The span at hand for a class, if any. */
  spanOf(spanClass: number): MSpan | undefined { return this.#alloc[spanClass]; }

  /**
   * The address of a new object of `size` bytes, at least 1 (`malloc.go:mallocgc`).
   *
   * The functions made for one size each (`malloc_generated.go`, on by default since Go 1.27 for up to 512 bytes) place objects
   * just so. `freegc` (`malloc.go:freegc`, off by default) would hand a slot without pointers out again at once: no heap here does.
   */
  malloc(size: number, pointers: boolean): number {
    const request = requestOf(size, pointers);
    invariant(request.kind !== 'zero', 'an object has at least one byte');
    if (this.#heap.tell) this.#tellRequest(request, size, pointers);
    switch (request.kind) {
      case 'tiny': return this.#place(size);
      case 'small': return this.#small(spanClassOf(request.class, !pointers)) + request.header;
      case 'large': return this.#large(request.npages, pointers);
    }
  }

  /** Gives every span away, class by class, and forgets the tiny block (`mcache.releaseAll`). */
  release(uncache: (span: MSpan) => void): void {
    for (const [spanClass, span] of this.#alloc.entries()) {
      if (!span) continue;
      this.#alloc[spanClass] = undefined;
      this.#count(span);
      uncache(span);
    }
    this.#tiny.release();
  }

  /** The same for spans of this sweep generation: what was counted as allocated and is free is taken back (`flushallmcaches`). */
  flush(): void {
    this.release((span) => {
      this.#heap.pacer.heapLive -= (span.nelems - span.allocCount) * span.elemsize;
      this.#heap.uncacheSpan(span);
    });
  }

  save(): SavedMCache {
    return { spans: this.#alloc.map((span) => span?.page ?? 0), tiny: this.#tiny.save(), pageCache: this.pageCache.save(), counted: [...this.#counted] };
  }

  #tellRequest(request: Exclude<Request, { kind: 'zero' }>, size: number, pointers: boolean): void {
    const [sizeClass, header] = request.kind === 'large' ? [0, 0] : [request.class, request.kind === 'small' ? request.header : 0];
    this.#heap.tell?.({ kind: 'request', size, spanClass: spanClassOf(sizeClass, !pointers), slot: slotSize(request), header });
  }

  #place(size: number): number {
    const { block, offset, fresh } = this.#tiny.place(size);
    this.#heap.tell?.({ kind: 'tiny', addr: block + offset, size, offset, fresh, kept: block === this.#tiny.block });
    return block + offset;
  }

  /** A slot of the span at hand, or of the next one (`mcache.nextFree`). */
  #small(spanClass: number): number {
    const held = this.#alloc[spanClass];
    if (held) {
      const index = this.#take(held);
      if (index >= 0) return held.addressOf(index);
    }
    const span = this.#refill(spanClass);
    return span.addressOf(this.#take(span));
  }

  #take(span: MSpan): number {
    const { freeindex, base, spanClass } = span;
    const index = span.take();
    if (index >= 0 && this.#heap.marking) span.markFresh(index);
    if (index >= 0 && this.#heap.tell) this.#heap.tell({ kind: 'slot', addr: span.addressOf(index), spanClass, index, base, skipped: index - freeindex });
    return index;
  }

  /** Changes a full span for one with room, and counts all that is free of it as allocated (`mcache.refill`). */
  #refill(spanClass: number): MSpan {
    const full = this.#alloc[spanClass];
    this.#heap.tell?.({ kind: 'full', spanClass, base: full?.base });
    if (full) {
      this.#heap.uncacheSpan(full);
      this.#count(full);
    }
    const span = this.#heap.cacheSpan(spanClass, this);
    this.#counted[spanClass] = span.allocCount;
    this.#heap.charge(span.bytes - span.allocCount * span.elemsize);
    return (this.#alloc[spanClass] = span);
  }

  /** What was taken of a span while this P had it is known to the heap only now. */
  #count(span: MSpan): void { this.#heap.heapAlloc += (span.allocCount - this.#counted[span.spanClass]!) * span.elemsize; }

  /** A span of its own (`mcache.allocLarge`). */
  #large(npages: number, pointers: boolean): number {
    this.#heap.sweeper.deductCredit(npages * pageSize, npages);
    const span = this.#heap.alloc(npages, spanClassOf(0, !pointers), this);
    this.#heap.heapAlloc += span.bytes;
    this.#heap.charge(span.bytes);
    span.takeWhole();
    if (this.#heap.marking) span.markFresh(0);
    this.#heap.uncacheSpan(span);
    this.#heap.tell?.({ kind: 'large', addr: span.base, npages });
    return span.base;
  }
}
