import { flush, pace, type Ps } from './collect.ts';
import { mark, marked } from './mark.ts';
import type { MHeap } from './mheap.ts';
import type { Objects } from './objects.ts';
import type { PageCacheHolder } from './heap-pages.ts';

/** Spans that the background sweeps before it gives way (`mgcsweep.go:bgsweep`). */
const sweepBatchSize = 10;

/**
 * A collection that marks beside the program begins (`mgc.go:gcStart`): all that can be reached now will live, since whoever
 * overwrites a pointer marks what it led to (`mbarrier.go`); what is allocated from now on lives too. `fresh` is an object that no slot holds yet.
 */
export function startMarking(heap: MHeap, { all }: Ps, objects: Objects, fresh: number): void {
  while (heap.pacer.due && heap.sweeper.one());
  if (!heap.pacer.due) return;
  heap.sweeper.finish();
  heap.pacer.begins();
  mark(heap, all, objects, [fresh]);
  heap.marking = true;
}

/** Nothing is left to mark: from now on spans are swept as they are needed (`mgc.go:gcMarkTermination`). */
export function stopMarking(heap: MHeap, ps: Ps, objects: Objects): void {
  heap.workbufs.take(ps.running);
  heap.marking = false;
  const { goal } = heap.pacer;
  heap.pacer.marked(marked(heap, objects).bytes, false);
  heap.sweeper.begin();
  pace(heap, goal);
  heap.sweeper.pace(heap.pacer.trigger);
  heap.runQueue.ready();
  flush(heap, ps);
}

/** The program waits until all is marked: then the sweeper has its turn first (`mgc.go:gcWaitOnMark`). */
export function waitForMarking(heap: MHeap, ps: Ps, objects: Objects): void {
  stopMarking(heap, ps, objects);
  heap.runQueue.wake(() => sweepSome(heap));
}

/** The program gives way: a worker marks, and whoever else waits has a turn. */
export function giveWay(heap: MHeap, p: PageCacheHolder): void {
  if (heap.marking) heap.workbufs.take(p);
  heap.runQueue.giveWay(() => sweepSome(heap));
}

/** The program waits for a goroutine that it has started, which does `run`. */
export function waitFor(heap: MHeap, run: () => void): void { heap.runQueue.wait(run, () => sweepSome(heap)); }

/** The background sweeps a few spans; when there are none left it gives the queues' memory back, and this is false (`bgsweep`). */
function sweepSome(heap: MHeap): boolean {
  for (let i = 0; i < sweepBatchSize; i++) {
    if (heap.sweeper.one()) continue;
    if (!heap.marking) heap.workbufs.giveBack();
    return false;
  }
  return true;
}
