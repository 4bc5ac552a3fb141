/** A collected heap as a view draws it, whoever the collector. Addresses and sizes in bytes, objects by number. */
import { hasBit } from './bits.ts';
import { base, fieldsOf, nil, wordBytes, type ObjectHeap } from './object-heap.ts';
import { reach } from './reach.ts';

export type Color = 'white' | 'grey' | 'black';

/** An object in memory. `addr` is where it lies now. */
export interface ObjectPicture {
  readonly id: number;
  readonly addr: number;
  /** With its header. */
  readonly size: number;
  /** The numbers of its targets; -1 for nil. */
  readonly fields: readonly number[];
  /** Whether the program can still get at it. */
  readonly reachable: boolean;
  readonly color?: Color | undefined;
  /** How many pointers to it are counted. */
  readonly count?: number | undefined;
}

/** Bytes of a block of memory that the program can reach, and of garbage; the rest is free. An object counts where it begins. */
export interface BlockPicture { readonly addr: number; readonly size: number; readonly live: number; readonly garbage: number }

export type SpaceName = 'heap' | 'fromspace' | 'tospace' | 'old' | 'nursery';
export type FingerName = 'free' | 'scan' | 'sweep' | 'hole';

/** What collectors are judged by. Bytes, except where said. */
export interface Figures {
  /** Memory the collector manages, and how much of it objects may fill at one time. */
  readonly heap: number;
  readonly room: number;
  /** Reachable; and all objects that still take room. Their difference is garbage not yet given back. */
  readonly live: number;
  readonly present: number;
  readonly garbage: number;
  readonly allocated: number;
  /** Read or written by the collector: since the start, by the last operation, and by the worst. */
  readonly touched: number;
  readonly lastPause: number;
  readonly longestPause: number;
  /** Objects moved so far, counted each time. */
  readonly moved: number;
  /** Collections that have ended, counted. */
  readonly collections: number;
}

/** A place that the collector or the allocation has come to. */
export interface Finger { readonly name: FingerName; readonly addr: number }
export interface Space { readonly name: SpaceName; readonly addr: number; readonly size: number }

export interface CollectorPicture {
  readonly spaces: readonly Space[];
  /** From low to high; none when there are too many to show one by one. */
  readonly objects: readonly ObjectPicture[];
  /** Then memory is shown in blocks of equal size. */
  readonly blocks: readonly BlockPicture[];
  /** Where an object was before it moved away, and where it is now. */
  readonly left: readonly { readonly addr: number; readonly size: number; readonly to: number }[];
  readonly fingers: readonly Finger[];
  /** What variables hold. */
  readonly roots: readonly number[];
  readonly figures: Figures;
}

/** A stretch of memory, from one word to another. */
export const space = (name: SpaceName, from: number, to: number): Space => ({ name, addr: from * wordBytes, size: (to - from) * wordBytes });
export const finger = (name: FingerName, addr: number): Finger => ({ name, addr: addr * wordBytes });

/** The graph by numbers. A moving collector's addresses mean nothing while it moves: its pictures show the graph as it stood. */
export interface Graph {
  readonly fields: ReadonlyMap<number, readonly number[]>;
  readonly reachable: ReadonlySet<number>;
  readonly roots: readonly number[];
  readonly live: number;
}

export function graphOf(heap: ObjectHeap, objects: Iterable<number>): Graph {
  const { words, shape, roots, rootCount } = heap;
  const reached = reach(heap);
  const idAt = (addr: number): number => (addr === nil ? -1 : words[addr]!);
  const fields = new Map<number, readonly number[]>();
  const reachable = new Set<number>();
  for (const addr of objects) {
    const id = words[addr]!;
    fields.set(id, Array.from(words.subarray(addr + 1, addr + 1 + fieldsOf(shape[id]!)), idAt));
    if (hasBit(reached.bits, addr)) reachable.add(id);
  }
  return { fields, reachable, roots: Array.from(roots.subarray(0, rootCount), idAt).filter((id) => id >= 0), live: reached.words * wordBytes };
}

/** Blocks that a large heap is shown in. */
const blockCount = 512;

/** A heap of more objects than can be shown. */
export function fromAfar(heap: ObjectHeap, objects: readonly number[]): { readonly objects: readonly []; readonly roots: readonly []; readonly blocks: readonly BlockPicture[] } {
  const { bits } = reach(heap);
  const size = Math.ceil((heap.limit - base) / blockCount);
  const [live, garbage] = [new Float64Array(blockCount), new Float64Array(blockCount)];
  for (const addr of objects) {
    const block = Math.floor((addr - base) / size);
    (hasBit(bits, addr) ? live : garbage)[block]! += heap.wordsAt(addr) * wordBytes;
  }
  const blocks = Array.from(live, (bytes, block) => ({ addr: (base + block * size) * wordBytes, size: size * wordBytes, live: bytes, garbage: garbage[block]! }));
  return { objects: [], roots: [], blocks };
}
