/** The top chunk: cut for what no bin has, grown with brk, given back when it gets large (sysmalloc, systrim). */
import { topPad, type Arena } from './arena.ts';
import { heapStart, minSize, pageDown, pageUp } from './chunk.ts';

/** Where words of 32 bits end: the heap of this engine holds at most 2 GiB. */
const heapEnd = 2 ** 31 - 1;

export const topSize = (arena: Arena): number => arena.brk - arena.top;

/** The low end of top; 0 when it is too small, for what remains must be a chunk. */
export function cutTop(arena: Arena, nb: number): number {
  const size = topSize(arena);
  if (size < nb + minSize) return 0;
  const chunk = arena.top;
  arena.chunks.setHead(chunk, nb);
  setTop(arena, chunk + nb);
  arena.tell?.({ kind: 'split', addr: chunk - heapStart, size: nb, rest: size - nb });
  return chunk;
}

export function setTop(arena: Arena, chunk: number): void {
  arena.top = chunk;
  arena.chunks.setHead(chunk, arena.brk - chunk);
}

/** Moves the break up by what is missing and 128 KiB more, in whole pages. False when there is no room. */
export function growTop(arena: Arena, nb: number): boolean {
  const bytes = pageUp(nb + topPad + minSize - topSize(arena));
  if (arena.brk + bytes > heapEnd) return false;
  arena.effort.systemCalls++;
  arena.brk += bytes;
  setTop(arena, arena.top);
  arena.tell?.({ kind: 'grow', addr: arena.brk - bytes - heapStart, size: bytes });
  return true;
}

/** Gives whole pages of top back, all but 128 KiB. */
export function trimTop(arena: Arena): void {
  const bytes = pageDown(topSize(arena) - minSize - 1 - topPad);
  if (bytes <= 0) return;
  arena.effort.systemCalls++;
  arena.within = 'systrim';
  arena.brk -= bytes;
  setTop(arena, arena.top);
  arena.tell?.({ kind: 'trim', addr: arena.brk - heapStart, size: bytes });
}
