/** The page heap: hands out runs of pages, merges what comes back, gives some of it to the system (page_heap.cc). */
import type { Effort, Tell } from '../allocator.ts';
import { LargeSpans } from './large-spans.ts';
import { Spans, type SavedSpans } from './spans.ts';
import { pageSize, sizeClasses } from './size-classes.ts';

/** Spans of up to 128 pages have a list for each length; also the least the heap grows by. */
const maxPages = 128;
/** Lists 1 to 128 are normal, 129 to 256 returned spans; then one for each size class. */
export const classLists = 2 * maxPages + 1;
/** Pages that may be freed before memory is given back, when there was none to give. */
const releaseDelay = 2 ** 18;
const pagesPerReleased = 1000;
/** A heap that grows past a multiple of this first merges all free spans, if there are many. */
const coalesceInterval = (128 * 2 ** 20) / pageSize;
const limit = 2 ** 35 / pageSize;

export interface SavedPageHeap {
  readonly spans: SavedSpans;
  readonly large: { readonly normal: readonly number[]; readonly returned: readonly number[] };
  readonly free: number;
  readonly returned: number;
  readonly pages: number;
  readonly delay: number;
  readonly releaseIndex: number;
}

export class PageHeap {
  readonly spans = new Spans(classLists + sizeClasses.length);
  /** Spans above 128 pages, by length and address: best fit. */
  readonly #large = { normal: new LargeSpans(this.spans), returned: new LargeSpans(this.spans) };
  /** Pages in normal, and in returned spans. */
  #free = 0;
  #returned = 0;
  /** Pages the heap has. */
  pages = 0;
  /**
   * The first growth finds the release rate not yet set, and waits long; a page less, for one comes back before main:
   * the real library gives memory back with the 2^18th page that a program frees.
   */
  #delay = maxPages + releaseDelay - 1;
  #releaseIndex = maxPages;
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: Tell | undefined;

  /** A span of n pages; -1 if there is no room (PageHeap::New). */
  take(n: number): number {
    const found = this.#search(n);
    if (found !== -1) return found;
    if (this.#isTorn(n)) {
      this.#release(Infinity);
      const merged = this.#search(n);
      if (merged !== -1) return merged;
    }
    return this.#grow(n) ? this.#search(n) : -1;
  }

  /** Takes a span back (PageHeap::Delete). */
  give(span: number): void {
    const pages = this.spans.length(span);
    this.spans.make(span, pages, 'normal');
    this.#merge(span);
    this.#delay -= pages;
    if (this.#delay >= 0) return;
    const released = this.#release(1);
    this.#delay = released === 0 ? releaseDelay : Math.min(2 ** 20, pagesPerReleased * released);
  }

  largest(): number {
    const large = [this.#large.normal.last, this.#large.returned.last].filter((span) => span !== undefined);
    if (large.length > 0) return Math.max(...large.map((span) => this.spans.length(span)));
    for (let n = maxPages; n > 0; n--) if (this.spans.first(n) !== -1 || this.spans.first(maxPages + n) !== -1) return n;
    return 0;
  }

  save(): SavedPageHeap {
    return {
      spans: this.spans.save(), large: { normal: this.#large.normal.save(), returned: this.#large.returned.save() },
      free: this.#free, returned: this.#returned, pages: this.pages, delay: this.#delay, releaseIndex: this.#releaseIndex,
    };
  }

  load({ spans, large, free, returned, pages, delay, releaseIndex }: SavedPageHeap): void {
    this.spans.load(spans);
    this.#large.normal.load(large.normal);
    this.#large.returned.load(large.returned);
    this.#free = free;
    this.#returned = returned;
    this.pages = pages;
    this.#delay = delay;
    this.#releaseIndex = releaseIndex;
  }

  /** The first list of sufficient length, normal before returned; then best fit among the large. */
  #search(n: number): number {
    for (let length = n; length <= maxPages; length++) {
      this.effort.steps++;
      const span = this.spans.first(length) === -1 ? this.spans.first(maxPages + length) : this.spans.first(length);
      if (span !== -1) return this.#carve(span, n);
    }
    const [normal, returned] = [this.#large.normal.best(n), this.#large.returned.best(n)];
    const best = normal === undefined || (returned !== undefined && this.#large.normal.isBefore(returned, normal)) ? returned : normal;
    return best === undefined ? -1 : this.#carve(best, n);
  }

  /** Uses the low end; the rest stays in the lists it came from. */
  #carve(span: number, n: number): number {
    const where = this.spans.place(span);
    const rest = this.spans.length(span) - n;
    this.#takeOut(span);
    this.spans.make(span, n, 'used');
    if (rest > 0) {
      this.spans.make(span + n, rest, where);
      this.#putIn(span + n);
      this.tell?.({ kind: 'split', addr: span * pageSize, size: n * pageSize, rest: rest * pageSize });
    }
    return span;
  }

  /** Joins a free span with neighbours in the same place, and lists it. */
  #merge(freed: number): void {
    const where = this.spans.place(freed);
    let [start, pages] = [freed, this.spans.length(freed)];
    const before = this.spans.of(start - 1);
    if (before !== -1 && this.spans.place(before) === where) {
      this.#takeOut(before);
      pages += start - before;
      start = before;
    }
    const after = this.spans.of(start + pages);
    if (after !== -1 && this.spans.place(after) === where) {
      this.#takeOut(after);
      pages += this.spans.length(after);
    }
    this.spans.make(start, pages, where);
    this.#putIn(start);
    if (pages > this.spans.length(freed) || start !== freed) this.tell?.({ kind: 'coalesce', addr: start * pageSize, size: pages * pageSize, side: start < freed ? 'before' : 'after' });
  }

  #grow(n: number): boolean {
    const pages = Math.max(n, maxPages);
    if (this.pages + pages > limit) return false;
    const start = this.pages;
    this.tell?.({ kind: 'grow', addr: start * pageSize, size: pages * pageSize });
    this.effort.systemCalls++;
    this.pages += pages;
    this.spans.make(start, pages, 'used');
    this.give(start);
    return true;
  }

  /** Whether much is free, but in pieces of both kinds, which never merge. */
  #isTorn(n: number): boolean {
    return this.#free > 0 && this.#returned > 0 && this.#free + this.#returned >= Math.floor(this.pages / 4)
      && Math.floor(this.pages / coalesceInterval) !== Math.floor((this.pages + n) / coalesceInterval);
  }

  /** Gives spans back to the system, one of each length in turn, until at least n pages. Returns how many. */
  #release(n: number): number {
    let released = 0;
    while (released < n && this.#free > 0) {
      for (let i = 0; i <= maxPages && released < n; i++, this.#releaseIndex++) {
        if (this.#releaseIndex > maxPages) this.#releaseIndex = 0;
        const span = this.#releaseIndex === maxPages ? this.#large.normal.first ?? -1 : this.spans.last(this.#releaseIndex + 1);
        if (span !== -1) released += this.#releaseSpan(span);
      }
    }
    return released;
  }

  #releaseSpan(span: number): number {
    const pages = this.spans.length(span);
    this.effort.systemCalls++;
    this.#takeOut(span);
    this.spans.setPlace(span, 'returned');
    this.#merge(span);
    this.tell?.({ kind: 'trim', addr: span * pageSize, size: pages * pageSize });
    return pages;
  }

  #putIn(span: number): void { this.#list(span, 1); }

  #takeOut(span: number): void { this.#list(span, -1); }

  /** Into its list (1) or out of it (-1). */
  #list(span: number, way: 1 | -1): void {
    const pages = this.spans.length(span);
    const where = this.spans.place(span) === 'normal' ? 'normal' : 'returned';
    if (where === 'normal') this.#free += way * pages;
    else this.#returned += way * pages;
    const list = where === 'normal' ? pages : maxPages + pages;
    if (pages > maxPages && way === 1) this.#large[where].put(span);
    else if (pages > maxPages) this.#large[where].remove(span);
    else if (way === 1) this.spans.prepend(list, span);
    else this.spans.remove(list, span);
  }
}
