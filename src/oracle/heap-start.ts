import atRest from '../../oracle/go-runtime.heap.json' with { type: 'json' };
import atRestStopped from '../../oracle/go-runtime.stopped-heap.json' with { type: 'json' };
import type { SavedHeap } from '../engine/go/heap/heap-machine.ts';

/** The environment in which the runtime does each collection, its sweep too, in one stop. */
export const stopped = ['GODEBUG=gcstoptheworld=2'] as const;

/** The live runtime's allocator at rest, as `takeSnapshot` read it from the committed wasm (`node scripts/heap-start.ts` reads it anew). */
export const heapAtRest: SavedHeap = atRest;
export const stoppedHeapAtRest: SavedHeap = atRestStopped;

/**
 * The same with all arenas the heap will ever have, in their order: an input, since on wasm they lie between
 * other memory that the runtime takes. Those there at rest come first.
 */
export function heapStart(arenas: readonly number[], start = heapAtRest): SavedHeap {
  const { heap } = start;
  const { pages } = heap;
  const toCome = arenas.slice(pages.pages.chunks.length);
  return { ...start, heap: { ...heap, pages: { ...pages, arenas: { ...pages.arenas, toCome } } } };
}
