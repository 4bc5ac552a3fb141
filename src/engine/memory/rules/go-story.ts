/**
 * How the Go runtime's tables can have come about: one story for each size a heapArena can have and each way a
 * kernel places large mappings. A fault is something the map contradicts; the story with the fewest is told.
 */
import { isReady, KiB, MiB } from '../mapping.ts';
import { hugePage } from '../placement.ts';
import { arenaBytes } from '../summaries.ts';
import { arenaPeriod, explainRun, spanTablesFor, spend, withMoreArenas } from './go-residue.ts';
import { heapArenaKiB, heapArenasWith, placeStartUp } from './go-startup.ts';
import type { Claims } from '../claims.ts';
import type { Range } from '../summaries.ts';
import type { Sum, Supply } from './go-residue.ts';
import type { HeapArenaKiB, Placed } from './go-startup.ts';
import type { GoSummaries } from './go-summaries.ts';

export interface Run {
  readonly range: Range;
  readonly sum: Sum;
}

export interface Story {
  readonly heapArena: HeapArenaKiB;
  readonly placed: readonly Placed[];
  readonly runs: readonly Run[];
  /** Whether this Go has the mark workers' queues, whose 8 KiB leave the count of heapArenas open. */
  readonly queues: boolean;
  /** Whether every arena's heapArena was found. */
  readonly complete: boolean;
  readonly faults: number;
  /** KiB of odd pieces: plausible, but the fewer the better. */
  readonly oddKiB: number;
}

/** Every story in which the start-up pieces are where they must be, the best first. */
export function tellStories(claims: Claims, summaries: GoSummaries, arenas: readonly Range[]): Story[] {
  const mapped = mappedBytes(claims, arenas);
  const runs = residue(claims, summaries, mapped);
  const stories = heapArenasWith[summaries.index.kind].flatMap((heapArena) => {
    const placed = firstPlacement(claims, summaries, heapArena, spanTablesFor(mapped).length > 0);
    return placed ? [finish(claims, placed, runs, supplyFor(heapArena, arenas, mapped, placed))] : [];
  });
  return stories.sort((a, b) => a.faults - b.faults || a.oddKiB - b.oddKiB);
}

/** Bytes of heap in use or ready for it. */
function mappedBytes(claims: Claims, arenas: readonly Range[]): number {
  const ready = arenas.flatMap((run) => [...claims.within(run)].filter(isReady));
  return ready.reduce((sum, mapping) => sum + mapping.end - mapping.start, 0);
}

/** The first kernel rule under which the pieces are there, the oldest kernels' first. */
function firstPlacement(claims: Claims, summaries: GoSummaries, heapArena: HeapArenaKiB, grown: boolean): Placed[] | undefined {
  for (const align of ['none', 'multiples', 'all'] as const) {
    const placed = placeStartUp(claims, summaries, heapArena, align, grown);
    if (placed) return placed;
  }
  return undefined;
}

/** Chunk bitmaps come in blocks for 32 GiB of addresses each (`mpagealloc.go:pallocChunksL2Bits`). */
const tableCovers = 32 * 1024 * MiB;

function supplyFor(heapArena: HeapArenaKiB, arenas: readonly Range[], mapped: number, placed: readonly Placed[]): Supply {
  const found = (what: string): number => placed.filter((piece) => piece.what === what).length;
  const blocks = new Set(arenas.flatMap((run) => [Math.floor(run.start / tableCovers), Math.floor((run.end - 1) / tableCovers)]));
  return {
    heapArena,
    heapArenas: arenas.reduce((sum, run) => sum + (run.end - run.start) / arenaBytes, 0) - found('heapArena'),
    tables: Math.max(0, blocks.size - found('chunk table')),
    profiler: heapArena === heapArenaKiB['1.25'] ? 0 : 1,
    queues: heapArena === heapArenaKiB['1.25'],
    spanTables: spanTablesFor(mapped),
  };
}

/**
 * Unclaimed memory that can be the runtime's: mapped after level 1, and no larger than the tables of such a heap.
 * The kernel keeps apart what was advised differently, so each mapping is a run of its own.
 */
function residue(claims: Claims, { reserved: [first], index, upwards }: GoSummaries, mapped: number): Range[] {
  const most = 48 * MiB + mapped / 8;
  const runs = claims.free(isReady).filter((run) => (upwards ? run.start > first.start : run.start < first.start) && run.end - run.start <= most);
  return runs.flatMap((run) => cutAt(run, borders(claims, run, index.kind)));
}

/** Where one mapping ends and the next begins. Go 1.19 and 1.20 advised whole huge pages anywhere: no border of a piece. */
function borders(claims: Claims, run: Range, kind: GoSummaries['index']['kind']): number[] {
  const starts = [...claims.within(run)].map((mapping) => mapping.start).filter((start) => start > run.start && start < run.end);
  return kind === 'bits' ? starts.filter((start) => start % hugePage !== 0) : starts;
}

function cutAt(run: Range, at: readonly number[]): Range[] {
  return [run.start, ...at].map((start, n) => ({ start, end: at[n] ?? run.end }));
}

function finish(claims: Claims, placed: Placed[], residual: readonly Range[], all: Supply): Story {
  let supply = all;
  const rest = residual.flatMap((run) => minus(run, placed)).sort((a, b) => (b.end - b.start) - (a.end - a.start));
  const runs = rest.map((range) => {
    const sum = explainRun((range.end - range.start) / KiB, supply);
    supply = spend(supply, sum);
    return { range, sum };
  });
  const { filled, missing } = fill(runs, supply);
  const torn = placed.filter((piece) => piece.what !== 'arena index' && borders(claims, piece, all.queues ? 'words' : 'bits').length > 0);
  const strange = filled.filter(({ sum }) => sum.unknown > 0);
  const faults = torn.length + strange.length + (missing > 0 ? 1 : 0);
  return { heapArena: all.heapArena, queues: all.queues, placed, runs: filled, complete: missing === 0, faults, oddKiB: filled.reduce((sum, run) => sum + run.sum.odd, 0) };
}

/** Puts heapArenas that are still missing into the largest runs, as many at a time as leave the remainder alone. */
function fill(runs: readonly Run[], supply: Supply): { filled: Run[]; missing: number } {
  const period = arenaPeriod(supply.heapArena);
  let missing = supply.heapArenas;
  const filled = runs.map(({ range, sum }) => {
    const size = (range.end - range.start) / KiB;
    for (let more = Math.floor(missing / period) * period; more > 0; more -= period) {
      const next = withMoreArenas(size, sum, more, supply);
      if (!next) continue;
      missing -= more;
      return { range, sum: next };
    }
    return { range, sum };
  });
  return { filled, missing };
}

/** What placed pieces leave of a run. */
function minus(run: Range, placed: readonly Range[]): Range[] {
  let parts = [run];
  for (const piece of placed.filter(({ start, end }) => start < run.end && run.start < end)) {
    parts = parts.flatMap((part) => [
      { start: part.start, end: Math.min(part.end, Math.max(part.start, piece.start)) },
      { start: Math.max(part.start, Math.min(part.end, piece.end)), end: part.end },
    ]).filter((part) => part.end > part.start);
  }
  return parts;
}
