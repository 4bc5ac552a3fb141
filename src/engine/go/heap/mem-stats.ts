import type { MHeap } from './mheap.ts';

/** What `runtime.MemStats` says of the heap (`mstats.go:readmemstats_m`, Go 1.27). Bytes, and objects of spans: tiny ones share theirs. */
export interface MemStats {
  readonly heapAlloc: number;
  readonly heapObjects: number;
  /** Address space of the heap: in use, idle, and nothing else. */
  readonly heapSys: number;
  readonly heapInuse: number;
  readonly heapIdle: number;
  /** Of what is idle, the part that is not in memory. */
  readonly heapReleased: number;
  readonly stackInuse: number;
  readonly nextGC: number;
}

/** Read when no P holds a span: `runtime.ReadMemStats` has them all given away first. */
export function memStatsOf({ spans, ledger, pacer }: MHeap): MemStats {
  let [heapAlloc, heapObjects] = [0, 0];
  for (const { allocCount, elemsize } of spans) {
    heapObjects += allocCount;
    heapAlloc += allocCount * elemsize;
  }
  const { inUse, free, released, stacks } = ledger.save();
  return { heapAlloc, heapObjects, heapSys: inUse + free + released, heapInuse: inUse, heapIdle: free + released, heapReleased: released, stackInuse: stacks, nextGC: pacer.goal };
}
