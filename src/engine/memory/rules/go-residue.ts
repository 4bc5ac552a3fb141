/**
 * What a run of anonymous memory between Go's known structures can be made of: every piece has one of a few sizes,
 * so the size of the run leaves few sums. Sizes in KiB.
 */
import { KiB } from '../mapping.ts';
import { alignUp } from '../summaries.ts';
import { chunkTableBytes, metadataBytes, persistentChunk, profilerBytes } from './go-startup.ts';
import type { HeapArenaKiB } from './go-startup.ts';

const chunk = persistentChunk / KiB;
const block = metadataBytes / KiB;
const profiler = profilerBytes / KiB;
const table = chunkTableBytes / KiB;
/** A queue of the mark workers since Go 1.26 (`mgcwork.go:newSpanSPMC`). */
const queue = 8;

/** How many of each piece a run has. */
export interface Sum {
  readonly heapArenas: number;
  readonly tables: number;
  readonly profiler: number;
  readonly chunks: number;
  /** Blocks of mark bits, 64 KiB each. */
  readonly blocks: number;
  /** KiB of the span table and of the mark workers' queues. */
  readonly odd: number;
  /** KiB that no sum explains. */
  readonly unknown: number;
}

/** What may still be somewhere in the runs of one process. */
export interface Supply {
  readonly heapArena: HeapArenaKiB;
  readonly heapArenas: number;
  readonly tables: number;
  readonly profiler: number;
  readonly queues: boolean;
  /** The sizes the one span table can have by now, other than whole blocks. */
  readonly spanTables: readonly number[];
}

/**
 * Span tables after growing by half each time from 8,192 entries of 8 bytes, while a heap of so many bytes can
 * need the next (`mheap.go:recordspan`; a span has at least one 8 KiB page).
 */
export function spanTablesFor(heapBytes: number): number[] {
  const sizes: number[] = [];
  for (let entries = 8192; entries < heapBytes / 8192; ) {
    entries = Math.floor((entries * 3) / 2);
    sizes.push(alignUp((entries * 8) / KiB, 4));
  }
  return sizes;
}

const queueSums = [1, 2, 3, 4, 5, 6, 7].map((count) => count * queue);

/** The plainest sum for a run: fewest odd pieces first, then fewest heapArenas. */
export function explainRun(size: number, supply: Supply): Sum {
  if (size === table && supply.tables > 0) return { ...nothing, tables: 1 };
  for (const odd of [0, ...(supply.queues ? queueSums : []), ...supply.spanTables]) {
    const heapArenas = arenasFor(size - odd, supply);
    if (heapArenas !== undefined) return split(size, heapArenas, supply, odd, 0);
  }
  return split(size, 0, supply, 0, size % block);
}

const nothing: Sum = { heapArenas: 0, tables: 0, profiler: 0, chunks: 0, blocks: 0, odd: 0, unknown: 0 };

/** The smallest number of heapArenas that leaves whole blocks. */
function arenasFor(size: number, { heapArena, heapArenas }: Supply): number | undefined {
  for (let count = 0; count <= heapArenas && count < block && count * heapArena <= size; count++) {
    if ((size - count * heapArena) % block === 0) return count;
  }
  return undefined;
}

function split(size: number, heapArenas: number, supply: Supply, odd: number, unknown: number): Sum {
  const left = size - heapArenas * supply.heapArena - odd - unknown;
  const tables = Math.min(supply.tables, Math.floor(left / table));
  const rest = left - tables * table;
  const profilers = Math.min(supply.profiler, Math.floor(rest / profiler));
  const blocks = (rest - profilers * profiler) / block;
  const perChunk = chunk / block;
  return { heapArenas, tables, profiler: profilers, chunks: Math.floor(blocks / perChunk), blocks: blocks % perChunk, odd, unknown };
}

/** heapArenas repeat the same remainder after this many. */
export function arenaPeriod(heapArena: HeapArenaKiB): number {
  let count = 1;
  while ((count * heapArena) % block !== 0) count++;
  return count;
}

/** The same run with `more` heapArenas in place of chunks and blocks; undefined when they do not fit. */
export function withMoreArenas(size: number, sum: Sum, more: number, supply: Supply): Sum | undefined {
  const heapArenas = sum.heapArenas + more;
  const room = (sum.chunks * chunk) + (sum.blocks * block) + sum.heapArenas * supply.heapArena;
  if (heapArenas * supply.heapArena > room) return undefined;
  return split(size, heapArenas, { ...supply, tables: sum.tables, profiler: sum.profiler }, sum.odd, sum.unknown);
}

/** What is left of a supply after a run. */
export function spend(supply: Supply, sum: Sum): Supply {
  const tableFound = supply.spanTables.includes(sum.odd);
  return {
    ...supply,
    heapArenas: supply.heapArenas - sum.heapArenas,
    tables: supply.tables - sum.tables,
    profiler: supply.profiler - sum.profiler,
    spanTables: tableFound ? [] : supply.spanTables,
  };
}
