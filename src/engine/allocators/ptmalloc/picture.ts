/** The heap as a view draws it: every chunk from low to high, and where the free ones wait. */
import { invariant } from '../../machine.ts';
import type { Cell, HeapPicture } from '../allocator.ts';
import type { Arena } from './arena.ts';
import { binAt, unsorted } from './bins.ts';
import { heapStart, largeSize } from './chunk.ts';
import { topSize } from './top.ts';

type Place = Pick<Cell, 'state'> & { readonly list?: string };

export function heapPicture(arena: Arena): HeapPicture {
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
  return { heap: arena.brk - heapStart, cells, mapped };
}

export function largestFree(arena: Arena): number {
  let largest = topSize(arena);
  for (const chunk of freeChunks(arena)) largest = Math.max(largest, arena.chunks.size(chunk));
  return largest;
}

function* freeChunks({ chunks }: Arena): Generator<number, void> {
  for (let index = unsorted; index < 127; index++) {
    for (let chunk = chunks.fd(binAt(index)); chunk !== binAt(index); chunk = chunks.fd(chunk)) yield chunk;
  }
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

