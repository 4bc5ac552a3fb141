/**
 * A page: blocks of one size, and two lists of free ones. Allocation takes from `free`; the thread's own frees go to
 * `local`, which becomes `free` only when that is empty, so that some call comes by the slow way now and then. The third
 * list, of other threads' frees, stays empty here. Links hold an address plus one; 0 ends a list.
 */
import type { Words } from '../words.ts';
import { sliceSize, startOffset } from './sizes.ts';

export interface Page {
  /** First slice. */
  readonly slice: number;
  readonly slices: number;
  readonly block: number;
  readonly bin: number;
  /** Blocks there is room for; those given out at least once are the first `capacity`. */
  readonly reserved: number;
  capacity: number;
  used: number;
  free: number;
  local: number;
  /** Whether it has left its queue because no block was free. */
  full: boolean;
  /** Slow calls until an empty page is given back; 0 when it is in use. */
  expire: number;
}

/** Blocks made ready at a time: 4 KiB of them, four at least. */
const extension = 4096;

export const firstBlock = (page: Page): number => page.slice * sliceSize + startOffset(page.block);

export function makePage(slice: number, slices: number, block: number, bin: number): Page {
  const reserved = Math.floor((slices * sliceSize - startOffset(block)) / block);
  return { slice, slices, block, bin, reserved, capacity: 0, used: 0, free: 0, local: 0, full: false, expire: 0 };
}

/** Makes more blocks ready, in ascending order (page.c:mi_page_extend_free). */
export function extend(page: Page, links: Words): void {
  const count = Math.min(page.reserved - page.capacity, Math.max(4, Math.floor(extension / page.block)));
  const start = firstBlock(page) + page.capacity * page.block;
  for (let i = 0; i < count; i++) links.set((start + i * page.block) / 8, i + 1 < count ? start + (i + 1) * page.block + 1 : page.free);
  page.free = start + 1;
  page.capacity += count;
}

/** What this thread freed becomes free, if nothing else is (page.c:_mi_page_free_collect). */
export function collect(page: Page): void {
  if (page.free !== 0 || page.local === 0) return;
  page.free = page.local;
  page.local = 0;
}
