/** The allocator of the live Go runtime at rest, as a start for our own. */
import { hasBit, onesCount } from '../engine/go/heap/bits.ts';
import type { SavedScavengeIndex } from '../engine/go/heap/scavenge-index.ts';
import { numSpanClasses, type SavedSpan } from '../engine/go/heap/mspan.ts';
import type { SavedCentral } from '../engine/go/heap/mcentral.ts';
import { noSlots } from '../engine/go/heap/slots.ts';
import type { SavedHeap } from '../engine/go/heap/heap-machine.ts';
import type { SavedMHeap } from '../engine/go/heap/mheap.ts';
import { pageSize } from '../engine/go/size-classes.ts';
import { wasmGeometry, type Geometry } from '../engine/go/heap/geometry.ts';
import { constants, type GoRuntime } from './go-runtime.ts';
import { warmUp } from './workload.ts';

/** Who can be asked all of the allocator: the live runtime, or a recording of one. */
export type Asked = Pick<GoRuntime, 'one'>;

/** A span in use is one of objects (`mSpanInUse`). */
const spanInUse = 1;
/** Nobody's (`mSpanDead`). */
const spanDead = 0;
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** Where every arena lies, in the order in which the heap got them. */
function arenasOf(runtime: Asked): number[] {
  return times(runtime.one({ do: 'pageRange' }).arenas, (index) => runtime.one({ do: 'arena', index }).addr);
}

/** Warms the runtime up, then reads its allocator. What lives then is the runtime's own and outlives every collection but, of a `paced` one, what the call of `runtime.GC` held. */
export function takeSnapshot(runtime: GoRuntime, { paced = false } = {}): SavedHeap {
  runtime.ask(warmUp);
  const snapshot = withRecords(readHeap(runtime), runtime);
  return paced ? withoutCollected(snapshot, runtime) : snapshot;
}

/** The snapshot with how many records of spans there are. Asked last: MemStats has the P give its spans away. */
function withRecords(snapshot: SavedHeap, runtime: GoRuntime): SavedHeap {
  const { spans } = runtime.one({ do: 'span', index: 0 });
  const used = times(spans, (index) => runtime.one({ do: 'span', index })).filter(({ state }) => state !== spanDead).length;
  const inUse = runtime.one({ do: 'systems' }).mspanInuse / runtime.one({ do: 'constant', index: constants.indexOf('mspan') }).value;
  const { heap } = snapshot;
  return { ...snapshot, heap: { ...heap, pages: { ...heap.pages, spanRecords: { inUse, cached: inUse - used, made: inUse } } } };
}

/** The snapshot in which is held only what outlives a collection that the pacer starts. */
function withoutCollected(snapshot: SavedHeap, runtime: GoRuntime): SavedHeap {
  runtime.ask([{ do: 'setGCPercent', percent: 100 }, { do: 'garbage', count: 64, size: 65_536, pointers: 0 }, { do: 'setGCPercent', percent: -1 }]);
  const after = new Map(spansOf(runtime).map((span) => [span.page, span]));
  const spans = snapshot.heap.spans.map((span) => {
    const later = after.get(span.page);
    return { ...span, held: span.held!.map((word, i) => (later?.spanClass === span.spanClass ? (word & later.held![i]!) >>> 0 : 0)) };
  });
  return { ...snapshot, heap: { ...snapshot.heap, spans } };
}

/** The allocator as it is. */
export function readHeap(runtime: Asked, geometry: Geometry = wasmGeometry): SavedHeap {
  const arenas = arenasOf(runtime);
  const { base, freeLow, freeHigh, scavengedLow, scavengedHigh } = runtime.one({ do: 'pageCache' });
  const { arenaBase, arenaEnd, search, end } = runtime.one({ do: 'pageRange' });
  const { heapLive, heapMarked, stackScan, globalsScan, gcPercent, inUse, free, released } = runtime.one({ do: 'pacer' });
  const chunks = chunksOf(arenas, end, geometry).map((addr) => chunkAt(runtime, addr, geometry));
  const manual = chunks.length * geometry.chunkPages * pageSize - inUse - free - released;
  const heap: SavedMHeap = {
    spans: spansOf(runtime).sort((a, b) => a.page - b.page),
    central: times(numSpanClasses, (spanClass) => centralOf(runtime, spanClass)),
    pages: {
      pages: { chunks, searchPage: search < end ? search / pageSize : -1, scavengeIndex: scavengeIndexOf(chunks, geometry) },
      arenas: { current: { base: arenaBase, end: arenaEnd }, toCome: [] },
      // At rest the marking has no queues: what is no object's is stacks.
      ledger: { inUse, free, released, workbufs: 0, stacks: manual },
      // The last collections had no goal.
      scavenger: { last: { heapInUse: inUse } },
      zeroed: arenas.map((addr) => ({ arena: addr / geometry.arenaBytes, zeroedBase: usedOf(chunks, addr, geometry) })),
    },
    pacer: { gcPercent, heapLive, heapMarked, stackScan, globalsScan },
  };
  const { start, offset } = runtime.one({ do: 'tiny' });
  const cached = times(numSpanClasses, (spanClass) => runtime.one({ do: 'cached', spanClass })).map((span) => (span.state === spanInUse ? span.base / pageSize : 0));
  return { heap, ps: [{ spans: cached, tiny: start === 0 ? { offset } : { block: start, offset }, pageCache: { base: base / pageSize, low: freeLow, high: freeHigh, scavengedLow, scavengedHigh } }], objects: { slots: noSlots, links: [] } };
}

/** Every span of objects; `held` is what lies in it. */
export function spansOf(runtime: Asked): SavedSpan[] {
  const { spans } = runtime.one({ do: 'span', index: 0 });
  return times(spans, (index) => index).flatMap((index) => {
    const span = runtime.one({ do: 'span', index });
    if (span.state !== spanInUse) return [];
    const allocBits = bitsOf(runtime, index, span.nelems);
    const held = allocBits.map((word, i) => (word | below(span.freeIndex - i * 32, Math.min(32, span.nelems - i * 32))) >>> 0);
    return [{ page: span.base / pageSize, npages: span.npages, spanClass: span.spanClass, freeindex: span.freeIndex, allocCount: span.allocCount, allocBits, held }];
  });
}

/** A word whose lowest bits are set, as many of `most` as lie below `n`. */
function below(n: number, most: number): number {
  return 2 ** Math.max(0, Math.min(n, most)) - 1;
}

/** The allocation bits of a span, 32 to a word. */
function bitsOf(runtime: Asked, index: number, nelems: number): number[] {
  const words = times(Math.ceil(nelems / 64), (word) => runtime.one({ do: 'allocBits', index, word }));
  return words.flatMap(({ low, high }) => [low, high]).slice(0, Math.ceil(nelems / 32));
}

/** What the scavenger knows of each chunk if it has looked at none: how many pages are in use. */
function scavengeIndexOf(chunks: SavedMHeap['pages']['pages']['chunks'], { chunkPages }: Geometry): SavedScavengeIndex {
  const highest = Math.max(...chunks.map(({ index }) => index + 1)) * chunkPages - 1;
  const densities = chunks.map(({ index, bits }) => ({ index, inUse: onesCount(Uint32Array.from(bits)) }));
  return { gen: 0, search: highest, freeHighest: -1, chunks: densities.map(({ index, inUse }) => ({ index, inUse, lastInUse: inUse, gen: 0, hasFree: inUse < chunkPages })) };
}

/** Bytes of an arena up to the last page in memory: what may have been written to, as far as one can tell. */
function usedOf(chunks: SavedMHeap['pages']['pages']['chunks'], arena: number, { arenaBytes, chunkPages }: Geometry): number {
  const inMemory = chunks.flatMap(({ index, scavenged }) => times(chunkPages, (i) => (hasBit(Uint32Array.from(scavenged), i) ? -1 : (index * chunkPages + i + 1) * pageSize - arena)));
  return Math.max(0, ...inMemory.filter((bytes) => bytes <= arenaBytes));
}

/** Where the chunks of some arenas lie, up to where the heap has grown. */
function chunksOf(arenas: readonly number[], end: number, { arenaBytes, chunkPages }: Geometry): number[] {
  const chunkBytes = chunkPages * pageSize;
  return arenas.flatMap((arena) => times(arenaBytes / chunkBytes, (i) => arena + i * chunkBytes)).filter((addr) => addr < end);
}

function chunkAt(runtime: Asked, addr: number, { chunkPages }: Geometry): SavedMHeap['pages']['pages']['chunks'][number] {
  const bits = times(chunkPages / 64, (i) => runtime.one({ do: 'pages', page: addr / pageSize + i * 64 }));
  return {
    index: addr / (chunkPages * pageSize),
    bits: bits.flatMap(({ allocatedLow, allocatedHigh }) => [allocatedLow, allocatedHigh]),
    scavenged: bits.flatMap(({ scavengedLow, scavengedHigh }) => [scavengedLow, scavengedHigh]),
  };
}

function centralOf(runtime: Asked, spanClass: number): SavedCentral {
  const [partial, full, ...unswept] = times(4, (list) => listOf(runtime, spanClass, list));
  if (unswept.flat().length > 0) throw new Error(`The runtime is not at rest: spans of class ${spanClass} are not swept.`);
  return { partial: partial!, full: full! };
}

/** One list of a central, whole: the runtime answers fourteen at a time. */
function listOf(runtime: Asked, spanClass: number, list: number): number[] {
  const pages: number[] = [];
  for (;;) {
    const { count, ...bases } = runtime.one({ do: 'central', spanClass, list, from: pages.length });
    pages.push(...Object.values(bases).slice(0, count).map((base) => base / pageSize));
    if (count < 14) return pages;
  }
}
