/**
 * Which memory of a Go process the runtime's own counters see: those that add up to `MemStats.Sys`
 * and `/memory/classes/total:bytes`. Equal to the recorded processes' Sys to the page, Go 1.17 to 1.27.
 */
import { isReady, type Shape } from './mapping.ts';
import type { Part, What } from './what.ts';

/** `unclear`: nobody can tell from outside whose memory it is. */
export const countings = ['counted', 'uncounted', 'unclear'] as const;
export type Counting = (typeof countings)[number];

/** Always counted, since the runtime maps it with a `sysMemStat` (`mem.go:sysAlloc`, `mem.go:sysMap`). */
const counted: ReadonlySet<What> = new Set(['arena', 'heapArena', 'chunk table', 'persistentalloc', 'profiler buckets', 'gc metadata']);

/** Reserved without a counter; only pages mapped later are counted (`mpagealloc_64bit.go:sysGrow`). */
const countedWhenMapped: ReadonlySet<What> = new Set(['summary L0', 'summary L1', 'summary L2', 'summary L3', 'summary L4', 'scavenge index']);

/**
 * Whether Go counts a part of a mapping. What is only reserved is in no counter, nor is the arena index:
 * `mheap.go:sysAlloc` takes it with `sysAllocOS`, Go 1.26.
 */
export function countedByGo({ what }: Pick<Part, 'what'>, mapping: Shape): Counting {
  if (what === 'anonymous' || what === 'unknown') return 'unclear';
  return counted.has(what) || (countedWhenMapped.has(what) && isReady(mapping)) ? 'counted' : 'uncounted';
}
