import type { MCache } from './mcache.ts';
import type { MHeap } from './mheap.ts';
import type { MSpan } from './mspan.ts';
import type { Objects } from './objects.ts';

/** Pages of one piece of memory for mark queues (`mgcwork.go:workbufAlloc`). */
const workbufPages = 4;

/**
 * One whole collection, as `runtime.GC()` does it on one P: mark, flush the cache, sweep all (`mgc.go`, `mgcsweep.go`, Go 1.27).
 * The pages of the mark queues are taken first and given back last. `fresh` are objects that no slot holds yet.
 */
export function collect(heap: MHeap, cache: MCache, objects: Objects, fresh: readonly number[] = []): void {
  const workbuf = heap.allocPages(workbufPages);
  const marked = mark(heap, cache, objects, fresh);
  heap.tell?.({ kind: 'marked', ...marked });
  heap.pacer.marked(marked.bytes);
  heap.sweepgen += 2;
  cache.release((span) => sweep(heap, span));
  sweepAll(heap);
  heap.pages.free(workbuf, workbufPages);
}

/** Marks what can be reached from the slots, and the tiny block (`gcMarkTinyAllocs`). Returns how many slots of spans that is, and their bytes. */
function mark(heap: MHeap, cache: MCache, objects: Objects, fresh: readonly number[]): { objects: number; bytes: number } {
  for (const span of heap.spans) span.clearMarks();
  const grey = [...fresh, ...objects.addresses()];
  if (cache.tinyBlock !== undefined) grey.push(cache.tinyBlock);
  for (let addr = grey.pop(); addr !== undefined; addr = grey.pop()) {
    const span = heap.spanOf(addr);
    if (!span.mark(span.indexOf(addr))) continue;
    for (const to of objects.pointersOf(addr)) grey.push(to);
  }
  objects.keep((addr) => isMarked(heap, addr));
  return totalMarked(heap.spans);
}

function totalMarked(spans: Iterable<MSpan>): { objects: number; bytes: number } {
  let [objects, bytes] = [0, 0];
  for (const span of spans) {
    const marks = span.countMarks();
    objects += marks;
    bytes += marks * span.elemsize;
  }
  return { objects, bytes };
}

function isMarked(heap: MHeap, addr: number): boolean {
  const span = heap.spanOf(addr);
  return span.isMarked(span.indexOf(addr));
}

/** Every span of the cycle before, class by class, full ones before partial ones (`mheap.nextSpanForSweep`). */
function sweepAll(heap: MHeap): void {
  for (const central of heap.central) {
    for (const set of [central.fullUnswept(heap.sweepgen), central.partialUnswept(heap.sweepgen)]) {
      for (let span = set.pop(); span; span = set.pop()) sweep(heap, span);
    }
  }
}

/** A span with nothing live gives its pages back; another waits for its class (`sweepLocked.sweep`). */
function sweep(heap: MHeap, span: MSpan): void {
  const live = span.sweep();
  heap.tell?.({ kind: 'swept', base: span.base, live });
  if (live === 0) heap.freeSpan(span);
  else heap.uncacheSpan(span);
}
