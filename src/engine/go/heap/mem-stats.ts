import type { MHeap } from './mheap.ts';

/** What the runtime has from the system beside this heap, in bytes: inputs. `gcMisc` is of the collector, without the queues of the marking. */
export interface Elsewhere {
  readonly osStacks: number;
  readonly mcacheInuse: number;
  readonly mcacheSys: number;
  readonly buckHashSys: number;
  readonly gcMisc: number;
  readonly otherSys: number;
}

export const nothingElse: Elsewhere = { osStacks: 0, mcacheInuse: 0, mcacheSys: 0, buckHashSys: 0, gcMisc: 0, otherSys: 0 };

/** What `runtime.MemStats` says (`mstats.go:readmemstats_m`, Go 1.27). Bytes, and objects of spans: tiny ones share theirs. */
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
  readonly stackSys: number;
  /** The records of spans. */
  readonly mspanInuse: number;
  readonly mspanSys: number;
  readonly mcacheInuse: number;
  readonly mcacheSys: number;
  readonly buckHashSys: number;
  readonly gcSys: number;
  readonly otherSys: number;
  /** All that is called Sys. */
  readonly sys: number;
  readonly nextGC: number;
}

/** Read when no P holds a span: `runtime.ReadMemStats` has them all given away first. */
export function memStatsOf(heap: MHeap, elsewhere: Elsewhere = nothingElse): MemStats {
  const { osStacks, gcMisc, ...others } = elsewhere;
  const { inUse, free, released, stacks, workbufs } = heap.ledger.save();
  const bySystem = { heapSys: inUse + free + released, stackSys: stacks + osStacks, mspanSys: heap.spanRecords.systemBytes, gcSys: gcMisc + workbufs };
  const { mcacheSys, buckHashSys, otherSys } = others;
  return {
    ...objectsIn(heap), ...bySystem, ...others,
    heapInuse: inUse, heapIdle: free + released, heapReleased: released, stackInuse: stacks, mspanInuse: heap.spanRecords.bytes,
    sys: Object.values(bySystem).reduce((sum, bytes) => sum + bytes, mcacheSys + buckHashSys + otherSys),
    nextGC: heap.pacer.goal,
  };
}

function objectsIn({ spans }: MHeap): Pick<MemStats, 'heapAlloc' | 'heapObjects'> {
  let [heapAlloc, heapObjects] = [0, 0];
  for (const { allocCount, elemsize } of spans) {
    heapObjects += allocCount;
    heapAlloc += allocCount * elemsize;
  }
  return { heapAlloc, heapObjects };
}
