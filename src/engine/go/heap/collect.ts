import { mark, marked } from './mark.ts';
import type { MCache } from './mcache.ts';
import type { MHeap } from './mheap.ts';
import type { Objects } from './objects.ts';
import { emptyPageCache, PageCache } from './page-cache.ts';

/** The Ps, and which of them runs the collection: the others are idle. */
export interface Ps { readonly all: readonly MCache[]; readonly running: MCache }

/**
 * One whole collection, as `runtime.GC()` does it on one P: mark, flush the cache, sweep all (`mgc.go`, `mgcsweep.go`, Go 1.27).
 * The pages of the mark queues are taken first and given back last. Between flush and sweep the background scavenger has its turn.
 */
export function collect(heap: MHeap, ps: Ps, objects: Objects): void {
  heap.sweeper.finish();
  heap.workbufs.take(ps.running);
  heap.scavenger.background(heap.tell);
  pace(heap, markAll(heap, ps, objects, false));
  flush(heap, ps);
  heap.sweeper.finish();
  heap.workbufs.giveBack();
}

/** A collection that the pacer starts, all of it in one stop (`GODEBUG=gcstoptheworld=2`). `fresh` is an object that no slot holds yet. */
export function collectStopped(heap: MHeap, ps: Ps, objects: Objects, fresh: number): void {
  heap.workbufs.take(ps.running);
  const lastHeapGoal = markAll(heap, ps, objects, true, [fresh]);
  flush(heap, ps);
  heap.sweeper.finish();
  heap.workbufs.giveBack();
  pace(heap, lastHeapGoal);
  heap.scavenger.background(heap.tell);
}

/** Marks, counts, and opens the next sweep generation, which will be `swept` before the program goes on or not. Returns the goal that this collection had. */
function markAll(heap: MHeap, { all }: Ps, objects: Objects, swept: boolean, fresh: readonly number[] = []): number {
  heap.pacer.begins();
  const { goal } = heap.pacer;
  mark(heap, all, objects, fresh);
  heap.pacer.marked(marked(heap, objects).bytes, swept);
  heap.sweeper.begin();
  return goal;
}

/** Mark termination: what the next collection and the scavenger aim at (`gcMarkTermination`, `gcControllerCommit`). */
export function pace(heap: MHeap, lastHeapGoal: number): void {
  heap.scavenger.collected(lastHeapGoal);
  heap.scavenger.pace(heap.pacer.goal);
  heap.pages.scavengeIndex.nextGen();
}

/** Each P gives its spans away, which are swept at once; an idle one also the pages it had set aside (`forEachP`, `prepareForSweep`). */
export function flush(heap: MHeap, { all, running }: Ps): void {
  for (const p of all) {
    p.release((span) => { heap.sweeper.sweep(span); });
    if (p === running) continue;
    heap.pages.flush(p.pageCache);
    p.pageCache = PageCache.from(emptyPageCache);
  }
}
