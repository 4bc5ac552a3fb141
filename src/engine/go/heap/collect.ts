import type { MCache } from './mcache.ts';
import type { MHeap } from './mheap.ts';
import type { MSpan } from './mspan.ts';
import { emptyPageCache, PageCache } from './page-cache.ts';
import type { Objects } from './objects.ts';

/** The Ps, and which of them runs the collection: the others are idle. */
export interface Ps { readonly all: readonly MCache[]; readonly running: MCache }

/** Pages of one piece of memory for mark queues (`mgcwork.go:workbufAlloc`). */
const workbufPages = 4;

/**
 * One whole collection, as `runtime.GC()` does it on one P: mark, flush the cache, sweep all (`mgc.go`, `mgcsweep.go`, Go 1.27).
 * The pages of the mark queues are taken first and given back last. Between flush and sweep the background scavenger has its turn.
 */
export function collect(heap: MHeap, ps: Ps, objects: Objects): void {
  const workbuf = heap.allocManual(workbufPages, 'workbuf', ps.running);
  heap.scavenger.background(heap.tell);
  pace(heap, markAll(heap, ps, objects));
  flush(heap, ps);
  sweepAll(heap);
  heap.freeManual(workbuf, workbufPages, 'workbuf');
}

/** A collection that the pacer starts, all of it in one stop (`GODEBUG=gcstoptheworld=2`). `fresh` is an object that no slot holds yet. */
export function collectStopped(heap: MHeap, ps: Ps, objects: Objects, fresh: number): void {
  const workbuf = heap.allocManual(workbufPages, 'workbuf', ps.running);
  const lastHeapGoal = markAll(heap, ps, objects, [fresh]);
  flush(heap, ps);
  sweepAll(heap);
  heap.freeManual(workbuf, workbufPages, 'workbuf');
  pace(heap, lastHeapGoal);
  heap.scavenger.background(heap.tell);
}

/** Marks, counts, and opens the next sweep generation. Returns the goal that this collection had. */
function markAll(heap: MHeap, ps: Ps, objects: Objects, fresh: readonly number[] = []): number {
  const { goal } = heap.pacer;
  const marked = mark(heap, ps, objects, fresh);
  heap.tell?.({ kind: 'marked', ...marked });
  heap.pacer.marked(marked.bytes);
  heap.sweepgen += 2;
  return goal;
}

/** Mark termination: what the next collection and the scavenger aim at (`gcMarkTermination`, `gcControllerCommit`). */
function pace(heap: MHeap, lastHeapGoal: number): void {
  heap.scavenger.collected(lastHeapGoal);
  heap.scavenger.pace(heap.pacer.goal);
  heap.pages.scavengeIndex.nextGen();
}

/** Each P gives its spans away; an idle one also the pages it had set aside (`forEachP`, `prepareForSweep`). */
function flush(heap: MHeap, { all, running }: Ps): void {
  for (const p of all) {
    p.release((span) => { sweep(heap, span); });
    if (p === running) continue;
    heap.pages.flush(p.pageCache);
    p.pageCache = PageCache.from(emptyPageCache);
  }
}

/** Marks what can be reached from the slots, and the tiny blocks (`gcMarkTinyAllocs`). Returns how many slots of spans that is, and their bytes. */
function mark(heap: MHeap, { all }: Ps, objects: Objects, fresh: readonly number[]): { objects: number; bytes: number } {
  for (const span of heap.spans) span.clearMarks();
  const grey = [...fresh, ...objects.slots.addresses()];
  for (const { tinyBlock } of all) if (tinyBlock !== undefined) grey.push(tinyBlock);
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
