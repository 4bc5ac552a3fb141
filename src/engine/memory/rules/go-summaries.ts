/**
 * Finds the page summaries of a Go runtime: for a heap address the layout of all five levels follows
 * (summaries.ts), so a process either has them, to the page, or is not Go.
 */
import { isReady, isReserved, KiB } from '../mapping.ts';
import { addressOfEntry, amd64, arenaBytes, arm64, chunkBytes, levelBytes, liveIndex, livePart, scavengeIndexBytes } from '../summaries.ts';
import type { Claims } from '../claims.ts';
import type { Mapping } from '../mapping.ts';
import type { Level, Port, Range, ScavengeIndex } from '../summaries.ts';

export interface GoSummaries {
  readonly port: Port;
  /** The lowest stretch of heap the runtime ever mapped, as far as the map shows. */
  readonly heap: Range;
  /** Where levels 1 to 4 were reserved, in this order. */
  readonly reserved: readonly [Range, Range, Range, Range];
  /** Level 0, all of it mapped, when it stands where it was reserved. */
  readonly top: Range | undefined;
  readonly index: { readonly kind: ScavengeIndex; readonly range: Range };
  /** Whether the kernel handed out addresses upwards. */
  readonly upwards: boolean;
  /** Address stretches with heap in them: those whose summaries of level 4 are mapped. */
  readonly windows: readonly Range[];
}

/** Anonymous private memory, reserved or ready: what summaries and arenas are made of. */
export function isGoMemory(mapping: Mapping): boolean {
  return isReady(mapping) || isReserved(mapping);
}

/** More heap candidates than any process we have seen needs; Go's heap lies below everything that looks like it. */
const mostCandidates = 32;
/** A level in more pieces, or with more pages mapped, than this is no level; it bounds the search on hostile maps. */
const mostPieces = 256;
const mostLivePages = 4096;

/** The summaries of the first heap candidate that has them. */
export function findSummaries(claims: Claims): GoSummaries | undefined {
  const spots = findSpots(claims);
  const runs = heapRuns(claims);
  for (const run of runs.slice(0, mostCandidates)) {
    const heap = firstChunkOf(claims, run);
    for (const [port, direction] of heap ? settings : []) {
      const found = match(claims, spots, heap!, port, direction);
      const whole = found && (port === amd64 || found.top);
      if (whole && found.reserved.every((range, at) => isBorneOut(claims, runs, range, (at + 1) as Level, port))) return found;
    }
  }
  return undefined;
}

/** Where ready memory begins, and how many bytes right below it are reserved. */
interface Spot {
  readonly start: number;
  readonly front: number;
}

function findSpots(claims: Claims): Spot[] {
  const fronts = new Map(claims.free(isReserved).map((run) => [run.end, run.end - run.start]));
  return claims.free(isReady).map(({ start }) => ({ start, front: fronts.get(start) ?? 0 }));
}

const settings = [[amd64, 'down'], [amd64, 'up'], [arm64, 'down']] as const;

/** Anonymous runs that begin where an arena may, lowest first. */
function heapRuns(claims: Claims): Range[] {
  return claims.free(isGoMemory).filter((run) => run.start % arenaBytes === 0 && run.end - run.start >= chunkBytes);
}

/** The first chunk of a run that is in use. */
function firstChunkOf(claims: Claims, run: Range): Range | undefined {
  for (const mapping of claims.within(run)) {
    if (isReady(mapping)) return mapping.start % chunkBytes === 0 ? { start: mapping.start, end: mapping.start + chunkBytes } : undefined;
  }
  return undefined;
}

/** Whether every mapped page of a level stands for addresses with heap in them. */
function isBorneOut(claims: Claims, runs: readonly Range[], level: Range, n: Level, port: Port): boolean {
  let pages = 0;
  for (const piece of claims.within(level)) {
    if (!isReady(piece)) continue;
    const end = Math.min(piece.end, level.end);
    for (let page = Math.max(piece.start, level.start); page < end; page += port.pageBytes) {
      const from = addressOfEntry(n, page - level.start, port);
      const to = addressOfEntry(n, page - level.start + port.pageBytes, port);
      if (++pages > mostLivePages || !touches(runs, { start: from, end: to })) return false;
    }
  }
  return true;
}

/** Whether one of the runs, in address order, overlaps a range. */
function touches(runs: readonly Range[], range: Range): boolean {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.end > range.start) high = middle;
    else low = middle + 1;
  }
  const found = runs[low];
  return found !== undefined && found.start < range.end;
}

/** Kernels hand out addresses downwards, or upwards when asked to (`setarch -L`). */
type Direction = 'down' | 'up';

/** All four lower levels, each reserved after the one before it, or nothing. */
function match(claims: Claims, spots: readonly Spot[], heap: Range, port: Port, direction: Direction): GoSummaries | undefined {
  const found: Range[] = [];
  for (const n of [4, 3, 2, 1] as const) {
    const level = findLevel(claims, spots, n, livePart(n, heap, port), found.at(-1), direction);
    if (!level) return undefined;
    found.push(level);
  }
  const [fourth, third, second, first] = found as [Range, Range, Range, Range];
  const index = findIndex(claims, heap, port, fourth, direction);
  const top = findTop(claims, first, direction);
  return { port, heap, reserved: [first, second, third, fourth], top, index, upwards: direction === 'up', windows: windowsOf(claims, fourth, port) };
}

/**
 * The stretch of a level's size with `live` mapped, everything before it reserved and the last page too, on the side of
 * the level `after` it where it was reserved. Level 4 is the first of its shape: the index follows it.
 */
function findLevel(claims: Claims, spots: readonly Spot[], n: Level, live: Range, after: Range | undefined, direction: Direction): Range | undefined {
  for (let at = 0; at < spots.length; at++) {
    const spot = spots[direction === 'down' ? spots.length - 1 - at : at]!;
    if (spot.front < live.start) continue;
    const range = { start: spot.start - live.start, end: spot.start - live.start + levelBytes(n) };
    const placed = after === undefined || (direction === 'down' ? range.start >= after.end : range.end <= after.start);
    if (placed && range.start >= 0 && fits(claims, range, live)) return range;
  }
  return undefined;
}

function fits(claims: Claims, range: Range, live: Range): boolean {
  const front = { start: range.start, end: range.start + live.start };
  const mapped = { start: front.end, end: range.start + live.end };
  const last = { start: range.end - amd64.pageBytes, end: range.end };
  return claims.isFree(last, isReserved) && claims.isFree(front, isReserved, mostPieces)
    && claims.isFree(mapped, isReady, mostPieces) && claims.isFree(range, isGoMemory, mostPieces);
}

/**
 * The scavenge index was reserved right after level 4: 512 MiB in Go 1.21 and later, 8 MiB in 1.19 and 1.20, none before.
 * Where `ulimit -v` refused the reservation, Go 1.21 and later map its page all the same, counted from address 0.
 */
function findIndex(claims: Claims, heap: Range, port: Port, fourth: Range, direction: Direction): GoSummaries['index'] {
  for (const kind of ['words', 'bits'] as const) {
    const start = direction === 'down' ? fourth.start - scavengeIndexBytes[kind] : fourth.end;
    const range = { start, end: start + scavengeIndexBytes[kind] };
    if (start >= 0 && fits(claims, range, liveIndex(kind, heap, port))) return { kind, range };
  }
  const refused = liveIndex('words', heap, port);
  const alone = claims.mappings[claims.indexAt(refused.start)]?.start === refused.start;
  if (alone && claims.isFree(refused, isReady)) return { kind: 'words', range: refused };
  const nowhere = direction === 'down' ? fourth.start : fourth.end;
  return { kind: 'none', range: { start: nowhere, end: nowhere } };
}

/** Level 0 was reserved just before level 1. */
function findTop(claims: Claims, first: Range, direction: Direction): Range | undefined {
  const start = direction === 'down' ? first.end : first.start - levelBytes(0);
  const range = { start, end: start + levelBytes(0) };
  return start >= 0 && claims.isFree(range, isReady) ? range : undefined;
}

/** Mapped pieces of level 4, as the addresses they stand for. */
function windowsOf(claims: Claims, fourth: Range, port: Port): Range[] {
  const address = (at: number): number => addressOfEntry(4, at - fourth.start, port);
  return [...claims.within(fourth)].filter(isReady).map((piece) => ({
    start: address(Math.max(piece.start, fourth.start)),
    end: address(Math.min(piece.end, fourth.end)),
  }));
}

/** Claims every level and the index. */
export function claimSummaries(claims: Claims, found: GoSummaries): void {
  const heap = found.heap.start.toString(16);
  found.reserved.forEach((range, at) => {
    const n = (at + 1) as Level;
    const frontKiB = livePart(n, found.heap, found.port).start / KiB;
    claims.claim(range, `summary L${n}`, 'certain', { rule: 'summary', level: n, heap, frontKiB });
  });
  const { kind, range } = found.index;
  if (kind !== 'none') claims.claim(range, 'scavenge index', 'certain', { rule: 'scavenge-index', kind, heap });
  if (found.top) claims.claim(found.top, 'summary L0', 'certain', { rule: 'whole-level-0' });
}
