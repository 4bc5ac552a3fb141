import { invariant } from '../../machine.ts';
import { requestOf } from '../request.ts';
import { classOf } from '../size-classes.ts';
import { Tiny, type SavedTiny } from '../tiny.ts';
import type { MHeap } from './mheap.ts';
import { numSpanClasses, spanClassOf, type MSpan } from './mspan.ts';

/** The first page of the span held for each span class, 0 for none, and the tiny block. */
export interface SavedMCache { readonly spans: readonly number[]; readonly tiny: SavedTiny }

/** Tiny objects lie in slots of 16 bytes without pointers (`tinySpanClass`). */
const tinySpanClass = spanClassOf(classOf(16), true);

/** What one P allocates from without asking anyone: a span a class (`mcache.go:mcache`, Go 1.27). */
export class MCache {
  readonly #heap: MHeap;
  readonly #alloc: (MSpan | undefined)[];
  readonly #tiny: Tiny;

  constructor(heap: MHeap, saved?: SavedMCache) {
    this.#heap = heap;
    this.#alloc = Array.from({ length: numSpanClasses }, (_, i) => (saved?.spans[i] ? heap.spanAt(saved.spans[i]) : undefined));
    this.#tiny = new Tiny(() => this.#small(tinySpanClass));
    if (saved) this.#tiny.load(saved.tiny);
  }

  /** The address of the tiny block, while there is one. */
  get tinyBlock(): number | undefined { return this.#tiny.save().block; }

  /** The tiny block and how far it is used. */
  get tiny(): SavedTiny { return this.#tiny.save(); }

  /** The span at hand for a class, if any. */
  spanOf(spanClass: number): MSpan | undefined { return this.#alloc[spanClass]; }

  /** The address of a new object of `size` bytes, at least 1 (`malloc.go:mallocgc`). */
  malloc(size: number, pointers: boolean): number {
    const request = requestOf(size, pointers);
    if (request.kind === 'tiny') return this.#place(size);
    if (request.kind === 'small') return this.#small(spanClassOf(request.class, !pointers)) + request.header;
    invariant(request.kind === 'large', 'an object has at least one byte');
    return this.#large(request.npages, pointers);
  }

  /** Gives every span away, class by class, and forgets the tiny block (`mcache.releaseAll`). */
  release(uncache: (span: MSpan) => void): void {
    for (const [spanClass, span] of this.#alloc.entries()) {
      if (!span) continue;
      this.#alloc[spanClass] = undefined;
      uncache(span);
    }
    this.#tiny.release();
  }

  save(): SavedMCache {
    return { spans: this.#alloc.map((span) => span?.page ?? 0), tiny: this.#tiny.save() };
  }

  #place(size: number): number {
    const { block, offset } = this.#tiny.place(size);
    this.#heap.tell?.({ kind: 'tiny', addr: block + offset, size, offset });
    return block + offset;
  }

  /** A slot of the span at hand, or of the next one (`mcache.nextFree`). */
  #small(spanClass: number): number {
    const index = this.#alloc[spanClass]?.take() ?? -1;
    if (index >= 0) return this.#told(this.#alloc[spanClass]!, index);
    const span = this.#refill(spanClass);
    return this.#told(span, span.take());
  }

  #told(span: MSpan, index: number): number {
    const addr = span.addressOf(index);
    this.#heap.tell?.({ kind: 'slot', addr, spanClass: span.spanClass, index });
    return addr;
  }

  /** Changes a full span for one with room (`mcache.refill`). */
  #refill(spanClass: number): MSpan {
    const full = this.#alloc[spanClass];
    if (full) this.#heap.central[spanClass]!.push(full, this.#heap.sweepgen);
    return (this.#alloc[spanClass] = this.#heap.cacheSpan(spanClass));
  }

  /** A span of its own (`mcache.allocLarge`). */
  #large(npages: number, pointers: boolean): number {
    const span = this.#heap.alloc(npages, spanClassOf(0, !pointers));
    span.takeWhole();
    this.#heap.central[span.spanClass]!.push(span, this.#heap.sweepgen);
    this.#heap.tell?.({ kind: 'large', addr: span.base, npages });
    return span.base;
  }
}
