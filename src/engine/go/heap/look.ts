import { pageSize } from '../size-classes.ts';
import type { HeapMachine } from './heap-machine.ts';
import type { MSpan } from './mspan.ts';

export interface SpanPicture { readonly base: number; readonly npages: number; readonly elemsize: number; readonly taken: readonly boolean[] }
/** A span of the class that no P holds. */
export interface CentralSpan { readonly base: number; readonly list: 'partial' | 'full'; readonly taken: number; readonly nelems: number }
/** A page: with the span it is part of, in the P's page cache, or free. */
export type PagePicture = 'span' | 'cache' | 'other' | 'free';
export interface ChunkPicture { readonly base: number; readonly size: number; readonly free: number }

/** A heap seen around one address of one class. */
export interface Look {
  /** The current tiny block, and its bytes in use. */
  readonly tiny: { readonly block: number; readonly used: number } | undefined;
  readonly span: SpanPicture | undefined;
  readonly central: readonly CentralSpan[];
  /** The pages of the chunk that the span lies in, and the first one's address. */
  readonly pages: { readonly base: number; readonly each: readonly PagePicture[] } | undefined;
  readonly chunks: readonly ChunkPicture[];
}

/** The span around an address, its class, its pages and all chunks; without an address, the span at hand. */
export function lookAt(machine: HeapMachine, spanClass: number | undefined, addr: number | undefined): Look {
  const span = spanAt(machine, spanClass, addr);
  return {
    tiny: tinyOf(machine),
    span: span && { base: span.base, npages: span.npages, elemsize: span.elemsize, taken: Array.from({ length: span.nelems }, (_, i) => span.isAllocated(i)) },
    central: spanClass === undefined ? [] : centralOf(machine, spanClass),
    pages: pagesAround(machine, span, addr),
    chunks: chunksOf(machine),
  };
}

function spanAt({ heap, cache }: HeapMachine, spanClass: number | undefined, addr: number | undefined): MSpan | undefined {
  const found = addr === undefined ? undefined : heap.ownerOf(Math.floor(addr / pageSize));
  return found ?? (spanClass === undefined ? undefined : cache.spanOf(spanClass));
}

function tinyOf({ cache }: HeapMachine): Look['tiny'] {
  const { block, offset } = cache.tiny;
  return block === undefined ? undefined : { block, used: offset };
}

function centralOf({ heap }: HeapMachine, spanClass: number): readonly CentralSpan[] {
  const central = heap.central[spanClass]!;
  const of = (list: 'partial' | 'full', spans: readonly MSpan[]): CentralSpan[] =>
    spans.map(({ base, allocCount, nelems }) => ({ base, list, taken: allocCount, nelems }));
  return [...of('full', central.fullSwept(heap.sweepgen).list()), ...of('partial', central.partialSwept(heap.sweepgen).list())];
}

/** The pages of the chunk that a span lies in, or an address where none lies yet. */
function pagesAround({ heap, cache }: HeapMachine, span: MSpan | undefined, addr: number | undefined): Look['pages'] {
  const page = span?.page ?? (addr === undefined ? undefined : Math.floor(addr / pageSize));
  if (page === undefined) return undefined;
  const first = page - (page % heap.chunkPages);
  const state = (at: number): PagePicture => {
    if (span && heap.ownerOf(at) === span) return 'span';
    if (cache.pageCache.has(at)) return 'cache';
    return heap.isFree(at) ? 'free' : 'other';
  };
  return { base: first * pageSize, each: Array.from({ length: heap.chunkPages }, (_, i) => state(first + i)) };
}

const chunksOf = ({ heap }: HeapMachine): readonly ChunkPicture[] =>
  heap.chunkList().map(({ page, free }) => ({ base: page * pageSize, size: heap.chunkPages * pageSize, free }));
