import atRest from '../../oracle/go-runtime.heap.json' with { type: 'json' };
import type { SavedHeap } from '../engine/go/heap/heap-machine.ts';

/** The live runtime's allocator at rest, as `takeSnapshot` read it from the committed wasm (`node scripts/heap-start.ts` reads it anew). */
export const heapAtRest: SavedHeap = atRest;

/**
 * The same with all arenas the heap will ever have, in their order: an input, since on wasm they lie between
 * other memory that the runtime takes. Those there at rest come first.
 */
export function heapStart(arenas: readonly number[]): SavedHeap {
  const { heap } = heapAtRest;
  const toCome = arenas.slice(heap.pages.chunks.length);
  return { ...heapAtRest, heap: { ...heap, arenas: { ...heap.arenas, toCome } } };
}
