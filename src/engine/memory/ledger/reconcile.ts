/** What of the resident memory Go counts, where its own counters stand beside the map: each bounds the other. */
import { countedByGo } from '../go-counters.ts';
import { amountOf, type Bounds } from '../totals.ts';
import type { Attributed, Part } from '../what.ts';
import type { Mapping } from '../mapping.ts';
import type { MemStats } from './mem-stats.ts';

/** Bytes that Go holds outside of heap and goroutines' stacks: what its tables can be at most. */
export const tablesOf = ({ Sys, HeapSys, StackInuse }: MemStats): number => Sys - HeapSys - StackInuse;

/**
 * Resident KiB that Go counts. What the map takes for the runtime's tables by size alone is counted no further than the
 * counters go: the rest only looks so. glibc maps a large block by itself, and several beside each other are no different.
 */
export function countedResident(attributed: readonly Attributed[], stats: MemStats): Bounds | undefined {
  const heap = amountOf(attributed, ({ what }) => what === 'arena').rssKiB;
  const tables = amountOf(attributed, isTable).rssKiB;
  const sure = amountOf(attributed, (part, mapping) => isTable(part, mapping) && part.certainty !== 'guess').rssKiB;
  if (!heap || !tables || !sure) return undefined;
  const most = tablesOf(stats) / 1024;
  return { least: heap.least + Math.min(sure.least, most), most: heap.most + Math.min(tables.most, most) };
}

/** Resident KiB that the map takes for the runtime's tables and that are more than the runtime has. */
export function tooManyTables(attributed: readonly Attributed[], stats: MemStats): number {
  const tables = amountOf(attributed, isTable).rssKiB;
  return Math.max(0, (tables?.least ?? 0) - tablesOf(stats) / 1024);
}

const isTable = (part: Part, mapping: Mapping): boolean => part.what !== 'arena' && countedByGo(part, mapping) === 'counted';
