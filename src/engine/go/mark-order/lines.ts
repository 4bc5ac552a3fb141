import { lineSize, type LineCache } from './line-cache.ts';
import type { ObjectHeap } from './object-heap.ts';

/** Pages whose bit, or whose pointer to its span, is in one line (`mheap.go:heapArena`). */
const bitsPerLine = 8 * lineSize;
const pointersPerLine = lineSize / 8;

/** Which lines a collector touches. Pointers lie at the beginning of an object, so that it takes one line. */
export interface Lines {
  /** A pointer among the roots is read. */
  root(index: number): void;
  /** An object is looked up and its mark bit is looked at; it was white, or not. */
  find(object: number, white: boolean): void;
  /** Something is put at this place of the queue, or taken from it. */
  queue(place: number): void;
  /** What waits in a page is looked for. */
  visit(page: number): void;
  /** An object's pointers are followed. */
  scan(object: number): void;
}

/** What both have in common: the roots, the queue, the pointer bits at the end of a page, and the objects themselves. */
abstract class Common implements Lines {
  protected readonly heap: ObjectHeap;
  protected readonly cache: LineCache;

  constructor(heap: ObjectHeap, cache: LineCache) { [this.heap, this.cache] = [heap, cache]; }

  abstract find(object: number, white: boolean): void;
  abstract visit(page: number): void;

  root(index: number): void { this.record('roots', Math.floor(index / pointersPerLine)); }
  queue(place: number): void { this.record('queue', Math.floor(place / pointersPerLine)); }

  /** A bit for each word of the page, in 128 bytes (`mbitmap.go:heapBitsSmallForAddr`). */
  scan(object: number): void {
    const [page, index] = this.place(object);
    this.record(`pointers of ${page}`, index < this.heap.perPage / 2 ? 0 : 1);
    this.cache.touch('object', `object ${object}`);
  }

  protected place(object: number): readonly [page: number, index: number] { return [Math.floor(object / this.heap.perPage), object % this.heap.perPage]; }
  protected record(what: string, line: number): void { this.cache.touch('record', `${what}/${line}`); }
}

/**
 * The graph flood finds an object’s span, and in the span where its mark bits are, which lie together, away from the
 * objects (`mbitmap.go:findObject`, `mgcmark.go:greyobject`, `mgcmark_nogreenteagc.go:scanObject`, Go 1.27).
 */
export class FloodLines extends Common {
  find(object: number, white: boolean): void {
    const [page, index] = this.place(object);
    this.#span(page);
    // 8 bytes of bits for each 64 objects (`mheap.go:newMarkBits`).
    const bytes = 8 * Math.ceil(this.heap.perPage / 64);
    this.record('marks', Math.floor((page * bytes + index / 8) / lineSize));
    if (white) this.record('pageMarks', Math.floor(page / bitsPerLine));
  }

  visit(): void { /* It knows no pages. */ }

  override scan(object: number): void {
    this.#span(this.place(object)[0]);
    super.scan(object);
  }

  /** The arena's pointer to the span, and two lines of the span: where it lies, and the sizes with what leads to its marks (`mheap.go:mspan`). */
  #span(page: number): void {
    this.record('spans', Math.floor(page / pointersPerLine));
    this.record(`span ${page}`, 0);
    this.record(`span ${page}`, 1);
  }
}

/**
 * Green Tea needs no span. Two lines at the end of the page hold all: marks and the size class in one, scans and who owns
 * the page in the other (`mgcmark_greenteagc.go:spanInlineMarkBits`, `tryDeferToSpanScan`, `scanSpan`, Go 1.27).
 */
export class TeaLines extends Common {
  find(object: number, white: boolean): void {
    const [page] = this.place(object);
    this.record('pageUseSpanInlineMarkBits', Math.floor(page / bitsPerLine));
    this.record(`marks of ${page}`, 0);
    if (white) this.record(`scans of ${page}`, 0);
  }

  visit(page: number): void {
    this.record(`scans of ${page}`, 0);
    this.record(`marks of ${page}`, 0);
  }
}
