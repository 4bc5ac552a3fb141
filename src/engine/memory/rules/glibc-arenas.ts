/** Heaps of glibc's non-main arenas: 64 MiB at 64 MiB, the beginning writable (`malloc/arena.c:new_heap`). */
import { isReady, isReserved, KiB, MiB } from '../mapping.ts';
import { isGoMemory } from './go-summaries.ts';
import { largestGuard } from './thread-stacks.ts';
import type { Claims } from '../claims.ts';
import type { Range } from '../summaries.ts';

/** `HEAP_MAX_SIZE` on 64-bit machines. */
const heapBytes = 64 * MiB;
/** A new heap's writable part is at least `HEAP_MIN_SIZE` and what was asked for: 132 KiB, as recorded. */
const leastBytes = 132 * KiB;

export function claimGlibcArenas(claims: Claims): void {
  for (const run of claims.free(isGoMemory)) {
    for (const start of startsIn(claims, run)) claimHeap(claims, { start, end: start + heapBytes });
  }
}

/** Where heaps may begin: each has addresses without permissions behind its writable part. A run may be longer than there are heaps to try. */
function startsIn(claims: Claims, run: Range): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const piece of claims.within(run)) {
    const start = Math.floor(piece.start / heapBytes) * heapBytes;
    if (isReserved(piece) && start >= run.start && start + heapBytes <= run.end) starts.add(start);
  }
  return starts;
}

function claimHeap(claims: Claims, heap: Range): void {
  const pieces = [...claims.within(heap)];
  const writable = pieces.findIndex((piece) => !isReady(piece));
  const [first, last, reserved] = [pieces[0], pieces.at(-1), pieces[writable]];
  if (!first || !last || !reserved || writable === 0 || !pieces.slice(writable).every(isReserved)) return;
  const stands = first.start === heap.start && last.end - heap.end <= largestGuard;
  const readyKiB = (reserved.start - heap.start) / KiB;
  if (stands && readyKiB * KiB >= leastBytes) claims.claim(heap, 'glibc arena', 'likely', { rule: 'glibc-arena', readyKiB });
}
