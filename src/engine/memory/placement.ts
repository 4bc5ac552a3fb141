/** Where Linux puts a mapping that names no address: in the highest hole below the top that is large enough. */
import { MiB } from './mapping.ts';
import { alignDown } from './summaries.ts';
import type { Range } from './summaries.ts';

/**
 * Which mappings the kernel aligns to 2 MiB, so that huge pages fit: none (before 6.7), all of at least that size (6.7),
 * only multiples of it (6.13; `mm/mmap.c:__get_unmapped_area`, `mm/huge_memory.c:thp_get_unmapped_area`).
 */
export type LargeAlignment = 'none' | 'multiples' | 'all';

/** Bytes of a huge page on amd64. */
export const hugePage = 2 * MiB;

export function isAligned(bytes: number, align: LargeAlignment): boolean {
  return bytes >= hugePage && (align === 'all' || (align === 'multiples' && bytes % hugePage === 0));
}

/** Start of the place for `bytes` among mappings in address order; undefined when no hole below `top` is large enough. */
export function placeTopDown(mappings: readonly Range[], top: number, bottom: number, bytes: number, align: LargeAlignment): number | undefined {
  if (isAligned(bytes, align)) {
    const hole = highestHole(mappings, top, bottom, bytes + hugePage);
    if (hole !== undefined) return alignDown(hole - bytes, hugePage);
  }
  const hole = highestHole(mappings, top, bottom, bytes);
  return hole === undefined ? undefined : hole - bytes;
}

/** End of the highest hole of at least `bytes`. */
function highestHole(mappings: readonly Range[], top: number, bottom: number, bytes: number): number | undefined {
  let end = top;
  for (let at = mappings.length - 1; at >= 0; at--) {
    const mapping = mappings[at]!;
    if (mapping.start >= top) continue;
    if (end - mapping.end >= bytes) return end;
    end = Math.min(end, mapping.start);
    if (end - bytes < bottom) return undefined;
  }
  return end - bytes >= bottom ? end : undefined;
}
