import type { PageBits } from './page-bits.ts';

/** Pages of a chunk: where they begin and how many. */
export interface Candidate { readonly index: number; readonly npages: number }

/**
 * The highest run of free pages in memory at or below the 64 pages around `from`, cut to `most` pages and widened where that
 * would split a free huge page (`mgcscavenge.go:findScavengeCandidate`, Go 1.27). Pages come in groups of `least`, those of one
 * page of the system; `hugePages` are the pages of a huge one, 0 where there are none.
 */
export function findScavengeCandidate(bits: PageBits, from: number, least: number, most: number, hugePages: number): Candidate | undefined {
  let top = ((Math.floor(from / 64) + 1) * 64) / least - 1;
  while (top >= 0 && isKept(bits, top, least)) top--;
  if (top < 0) return undefined;
  let bottom = top;
  while (bottom > 0 && !isKept(bits, bottom - 1, least)) bottom--;
  const [lowest, end] = [bottom * least, (top + 1) * least];
  const start = Math.max(lowest, end - Math.ceil(most / least) * least);
  const index = wholeHugePage(start, end, lowest, hugePages);
  return { index, npages: end - index };
}

function isKept(bits: PageBits, group: number, least: number): boolean {
  for (let i = group * least; i < (group + 1) * least; i++) if (bits.isAllocated(i) || bits.isScavenged(i)) return true;
  return false;
}

/** Where the run begins if it takes the whole huge page that it would split. */
function wholeHugePage(start: number, end: number, lowest: number, hugePages: number): number {
  if (hugePages === 0 || Math.ceil(start / hugePages) * hugePages > end) return start;
  const below = Math.floor(start / hugePages) * hugePages;
  return below >= lowest ? below : start;
}
