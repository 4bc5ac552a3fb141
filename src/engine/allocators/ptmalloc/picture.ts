/** The heap as a view draws it: every chunk from low to high, and where the free ones wait. */
import { invariant } from '../../machine.ts';
import type { BlockList, Cell, HeapPicture } from '../allocator.ts';
import type { Arena } from './arena.ts';
import { binAt, unsorted } from './bins.ts';
import { heapStart, largeSize } from './chunk.ts';
import { topSize } from './top.ts';

type Place = Pick<Cell, 'state'> & { readonly list?: string };

export interface PtmallocPicture extends HeapPicture {
  /** All lists that are not empty, as malloc looks into them: tcache, fast bins, unsorted, small and large bins. */
  readonly lists: readonly BlockList[];
  /** Address of the chunk the next small request is cut from, if it lies alone in the unsorted bin; undefined before any. */
  readonly lastRemainder: number | undefined;
  /** Requests of at least this many bytes are mapped; a top this large is given back. */
  readonly mmapThreshold: number;
  readonly trimThreshold: number;
}

export function heapPicture(arena: Arena): PtmallocPicture {
  const waiting = places(arena);
  const cells: Cell[] = [];
  for (let chunk = heapStart; chunk < arena.top;) {
    const size = arena.chunks.size(chunk);
    invariant(size > 0, `no chunk at ${chunk - heapStart}`);
    cells.push({ addr: chunk - heapStart, size, ...(waiting.get(chunk) ?? { state: 'live' }) });
    chunk += size;
  }
  if (topSize(arena) > 0) cells.push({ addr: arena.top - heapStart, size: topSize(arena), state: 'top' });
  const mapped = arena.mappings.list().map(([addr, size]): Cell => ({ addr, size, state: 'live' }));
  return {
    heap: arena.brk - heapStart, cells, mapped, lists: lists(arena),
    lastRemainder: arena.lastRemainder === 0 ? undefined : arena.lastRemainder - heapStart,
    mmapThreshold: arena.mappings.threshold, trimThreshold: arena.trimThreshold,
  };
}

function lists(arena: Arena): BlockList[] {
  const block = (chunk: number) => ({ addr: chunk - heapStart, size: arena.chunks.size(chunk) });
  const own = (name: string, bins: readonly (readonly number[])[], limit?: number): BlockList[] => bins.filter((bin) => bin.length > 0)
    .map((bin) => ({ name, size: arena.chunks.size(bin[0]!), blocks: bin.map(block), takes: 'head', ...(limit !== undefined && { limit }) }));
  const filled = Array.from({ length: 126 }, (_, i) => i + unsorted).filter((index) => !arena.bins.empty(index));
  return [
    ...own('tcache', arena.tcache.list(), arena.tcache.limit),
    ...own('fastbin', arena.fastbins.list()),
    ...filled.map((index): BlockList => {
      const blocks = chunksOf(arena, index).map(block);
      return { name: index === unsorted ? 'unsorted' : index < largeSize >>> 4 ? 'small' : 'large', size: index === unsorted ? 0 : Math.min(...blocks.map(({ size }) => size)), blocks, takes: 'tail' };
    }),
  ];
}

export function largestFree(arena: Arena): number {
  let largest = topSize(arena);
  for (const chunk of freeChunks(arena)) largest = Math.max(largest, arena.chunks.size(chunk));
  return largest;
}

function chunksOf({ bins, chunks }: Arena, index: number): number[] {
  const found = [];
  for (let chunk = bins.first(index); chunk !== binAt(index); chunk = chunks.fd(chunk)) found.push(chunk);
  return found;
}

function* freeChunks(arena: Arena): Generator<number, void> {
  for (let index = unsorted; index < 127; index++) yield* chunksOf(arena, index);
}

/** Where each chunk that is not live waits. */
function places(arena: Arena): Map<number, Place> {
  const found = new Map<number, Place>([[heapStart, { state: 'meta', list: 'tcache' }]]);
  const note = (bins: readonly (readonly number[])[], list: string): void => {
    for (const chunk of bins.flat()) found.set(chunk, { state: 'cached', list });
  };
  note(arena.tcache.list(), 'tcache');
  note(arena.fastbins.list(), 'fastbin');
  for (const chunk of freeChunks(arena)) found.set(chunk, { state: 'free', list: listOf(arena, chunk) });
  return found;
}

const listOf = (arena: Arena, chunk: number): string => {
  for (let at = arena.bins.first(unsorted); at !== binAt(unsorted); at = arena.chunks.fd(at)) if (at === chunk) return 'unsorted';
  return arena.chunks.size(chunk) < largeSize ? 'small' : 'large';
};

