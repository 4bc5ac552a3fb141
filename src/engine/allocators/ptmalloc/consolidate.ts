/** Merging free neighbours: at once when a chunk is freed, in bulk for the fast bins (malloc.c:malloc_consolidate). */
import type { HeapEvent } from '../allocator.ts';
import { listEvent, type Arena } from './arena.ts';
import { heapStart } from './chunk.ts';
import { setTop } from './top.ts';

/**
 * Merges a chunk with free neighbours on both sides; what comes of it goes to the unsorted bin, or into top when it
 * touches it. Returns its size.
 */
export function coalesce(arena: Arena, freed: number, freedSize: number): number {
  const { chunks, bins } = arena;
  let chunk = freed;
  let size = freedSize;
  if (!chunks.prevInUse(chunk)) {
    size += chunks.prevSize(chunk);
    chunk -= chunks.prevSize(chunk);
    bins.unlink(chunk);
    arena.tell?.({ kind: 'coalesce', addr: chunk - heapStart, size, side: 'before' });
  }
  const next = freed + freedSize;
  if (next === arena.top) return coalesceWithTop(arena, chunk);
  const nextSize = chunks.size(next);
  if (chunks.inUse(next, nextSize)) {
    chunks.clearInUse(next, 0);
  } else {
    bins.unlink(next);
    size += nextSize;
    arena.tell?.({ kind: 'coalesce', addr: chunk - heapStart, size, side: 'after' });
  }
  release(arena, chunk, size);
  return size;
}

/** Writes the tags of a free chunk and puts it at the head of the unsorted bin; told after the event that led to it. */
export function release(arena: Arena, chunk: number, size: number, because?: HeapEvent): void {
  arena.chunks.setHead(chunk, size);
  arena.chunks.setFoot(chunk, size);
  arena.bins.putUnsorted(chunk, size);
  if (because) arena.tell?.(because);
  arena.tell?.(listEvent('put', 'unsorted', chunk, size));
}

function coalesceWithTop(arena: Arena, chunk: number): number {
  setTop(arena, chunk);
  arena.tell?.({ kind: 'coalesce', addr: chunk - heapStart, size: arena.brk - chunk, side: 'top' });
  return arena.brk - chunk;
}

/** Empties the fast bins, the smallest first, merging every chunk as it comes. */
export function consolidate(arena: Arena): void {
  const caller = arena.within;
  arena.within = 'malloc_consolidate';
  for (const chunk of arena.fastbins.takeAll()) {
    const size = arena.chunks.size(chunk);
    arena.effort.steps++;
    arena.tell?.(listEvent('take', 'fastbin', chunk, size));
    coalesce(arena, chunk, size);
  }
  arena.within = caller;
}
