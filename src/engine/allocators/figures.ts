import type { Effort } from './allocator.ts';

/** What an allocator knows of itself at any moment, without looking at its blocks. Bytes, except where said. */
export interface Sums extends Readonly<Effort> {
  /** Asked for and not freed. */
  readonly live: number;
  /** Taken from the operating system. */
  readonly heap: number;
  readonly peakLive: number;
  readonly peakHeap: number;
}

/** What allocators are judged by. Bytes, except where said. */
export interface Figures extends Sums {
  /** What the live objects occupy, with headers and rounding. */
  readonly blocks: number;
  /** Share of the blocks nobody asked for: (blocks - live) / blocks. */
  readonly internal: number;
  /** Share of the heap in no block: (heap - blocks) / heap. */
  readonly external: number;
  /** Most ever live over most ever taken (Bryant and O'Hallaron, CS:APP). */
  readonly utilisation: number;
  readonly largestFree: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function figuresOf(sums: Sums, blocks: number, largestFree: number): Figures {
  const { live, heap, peakLive, peakHeap } = sums;
  return {
    ...sums, blocks, largestFree,
    internal: share(blocks - live, blocks),
    external: share(heap - blocks, heap),
    utilisation: share(peakLive, peakHeap),
  };
}
