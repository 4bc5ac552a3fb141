/**
 * What a Go runtime maps right after its summaries, in order: where each piece lies follows from the kernel's rule
 * for mmap without an address, the highest hole that is large enough (`mm/mmap.c`, top-down layout).
 */
import { isReady, KiB, MiB } from '../mapping.ts';
import { hugePage, isAligned } from '../placement.ts';
import { alignDown, alignUp } from '../summaries.ts';
import type { Claims } from '../claims.ts';
import type { LargeAlignment } from '../placement.ts';
import type { Range } from '../summaries.ts';
import type { What } from '../what.ts';
import type { GoSummaries } from './go-summaries.ts';

/** Bytes of one persistentalloc chunk (`malloc.go:persistentChunkSize`); the very first mapping of a process is one. */
export const persistentChunk = 256 * KiB;
/** Bytes of the table of arenas: 2^22 pointers (`malloc.go:arenaL2Bits`). */
export const arenaIndexBytes = 32 * MiB;
/** Bytes of one block of chunk bitmaps (`mpagealloc.go:pallocChunksL2Bits`). */
export const chunkTableBytes = MiB;
/** Bytes of the first span table and of each block of mark bits (`mheap.go:recordspan`, `mbitmap.go:newArenaMayUnlock`). */
export const metadataBytes = 64 * KiB;
/** The profiler's hash table, 179,999 pointers, in whole pages (`mprof.go:stkbucket`). */
export const profilerBytes = 1408 * KiB;

/**
 * KiB of one heapArena (`mheap.go:heapArena`), by Go version: its bitmap took 2 bits a word, then 1, then moved
 * into the spans. Recorded in oracle/recordings/startup.json.
 */
export const heapArenaKiB = { '1.15': 2116, '1.20': 1108, '1.22': 68, '1.25': 72 } as const;
export type HeapArenaKiB = (typeof heapArenaKiB)[keyof typeof heapArenaKiB];

/** The sizes a heapArena can have beside each kind of scavenge index. */
export const heapArenasWith: Readonly<Record<GoSummaries['index']['kind'], readonly HeapArenaKiB[]>> = {
  none: [2116],
  bits: [2116, 1108],
  words: [1108, 68, 72],
};

export interface Placed extends Range {
  readonly what: What;
}

/** A start-up mapping. Every Go has the `sure` ones for good; the span table `moves` when it grows. */
interface Piece {
  readonly what: What;
  readonly bytes: number;
  readonly sure?: true;
  readonly moves?: true;
}

/** What a start-up maps from the arena index on. Since Go 1.25 the first allocation also makes the profiler's table. */
function pieces(heapArena: HeapArenaKiB): Piece[] {
  const always: Piece[] = [
    { what: 'arena index', bytes: arenaIndexBytes, sure: true },
    { what: 'heapArena', bytes: heapArena * KiB, sure: true },
    { what: 'chunk table', bytes: chunkTableBytes, sure: true },
    { what: 'gc metadata', bytes: metadataBytes, moves: true },
    { what: 'gc metadata', bytes: metadataBytes },
  ];
  return heapArena === heapArenaKiB['1.25'] ? [...always, { what: 'profiler buckets', bytes: profilerBytes }] : always;
}

/**
 * Where the start-up pieces lie if this Go ran on that kernel; undefined when a sure one is not there. When `grown`,
 * the heap is large enough for the span table to have moved, and others to have taken its place.
 */
export function placeStartUp(claims: Claims, summaries: GoSummaries, heapArena: HeapArenaKiB, align: LargeAlignment, grown: boolean): Placed[] | undefined {
  const holes = startHoles(summaries);
  const placed: Placed[] = [];
  for (const { what, bytes, sure, moves } of pieces(heapArena)) {
    const range = take(holes, bytes, align, summaries.upwards);
    const there = range !== undefined && claims.isFree(range, isReady);
    if (there && !(moves && grown)) placed.push({ ...range, what });
    else if (!there && sure) return undefined;
  }
  return placed;
}

/** The first persistentalloc chunk, mapped just before level 0 was reserved. */
export function firstChunk({ top, upwards }: GoSummaries): Range | undefined {
  if (!top) return undefined;
  const start = upwards ? top.start - persistentChunk : top.end;
  return { start, end: start + persistentChunk };
}

/** Right beyond the last reservation, where the 32 MiB of the arena index go first. */
export function arenaIndexPlace({ reserved: [, , , fourth], index, upwards }: GoSummaries): Range {
  const end = index.kind === 'none' ? fourth : index.range;
  return upwards ? { start: end.end, end: end.end + arenaIndexBytes } : { start: end.start - arenaIndexBytes, end: end.start };
}

/** Free addresses when the summaries were just reserved, in the order the kernel tries them: all beyond level 1, less the reservations. */
function startHoles({ reserved, index, upwards }: GoSummaries): Range[] {
  const inOrder = [...reserved, index.range].sort((a, b) => (upwards ? a.start - b.start : b.start - a.start));
  const holes = inOrder.slice(1).map((range, at) => {
    const before = inOrder[at]!;
    return upwards ? { start: before.end, end: range.start } : { start: range.end, end: before.start };
  });
  const last = inOrder.at(-1)!;
  const beyond = upwards ? { start: last.end, end: 2 ** 47 } : { start: 0, end: last.start };
  return [...holes, beyond].filter((hole) => hole.end > hole.start);
}

/** Takes `bytes` off the near end of the first hole that is large enough. */
function take(holes: Range[], bytes: number, align: LargeAlignment, upwards: boolean): Range | undefined {
  const aligned = isAligned(bytes, align);
  const room = aligned ? bytes + hugePage : bytes;
  const at = holes.findIndex((hole) => hole.end - hole.start >= room);
  const hole = holes[at];
  if (!hole) return undefined;
  const unit = aligned ? hugePage : 1;
  const start = upwards ? alignUp(hole.start, unit) : alignDown(hole.end - bytes, unit);
  const above = { start: start + bytes, end: hole.end };
  const below = { start: hole.start, end: start };
  holes.splice(at, 1, ...(upwards ? [below, above] : [above, below]).filter((range) => range.end > range.start));
  return { start, end: start + bytes };
}
