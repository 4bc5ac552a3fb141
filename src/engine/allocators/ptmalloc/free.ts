/** Freeing: to the cache, to a fast bin, or merged (malloc.c:_int_free). */
import { listEvent, type Arena } from './arena.ts';
import { coalesce, consolidate } from './consolidate.ts';
import { topSize, trimTop } from './top.ts';

/** A merged chunk this large empties the fast bins and may give memory back (FASTBIN_CONSOLIDATION_THRESHOLD). */
const consolidationThreshold = 64 * 1024;

export function freeChunk(arena: Arena, chunk: number, size: number): void {
  arena.within = '_int_free';
  if (arena.tcache.hasRoom(size)) {
    arena.tcache.put(chunk, size);
    arena.tell?.(listEvent('put', 'tcache', chunk, size));
  } else if (size <= arena.fastbins.limit) {
    arena.fastbins.push(chunk, size);
    arena.tell?.(listEvent('put', 'fastbin', chunk, size));
  } else if (coalesce(arena, chunk, size) >= consolidationThreshold) {
    if (arena.fastbins.filled) consolidate(arena);
    if (topSize(arena) >= arena.trimThreshold) trimTop(arena);
  }
}

/** Unmaps a block of its own. A larger threshold moves the trim threshold to twice it. */
export function freeMapped(arena: Arena, addr: number): void {
  const size = arena.mappings.size(addr);
  arena.effort.systemCalls++;
  arena.within = 'munmap_chunk';
  if (arena.mappings.unmap(addr)) arena.trimThreshold = 2 * arena.mappings.threshold;
  arena.tell?.({ kind: 'unmap', addr, size });
}
