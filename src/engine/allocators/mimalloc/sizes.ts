/** Sizes of mimalloc 2.0.9: blocks, pages and the slices that pages are made of (mimalloc-types.h, page-queue.c). */

export const sliceSize = 64 * 1024;
/** Slices of a segment of 32 MiB; the first holds its records. */
export const slicesPerSegment = 512;
export const segmentSize = sliceSize * slicesPerSegment;
/** Blocks this small share a page of one slice; pages of larger blocks have eight. */
export const smallBlock = 16 * 1024;
/** Larger blocks have a page of their own. */
export const mediumBlock = 128 * 1024;
/** Larger still, a segment. */
export const largeBlock = 16 * 2 ** 20;
/** Requests up to here take the quick way: the first free block of their queue's first page. */
export const quickRequest = 1024;

/** The queue of all pages with a block of their own. */
export const hugeBin = 73;

/** Words of 8 bytes; two at a time to 64 bytes, then four classes to each doubling (mi_bin). */
export function binOf(size: number): number {
  const words = Math.ceil(size / 8);
  if (words <= 1) return 1;
  if (words <= 8) return (words + 1) & ~1;
  if (size > mediumBlock) return hugeBin;
  const top = 31 - Math.clz32(words - 1);
  return (top << 2) + (((words - 1) >>> (top - 2)) & 3) - 3;
}

/** Bytes of a block for a request of at most 128 KiB. */
export function blockFor(size: number): number {
  const words = Math.ceil(size / 8);
  if (words <= 1) return 8;
  if (words <= 8) return ((words + 1) & ~1) * 8;
  const spacing = 2 ** (29 - Math.clz32(words - 1));
  return Math.ceil(words / spacing) * spacing * 8;
}

/** A large request, rounded so that little is lost and much can be used again (os.c:_mi_os_good_alloc_size). */
export function goodSize(size: number): number {
  const limits = [[512 * 1024, 4096], [2 * 2 ** 20, 65_536], [8 * 2 ** 20, 256 * 1024], [32 * 2 ** 20, 2 ** 20]] as const;
  const grain = limits.find(([limit]) => size < limit)?.[1] ?? 4 * 2 ** 20;
  return Math.ceil(size / grain) * grain;
}

/** Slices of a page whose blocks have this size. */
export function slicesFor(block: number): number {
  if (block <= smallBlock) return 1;
  if (block <= mediumBlock) return 8;
  const grain = block > 8 * sliceSize ? 8 : 1;
  return Math.ceil(block / sliceSize / grain) * grain;
}

/** Where a page's first block starts, so that blocks lie well beside the records of small ones. */
export const startOffset = (block: number): number => (block <= 1024 ? 0x180 : 0);
