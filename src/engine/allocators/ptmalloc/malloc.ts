/** Allocation behind the cache, in the order malloc.c tries (malloc.c:_int_malloc). A chunk; negative when mapped; 0 when refused. */
import { listEvent, type Arena } from './arena.ts';
import { binAt, binIndex, unsorted } from './bins.ts';
import { header, heapStart, largeSize, minSize } from './chunk.ts';
import { consolidate, release } from './consolidate.ts';
import { cutTop, growTop } from './top.ts';

/** Chunks sorted out of the unsorted bin in one call at most (MAX_ITERS). */
const sortLimit = 10_000;

export function allocate(arena: Arena, nb: number): number {
  arena.within = '_int_malloc';
  const quick = nb <= arena.fastbins.limit ? fromFastbin(arena, nb) : 0;
  if (quick !== 0) return quick;
  const exact = nb < largeSize ? fromSmallbin(arena, nb) : 0;
  if (exact !== 0) return exact;
  if (nb >= largeSize && arena.fastbins.filled) consolidate(arena);
  for (;;) {
    const found = sortUnsorted(arena, nb) || (nb >= largeSize && fromLargebin(arena, nb)) || fromLargerBin(arena, nb) || cutTop(arena, nb);
    if (found) return found;
    if (!arena.fastbins.filled) return fromSystem(arena, nb);
    consolidate(arena);
  }
}

function fromFastbin(arena: Arena, nb: number): number {
  const victim = arena.fastbins.pop(nb);
  if (victim === 0) return 0;
  arena.tell?.(listEvent('take', 'fastbin', victim, nb));
  while (arena.tcache.hasRoom(nb)) {
    const next = arena.fastbins.pop(nb);
    if (next === 0) break;
    stash(arena, next, nb);
  }
  return victim;
}

function fromSmallbin(arena: Arena, nb: number): number {
  const victim = arena.bins.takeLastSmall(nb);
  if (victim === 0) return 0;
  arena.tell?.(listEvent('take', 'small', victim, nb));
  while (arena.tcache.hasRoom(nb)) {
    const next = arena.bins.takeLastSmall(nb);
    if (next === 0) break;
    stash(arena, next, nb);
  }
  return victim;
}

/** A chunk of the size just asked for is likely to be asked for again: into the cache with it. */
function stash(arena: Arena, chunk: number, nb: number): void {
  arena.effort.steps++;
  arena.tcache.put(chunk, nb);
  arena.tell?.(listEvent('put', 'tcache', chunk, nb));
}

/**
 * Looks at every chunk of the unsorted bin, oldest first. One that fits exactly goes to the cache, or out when the
 * cache is full; all others are filed in the bins. The only place where chunks get into bins.
 */
function sortUnsorted(arena: Arena, nb: number): number {
  const { chunks, bins, tcache } = arena;
  let cached = false;
  for (let sorted = 0; sorted < sortLimit && !bins.empty(unsorted); sorted++) {
    const victim = bins.last(unsorted);
    const size = chunks.size(victim);
    arena.effort.steps++;
    arena.tell?.(listEvent('look', 'unsorted', victim, size));
    if (isLastRemainder(arena, nb, victim, size)) return splitLastRemainder(arena, nb, victim, size);
    bins.takeLastUnsorted();
    if (size !== nb) {
      arena.effort.steps += bins.file(victim, size);
      arena.tell?.(listEvent('put', size < largeSize ? 'small' : 'large', victim, size));
      continue;
    }
    chunks.setInUse(victim, size);
    if (!tcache.hasRoom(nb)) return told(arena, 'unsorted', victim, nb);
    stash(arena, victim, nb);
    cached = true;
  }
  return cached ? told(arena, 'tcache', tcache.take(nb), nb) : 0;
}

/** Tells that a chunk is taken from where it waited. */
function told(arena: Arena, list: string, chunk: number, size: number): number {
  arena.tell?.(listEvent('take', list, chunk, size));
  return chunk;
}

/** Consecutive small requests are cut from one chunk, as long as it is the only unsorted one. */
function isLastRemainder(arena: Arena, nb: number, victim: number, size: number): boolean {
  return nb < largeSize && victim === arena.lastRemainder && arena.chunks.bk(victim) === binAt(unsorted) && size > nb + minSize;
}

function splitLastRemainder(arena: Arena, nb: number, victim: number, size: number): number {
  arena.bins.takeLastUnsorted();
  arena.lastRemainder = victim + nb;
  return cut(arena, nb, victim, size);
}

/** Best fit in the request's own bin: the smallest chunk that is large enough, the second of its size if there are two. */
function fromLargebin(arena: Arena, nb: number): number {
  const { chunks, bins } = arena;
  const index = binIndex(nb);
  const first = bins.first(index);
  if (first === binAt(index) || chunks.size(first) < nb) return 0;
  let victim = chunks.prevSizeLink(first);
  for (arena.effort.steps++; chunks.size(victim) < nb; arena.effort.steps++) victim = chunks.prevSizeLink(victim);
  const second = chunks.fd(victim);
  if (victim !== bins.last(index) && chunks.size(second) === chunks.size(victim)) victim = second;
  bins.unlink(victim);
  return cut(arena, nb, victim, chunks.size(victim));
}

/** The smallest chunk of the next bin that has any: all of them are large enough. */
function fromLargerBin(arena: Arena, nb: number): number {
  const { chunks, bins } = arena;
  const index = bins.nextFilled(binIndex(nb) + 1);
  if (index === 0) return 0;
  const victim = bins.last(index);
  const size = chunks.size(victim);
  arena.effort.steps++;
  bins.unlink(victim);
  if (nb < largeSize && size - nb >= minSize) arena.lastRemainder = victim + nb;
  return cut(arena, nb, victim, size);
}

/** Keeps the low end of a chunk out of its bin; what remains, if it can be a chunk, waits unsorted. */
function cut(arena: Arena, nb: number, victim: number, size: number): number {
  const rest = size - nb;
  if (rest < minSize) {
    arena.chunks.setInUse(victim, size);
    return told(arena, size < largeSize ? 'small' : 'large', victim, size);
  }
  arena.chunks.setHead(victim, nb);
  arena.chunks.setHead(victim + nb, rest);
  release(arena, victim + nb, rest, arena.tell && { kind: 'split', addr: victim - heapStart, size: nb, rest });
  return victim;
}

/** A mapping of its own for a large request, more heap for any other (malloc.c:sysmalloc). */
function fromSystem(arena: Arena, nb: number): number {
  arena.within = 'sysmalloc';
  if (arena.mappings.wants(nb)) {
    const mapped = arena.mappings.map(nb);
    if (mapped === null) return 0;
    arena.effort.systemCalls++;
    arena.tell?.({ kind: 'map', addr: mapped, size: arena.mappings.size(mapped) });
    return mapped;
  }
  return growTop(arena, nb) ? cutTop(arena, nb) : 0;
}

/** What the program gets of a chunk: an address from the heap's start. Null when refused. */
export function payload(chunk: number): number | null {
  if (chunk === 0) return null;
  return chunk < 0 ? chunk : chunk + header - heapStart;
}
