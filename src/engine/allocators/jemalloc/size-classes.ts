/** The size classes of jemalloc 5.3 (sc.c): 8, every 16 to 128, then four to each doubling. */

export const pageSize = 4096;
/** Largest size that is served from slabs; larger ones are extents of their own. */
export const largestSmall = 14_336;

/** Bytes a request of n gets. */
export function sizeFor(n: number): number {
  if (n <= 8) return 8;
  if (n <= 128) return Math.ceil(n / 16) * 16;
  const spacing = 2 ** (Math.ceil(Math.log2(n)) - 3);
  return Math.ceil(n / spacing) * spacing;
}

/** Pages of a slab: as few as hold whole regions without a rest. */
export function slabPages(size: number): number {
  let pages = 1;
  while ((pages * pageSize) % size !== 0) pages++;
  return pages;
}

export const regionsPerSlab = (size: number): number => (slabPages(size) * pageSize) / size;
