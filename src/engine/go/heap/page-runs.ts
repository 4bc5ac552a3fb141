import type { PageAlloc } from './page-alloc.ts';

/**
 * What the pages of a chunk are to the scavenger: in use, though nobody may hold what lies in them (`garbage`); free and in
 * memory, to be looked at after the next collection (`waiting`) or now (`eligible`); not in memory (`released`).
 */
export type PageState = 'used' | 'garbage' | 'waiting' | 'eligible' | 'released';

/** Pages side by side of one state; `from` counts from the chunk's start. */
export interface PageRun { readonly from: number; readonly npages: number; readonly state: PageState }

/** The runs of every chunk, from the lowest up. Which pages in use are garbage, by their number in the whole heap, the page allocator does not know. */
export function runsOf({ chunks, scavengeIndex }: PageAlloc, chunkPages: number, isGarbage: (page: number) => boolean): readonly (readonly PageRun[])[] {
  return [...chunks].sort(([a], [b]) => a - b).map(([index, bits]) => {
    const free = scavengeIndex.isEligible(index) ? 'eligible' : 'waiting';
    return joined(chunkPages, (at) => {
      if (bits.isAllocated(at)) return isGarbage(index * chunkPages + at) ? 'garbage' : 'used';
      return bits.isScavenged(at) ? 'released' : free;
    });
  });
}

function joined(npages: number, stateOf: (at: number) => PageState): readonly PageRun[] {
  const runs: PageRun[] = [];
  for (let from = 0, to = 1; from < npages; from = to, to++) {
    const state = stateOf(from);
    while (to < npages && stateOf(to) === state) to++;
    runs.push({ from, npages: to - from, state });
  }
  return runs;
}
