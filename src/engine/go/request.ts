/** What a request becomes, before any memory is looked at (`malloc.go:mallocgc`, `msize.go:roundupsize`, Go 1.27). */
import { classOf, maxSmallSize, pageSize, sizeClasses } from './size-classes.ts';

/** Bytes before an object that holds its type (`gc.MallocHeaderSize`). */
export const mallocHeaderSize = 8;
/** Objects with pointers up to this many bytes have their pointer bits in the span and need no header. */
export const minSizeForMallocHeader = 512;
/** Objects without pointers below this many bytes share slots. */
export const maxTinySize = 16;

export type Request =
  | { readonly kind: 'zero' }
  | { readonly kind: 'tiny'; readonly class: number }
  | { readonly kind: 'small'; readonly class: number; readonly header: number }
  | { readonly kind: 'large'; readonly npages: number };

/** How `mallocgc` treats `size` bytes, with or without pointers. */
export function requestOf(size: number, pointers: boolean): Request {
  if (size === 0) return { kind: 'zero' };
  if (size > maxSmallSize - mallocHeaderSize) return { kind: 'large', npages: Math.ceil(size / pageSize) };
  if (!pointers && size < maxTinySize) return { kind: 'tiny', class: classOf(maxTinySize) };
  const header = headerOf(size, pointers);
  return { kind: 'small', class: classOf(size + header), header };
}

const headerOf = (size: number, pointers: boolean): number => (pointers && size > minSizeForMallocHeader ? mallocHeaderSize : 0);

/** Bytes of the slot or span a request gets. */
export function slotSize(request: Request): number {
  if (request.kind === 'zero') return 0;
  return request.kind === 'large' ? request.npages * pageSize : sizeClasses[request.class]!.size;
}

/** Bytes the caller may use of what mallocgc returns for `size` (`msize.go:roundupsize`). */
export function roundupsize(size: number, noscan: boolean): number {
  if (size > maxSmallSize - mallocHeaderSize) return Math.ceil(size / pageSize) * pageSize;
  if (size === 0) return 0;
  const header = headerOf(size, !noscan);
  return sizeClasses[classOf(size + header)]!.size - header;
}
