import type { MHeap } from './mheap.ts';
import type { MSpan } from './mspan.ts';
import { pageSize } from '../size-classes.ts';

/** How far the sweep of a cycle has come. Pages are of 8 KiB, `heapLive` in bytes. */
export interface SavedSweeper {
  readonly done: boolean;
  readonly pagesSwept: number;
  /** Pages to sweep, from `pagesSweptBasis` on, for each byte allocated since `heapLiveBasis`; 0 where nothing is owed. */
  readonly pagesPerByte: number;
  readonly pagesSweptBasis: number;
  readonly heapLiveBasis: number;
  readonly reclaim: SavedReclaim;
}

/** The page reclaimer: the chunks it looks through, from low to high, how many of them it has, and pages freed that nobody asked for yet. */
export interface SavedReclaim { readonly chunks: readonly number[]; readonly next: number; readonly credit: number }

export const sweptAll: SavedSweeper = { done: true, pagesSwept: 0, pagesPerByte: 0, pagesSweptBasis: 0, heapLiveBasis: 0, reclaim: { chunks: [], next: 0, credit: 0 } };

/** Sweeping should be done when this much is left to the trigger (`mgcsweep.go:gcPaceSweeper`). */
const sweepMargin = 2 ** 20;
/** Spans swept in search of one with room, before a new one is made (`mcentral.go:cacheSpan`). */
const spanBudget = 101;

/**
 * Sweeps the spans of the cycle before, one by one: whoever allocates pays for it, the background does the rest
 * (`mgcsweep.go`, Go 1.27).
 */
export class Sweeper {
  readonly #heap: MHeap;
  #state: SavedSweeper;

  constructor(heap: MHeap, saved: SavedSweeper = sweptAll) {
    this.#heap = heap;
    this.#state = saved;
  }

  /** Whether somebody looked for a span to sweep and there was none (`isSweepDone`). */
  get done(): boolean { return this.#state.done; }

  /** A cycle has marked: every span waits to be swept (`mgc.go:gcSweep`). */
  begin(): void {
    this.#heap.sweepgen += 2;
    const chunks = [...this.#heap.pages.chunks.keys()].sort((a, b) => a - b);
    this.#state = { ...sweptAll, done: false, reclaim: { chunks, next: 0, credit: 0 } };
  }

  /** Spreads what is to be swept over what may be allocated until the next trigger (`gcPaceSweeper`). */
  pace(trigger: number): void {
    const { ledger, pacer: { heapLive } } = this.#heap;
    const distance = Math.max(trigger - heapLive - sweepMargin, pageSize);
    const { pagesSwept } = this.#state;
    const pages = this.done ? 0 : Math.max(0, ledger.inUse / pageSize - pagesSwept);
    this.#state = { ...this.#state, pagesPerByte: pages / distance, pagesSweptBasis: pagesSwept, heapLiveBasis: heapLive };
  }

  /** A span is about to be had, of which `pages` the caller will sweep itself: pays what is owed by then (`deductSweepCredit`). */
  deductCredit(spanBytes: number, pages: number): void {
    const { pagesPerByte, pagesSweptBasis, heapLiveBasis } = this.#state;
    if (pagesPerByte === 0) return;
    const allocated = spanBytes + Math.max(0, this.#heap.pacer.heapLive - heapLiveBasis);
    const target = Math.floor(pagesPerByte * allocated) - pages;
    while (target > this.#state.pagesSwept - pagesSweptBasis) {
      if (this.one()) continue;
      this.#state = { ...this.#state, pagesPerByte: 0 };
      return;
    }
  }

  /** Sweeps the next span, class by class, full ones before partial ones; false when there is none (`sweepone`). */
  one(): boolean {
    if (this.done) return false;
    const span = this.#next();
    if (!span) {
      this.#state = { ...this.#state, done: true };
      return false;
    }
    if (this.sweep(span)) this.#credit(span.npages);
    return true;
  }

  /** Sweeps all that is left. */
  finish(): void { while (this.one()); }

  /** A span with nothing live gives its pages back, and this is true; another waits for its class (`sweepLocked.sweep`). */
  sweep(span: MSpan): boolean {
    const live = this.#sweep(span);
    if (live === 0) this.#heap.freeSpan(span);
    else this.#heap.uncacheSpan(span);
    return live === 0;
  }

  /** A span of a class that turns out to have room, swept, in nobody's list: partial ones first (`mcentral.cacheSpan`). */
  findRoom(spanClass: number): MSpan | undefined {
    if (this.done) return undefined;
    const central = this.#heap.central[spanClass]!;
    let budget = spanBudget;
    for (const set of [central.partialUnswept(this.#heap.sweepgen), central.fullUnswept(this.#heap.sweepgen)]) {
      for (; budget > 0; budget--) {
        const span = set.pop();
        if (!span) break;
        if (!this.#waits(span)) continue;
        if (this.#sweep(span) < span.nelems) return span;
        this.#heap.uncacheSpan(span);
      }
    }
    return undefined;
  }

  /** Before `npages` new ones are taken, as many are freed, if there are (`mheap.reclaim`). */
  reclaim(npages: number): void {
    if (this.done) return;
    let wanted = npages;
    while (wanted > 0) {
      const { chunks, next, credit } = this.#state.reclaim;
      const taken = Math.min(credit, wanted);
      wanted -= taken;
      this.#state = { ...this.#state, reclaim: { chunks, credit: credit - taken, next } };
      if (wanted === 0 || next >= chunks.length) return;
      this.#state = { ...this.#state, reclaim: { chunks, credit: 0, next: next + 1 } };
      this.#credit(this.#reclaimChunk(chunks[next]!));
    }
  }

  save(): SavedSweeper { return this.#state; }

  /** Sweeps the spans of a chunk that nothing live is known of. Returns the pages freed (`mheap.reclaimChunk`). */
  #reclaimChunk(chunk: number): number {
    const { chunkPages } = this.#heap;
    let freed = 0;
    for (let page = chunk * chunkPages; page < (chunk + 1) * chunkPages; page++) {
      const span = this.#heap.ownerOf(page);
      if (span?.page !== page || span.pageMarked || !this.#waits(span)) continue;
      if (this.sweep(span)) freed += span.npages;
    }
    return freed;
  }

  #waits(span: MSpan): boolean { return span.sweepgen === this.#heap.sweepgen - 2; }

  #credit(pages: number): void {
    const { reclaim } = this.#state;
    this.#state = { ...this.#state, reclaim: { ...reclaim, credit: reclaim.credit + pages } };
  }

  #next(): MSpan | undefined {
    for (const central of this.#heap.central) {
      for (const set of [central.fullUnswept(this.#heap.sweepgen), central.partialUnswept(this.#heap.sweepgen)]) {
        for (let span = set.pop(); span; span = set.pop()) if (this.#waits(span)) return span;
      }
    }
    return undefined;
  }

  /** Returns how many slots live. */
  #sweep(span: MSpan): number {
    this.#state = { ...this.#state, pagesSwept: this.#state.pagesSwept + span.npages };
    const before = span.allocCount;
    const live = span.sweep(this.#heap.sweepgen);
    this.#heap.heapAlloc -= (before - live) * span.elemsize;
    this.#heap.tell?.({ kind: 'swept', base: span.base, live });
    return live;
  }
}
