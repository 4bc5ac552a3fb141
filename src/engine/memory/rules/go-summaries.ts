/**
 * Finds the page summaries of a Go runtime: for a heap address the layout of all five levels follows
 * (summaries.ts), so a process either has them, to the page, or is not Go.
 */
import { isReady, isReserved, KiB } from '../mapping.ts';
import { addressOfEntry, amd64, arenaBytes, arm64, chunkBytes, levelBytes, liveIndex, livePart, scavengeIndexBytes } from '../summaries.ts';
import type { Ledger } from '../ledger.ts';
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
  /** Address stretches with heap in them: those whose summaries of level 4 are mapped. */
  readonly windows: readonly Range[];
}

/** Anonymous private memory, reserved or ready: what summaries and arenas are made of. */
export function isGoMemory(mapping: Mapping): boolean {
  return isReady(mapping) || isReserved(mapping);
}

/** More heap candidates than any process we have seen needs; Go's heap lies below everything that looks like it. */
const mostCandidates = 32;
/** A level in more pieces than this is no level; it bounds the search on hostile maps. */
const mostPieces = 256;

/** The summaries of the first heap candidate that has them. */
export function findSummaries(ledger: Ledger): GoSummaries | undefined {
  const starts = ledger.free(isReady).map((run) => run.start);
  for (const heap of heapCandidates(ledger)) {
    for (const port of [amd64, arm64]) {
      const found = match(ledger, starts, heap, port);
      if (found) return found;
    }
  }
  return undefined;
}

/** The first chunk in use of every anonymous run that begins where an arena may. */
export function heapCandidates(ledger: Ledger): Range[] {
  const aligned = ledger.free(isGoMemory).filter((run) => run.start % arenaBytes === 0 && run.end - run.start >= chunkBytes);
  return aligned.slice(0, mostCandidates).flatMap((run) => {
    const first = [...ledger.within(run)].find(isReady);
    return first && first.start % chunkBytes === 0 ? [{ start: first.start, end: first.start + chunkBytes }] : [];
  });
}

/** All four lower levels or nothing. */
function match(ledger: Ledger, starts: readonly number[], heap: Range, port: Port): GoSummaries | undefined {
  const found: Range[] = [];
  for (const n of [4, 3, 2, 1] as const) {
    const level = findLevel(ledger, starts, n, livePart(n, heap, port), found);
    if (!level) return undefined;
    found.push(level);
  }
  const [highest, third, second, first] = found as [Range, Range, Range, Range];
  const index = findIndex(ledger, heap, port, highest, third.start < highest.start);
  const fourth = index.range === highest ? { start: highest.start - levelBytes(4), end: highest.start } : highest;
  return { port, heap, reserved: [first, second, third, fourth], top: findTop(ledger, first), index, windows: windowsOf(ledger, fourth, port) };
}

/** The highest stretch of a level's size with `live` mapped, everything before it reserved, and the last page too. */
function findLevel(ledger: Ledger, starts: readonly number[], n: Level, live: Range, taken: readonly Range[]): Range | undefined {
  for (let at = starts.length - 1; at >= 0; at--) {
    const range = { start: starts[at]! - live.start, end: starts[at]! - live.start + levelBytes(n) };
    const overlaps = taken.some((other) => range.start < other.end && other.start < range.end);
    if (!overlaps && range.start >= 0 && fits(ledger, range, live)) return range;
  }
  return undefined;
}

function fits(ledger: Ledger, range: Range, live: Range): boolean {
  const front = { start: range.start, end: range.start + live.start };
  const mapped = { start: front.end, end: range.start + live.end };
  const last = { start: range.end - amd64.pageBytes, end: range.end };
  return ledger.isFree(last, isReserved) && ledger.isFree(front, isReserved, mostPieces)
    && ledger.isFree(mapped, isReady, mostPieces) && ledger.isFree(range, isGoMemory, mostPieces);
}

/**
 * The scavenge index was reserved right after level 4, so right below it: 512 MiB in Go 1.21 and later, 8 MiB in
 * 1.19 and 1.20, none before. Where the kernel hands out addresses upwards (`setarch -L`) it is the higher of the two.
 */
function findIndex(ledger: Ledger, heap: Range, port: Port, fourth: Range, upwards: boolean): GoSummaries['index'] {
  for (const kind of ['words', 'bits'] as const) {
    const below = { start: fourth.start - scavengeIndexBytes[kind], end: fourth.start };
    const above = { start: fourth.end, end: fourth.end + scavengeIndexBytes[kind] };
    const live = liveIndex(kind, heap, port);
    if (below.start >= 0 && fits(ledger, below, live)) return { kind, range: upwards ? fourth : below };
    if (upwards && fits(ledger, above, live)) return { kind, range: above };
  }
  return { kind: 'none', range: { start: fourth.start, end: fourth.start } };
}

/** Level 0 was reserved just before level 1, so it stands above it, or below where addresses go upwards. */
function findTop(ledger: Ledger, first: Range): Range | undefined {
  const above = { start: first.end, end: first.end + levelBytes(0) };
  const below = { start: first.start - levelBytes(0), end: first.start };
  return [above, below].find((range) => range.start >= 0 && ledger.isFree(range, isReady));
}

/** Mapped pieces of level 4, as the addresses they stand for. */
function windowsOf(ledger: Ledger, fourth: Range, port: Port): Range[] {
  const address = (at: number): number => addressOfEntry(4, at - fourth.start, port);
  return [...ledger.within(fourth)].filter(isReady).map((piece) => ({
    start: address(Math.max(piece.start, fourth.start)),
    end: address(Math.min(piece.end, fourth.end)),
  }));
}

/** Claims every level and the index. */
export function claimSummaries(ledger: Ledger, found: GoSummaries): void {
  const heap = found.heap.start.toString(16);
  found.reserved.forEach((range, at) => {
    const n = (at + 1) as Level;
    const frontKiB = livePart(n, found.heap, found.port).start / KiB;
    ledger.claim(range, `summary L${n}`, 'certain', { rule: 'summary', level: n, heap, frontKiB });
  });
  const { kind, range } = found.index;
  if (kind !== 'none') ledger.claim(range, 'scavenge index', 'certain', { rule: 'scavenge-index', kind, heap });
  if (found.top) ledger.claim(found.top, 'summary L0', 'certain', { rule: 'whole-level-0' });
}
