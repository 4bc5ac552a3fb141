import { minSizeForMallocHeader, maxTinySize } from './request.ts';
import { pageSize, sizeClasses } from './size-classes.ts';

/** Bytes at the end of a span that Green Tea keeps its mark bits in (`mgcmark_greenteagc.go:spanInlineMarkBits`). */
export const inlineMarkBitsSize = 128;
/** Bytes at the end of a span that say which words are pointers (`mbitmap.go:heapBitsInSpan`). */
export const pointerBitsSize = 128;

/** Whether a span of this class keeps its mark bits in itself: one page of 16 to 512 bytes (`gcUsesSpanInlineMarkBits`, since Go 1.26). */
export const hasInlineMarkBits = (size: number): boolean => size >= maxTinySize && size <= minSizeForMallocHeader;

/** How many slots a span of a class has (`mheap.go:initSpan`, Go 1.26 and later). */
export function nelems(sizeClass: number, noscan: boolean): number {
  const { size, npages } = sizeClasses[sizeClass]!;
  const marks = hasInlineMarkBits(size) ? inlineMarkBitsSize : 0;
  const pointers = !noscan && size <= minSizeForMallocHeader ? pointerBitsSize : 0;
  return Math.floor((npages * pageSize - marks - pointers) / size);
}
