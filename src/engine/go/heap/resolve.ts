import { pageSize } from '../size-classes.ts';
import { pagesAt, type Geometry } from './geometry.ts';
import type { MSpan } from './mspan.ts';

/** Where an address lies in the tables of the runtime. Indices as the runtime's own, so from the port's lowest address on. */
export interface Place {
  /** Which arena (`mheap.go:arenaIndex`), and its first address. */
  readonly arena: number;
  readonly arenaBase: number;
  /** The page within the arena: the index into `heapArena.spans`. */
  readonly page: number;
  /** Which chunk (`mpagealloc.go:chunkIndex`), and the page within it. */
  readonly chunk: number;
  readonly pageInChunk: number;
  /** The entry of each level of the summaries, the root first (`offAddrToLevelIndex`). */
  readonly entries: readonly number[];
}

/** The tables' indices for an address: shifts and masks, nothing is looked up (`mheap.go:arenaIndex`, `mpagealloc.go`, Go 1.27). */
export function placeOf(geometry: Geometry, addr: number): Place {
  const { arenaBytes, chunkPages, arenaBaseOffset, summaryLevels } = geometry;
  const offset = addr + arenaBaseOffset;
  const page = Math.floor(offset / pageSize);
  return {
    arena: Math.floor(offset / arenaBytes),
    arenaBase: addr - (offset % arenaBytes),
    page: Math.floor((offset % arenaBytes) / pageSize),
    chunk: Math.floor(page / chunkPages),
    pageInChunk: page % chunkPages,
    entries: Array.from({ length: summaryLevels }, (_, level) => Math.floor(page / pagesAt(geometry, level))),
  };
}

/** The object that an address points into: its slot, where it begins, and how far in the address is (`mbitmap.go:findObject`). */
export interface Found { readonly span: MSpan; readonly index: number; readonly base: number; readonly into: number; readonly allocated: boolean }

/** In which slot of its span an address lies; undefined past the last slot. */
export function objectAt(span: MSpan, addr: number): Found | undefined {
  const index = span.indexOf(addr);
  if (index >= span.nelems) return undefined;
  const base = span.addressOf(index);
  return { span, index, base, into: addr - base, allocated: span.isAllocated(index) };
}
