/** Resizing: in place if the chunk, the free one behind it or top allows, else by copy (malloc.c:_int_realloc). */
import type { Arena } from './arena.ts';
import { heapStart, minSize } from './chunk.ts';
import { freeChunk } from './free.ts';
import { allocate } from './malloc.ts';
import { setTop, topSize } from './top.ts';

/** A chunk of at least `nb` bytes with the old one's contents; negative when mapped, 0 when refused. */
export function resize(arena: Arena, chunk: number, nb: number): number {
  const size = arena.chunks.size(chunk);
  const next = chunk + size;
  arena.within = '_int_realloc';
  if (size >= nb) return shrink(arena, chunk, size, nb);
  if (next === arena.top) {
    if (size + topSize(arena) >= nb + minSize) return growIntoTop(arena, chunk, nb);
  } else {
    const nextSize = arena.chunks.size(next);
    if (!arena.chunks.inUse(next, nextSize) && size + nextSize >= nb) return growIntoNext(arena, chunk, next, nb);
  }
  return move(arena, chunk, size, nb);
}

/** Keeps the low end; a tail that can be a chunk is freed like any other, so it may land in the cache. */
function shrink(arena: Arena, chunk: number, size: number, nb: number): number {
  const rest = size - nb;
  if (rest < minSize) {
    arena.chunks.setHeadSize(chunk, size);
    arena.chunks.setInUse(chunk, size);
    return chunk;
  }
  arena.chunks.setHeadSize(chunk, nb);
  arena.chunks.setHead(chunk + nb, rest);
  arena.chunks.setInUse(chunk + nb, rest);
  arena.tell?.({ kind: 'split', addr: chunk - heapStart, size: nb, rest });
  freeChunk(arena, chunk + nb, rest);
  return chunk;
}

function growIntoTop(arena: Arena, chunk: number, nb: number): number {
  arena.chunks.setHeadSize(chunk, nb);
  setTop(arena, chunk + nb);
  arena.tell?.({ kind: 'coalesce', addr: chunk - heapStart, size: nb, side: 'after' });
  return chunk;
}

function growIntoNext(arena: Arena, chunk: number, next: number, nb: number): number {
  const size = arena.chunks.size(chunk) + arena.chunks.size(next);
  arena.bins.unlink(next);
  arena.tell?.({ kind: 'coalesce', addr: chunk - heapStart, size, side: 'after' });
  return shrink(arena, chunk, size, nb);
}

/** Asks as a program would, behind the cache; a chunk that happens to follow the old one is joined to it instead. */
function move(arena: Arena, chunk: number, size: number, nb: number): number {
  const moved = allocate(arena, nb);
  if (moved === 0) return 0;
  if (moved === chunk + size) return shrink(arena, chunk, size + arena.chunks.size(moved), nb);
  arena.within = '_int_realloc';
  arena.tell?.({ kind: 'copy', from: chunk - heapStart, addr: moved < 0 ? moved : moved - heapStart, size });
  freeChunk(arena, chunk, size);
  return moved;
}

/** A mapping stays one whatever its new size, moved by its page tables at most (malloc.c:mremap_chunk). */
export function resizeMapped(arena: Arena, addr: number, nb: number): number {
  if (arena.mappings.remap(addr, nb)) {
    arena.effort.systemCalls++;
    arena.within = 'mremap_chunk';
    arena.tell?.({ kind: 'map', addr, size: arena.mappings.size(addr) });
  }
  return addr;
}
