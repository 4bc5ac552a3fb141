import { ringSize, SpanQueue } from '../heap/span-queue.ts';
import type { LineCache } from './line-cache.ts';
import { FloodLines, TeaLines, type Lines } from './lines.ts';
import type { ObjectHeap } from './object-heap.ts';

/** A page that was gone to: which of its objects were scanned there, and which objects anywhere were found by it. */
export interface Visit { readonly page: number; readonly scanned: readonly number[]; readonly found: readonly number[] }

export const collectors = ['flood', 'tea'] as const;
export type Collector = (typeof collectors)[number];

/** Marks a heap, visit by visit. An object is in `marked` when it was found, in `scanned` when its pointers were followed. */
export class Marking {
  readonly #heap: ObjectHeap;
  readonly #by: Collector;
  readonly marked = new Set<number>();
  readonly scanned = new Set<number>();
  /** Grey objects, last in first out (`mgcwork.go:gcWork`); pages with grey objects, first in first out. */
  readonly #objects: number[] = [];
  readonly #pages = new SpanQueue<number>();
  readonly #queued = new Set<number>();
  readonly #lines: Lines;
  /** Pages ever queued, and taken: each takes the next place of a ring (`mgcmark_greenteagc.go:localSpanQueue`). */
  #put = 0;
  #taken = 0;

  constructor(heap: ObjectHeap, by: Collector, cache: LineCache) {
    [this.#heap, this.#by] = [heap, by];
    this.#lines = by === 'tea' ? new TeaLines(heap, cache) : new FloodLines(heap, cache);
    for (const [i, root] of heap.roots.entries()) {
      this.#lines.root(i);
      this.#find(root);
    }
  }

  /** The next visit; undefined when nothing is grey any more. */
  next(): Visit | undefined { return this.#by === 'tea' ? this.#span() : this.#flood(); }

  #pageOf(object: number): number { return Math.floor(object / this.#heap.perPage); }

  /** Marks an object, and queues it, or the page it lies in if that does not wait already (`mgcmark_greenteagc.go:tryDeferToSpanScan`). */
  #find(object: number): boolean {
    const white = !this.marked.has(object);
    this.#lines.find(object, white);
    if (!white) return false;
    this.marked.add(object);
    if (this.#by === 'flood') this.#lines.queue(this.#objects.push(object) - 1);
    else this.#queue(this.#pageOf(object));
    return true;
  }

  #queue(page: number): void {
    if (this.#queued.has(page)) return;
    this.#queued.add(page);
    this.#pages.put(page);
    this.#lines.queue(this.#put++ % ringSize);
  }

  /** Follows an object's pointers; returns what was new. */
  #scan(object: number): readonly number[] {
    this.scanned.add(object);
    this.#lines.scan(object);
    return this.#heap.points[object]!.filter((target) => this.#find(target));
  }

  /** All objects of a page that are grey when its turn comes; what is found in it meanwhile brings it back (`mgcmark_greenteagc.go:scanSpan`). */
  #span(): Visit | undefined {
    const page = this.#pages.get();
    if (page === undefined) return undefined;
    this.#queued.delete(page);
    this.#lines.queue(this.#taken++ % ringSize);
    this.#lines.visit(page);
    const first = page * this.#heap.perPage;
    const grey = Array.from({ length: this.#heap.perPage }, (_, i) => first + i).filter((object) => this.marked.has(object) && !this.scanned.has(object));
    return { page, scanned: grey, found: grey.flatMap((object) => this.#scan(object)) };
  }

  #pop(): number | undefined {
    const object = this.#objects.pop();
    if (object !== undefined) this.#lines.queue(this.#objects.length);
    return object;
  }

  /** Object after object, for as long as the next one happens to lie in the same page. */
  #flood(): Visit | undefined {
    const object = this.#pop();
    if (object === undefined) return undefined;
    const [page, scanned] = [this.#pageOf(object), [object]];
    const found = [...this.#scan(object)];
    while (this.#objects.length > 0 && this.#pageOf(this.#objects.at(-1)!) === page) {
      const another = this.#pop()!;
      scanned.push(another);
      found.push(...this.#scan(another));
    }
    return { page, scanned, found };
  }
}
