/**
 * What `Sys` is made of: the exclusive classes of `runtime/metrics`, each byte in one of them
 * (`metrics.go:initMetrics`, `mstats.go:readmemstats_m`; Go 1.16 to 1.27).
 */
import type { MemStats } from './mem-stats.ts';

/** In the order of the account: the heap, stacks, the runtime's own. A metric is called `/memory/classes/NAME:bytes`. */
export const classNames = [
  'heap/objects', 'heap/unused', 'heap/free', 'heap/released', 'heap/stacks',
  'os-stacks',
  'metadata/mspan/inuse', 'metadata/mspan/free', 'metadata/mcache/inuse', 'metadata/mcache/free', 'metadata/other',
  'profiling/buckets', 'other',
] as const;
export type ClassName = (typeof classNames)[number];

/** Bytes by class; they add up to `Sys`, which is `/memory/classes/total:bytes`. */
export type Classes = Readonly<Record<ClassName, number>>;

/** The same memory, as MemStats counts it. Read at different moments the two differ by what happened between. */
export function classesOf(stats: MemStats): Classes {
  return {
    'heap/objects': stats.HeapAlloc,
    'heap/unused': stats.HeapInuse - stats.HeapAlloc,
    'heap/free': stats.HeapIdle - stats.HeapReleased,
    'heap/released': stats.HeapReleased,
    'heap/stacks': stats.StackInuse,
    'os-stacks': stats.StackSys - stats.StackInuse,
    'metadata/mspan/inuse': stats.MSpanInuse,
    'metadata/mspan/free': stats.MSpanSys - stats.MSpanInuse,
    'metadata/mcache/inuse': stats.MCacheInuse,
    'metadata/mcache/free': stats.MCacheSys - stats.MCacheInuse,
    'metadata/other': stats.GCSys,
    'profiling/buckets': stats.BuckHashSys,
    'other': stats.OtherSys,
  };
}

/** The fields of MemStats that classes amount to: the inverse of {@link classesOf}. */
export function memStatsOf(classes: Classes): MemStats {
  const of = (...names: readonly ClassName[]): number => names.reduce((sum, name) => sum + classes[name], 0);
  return {
    Sys: of(...classNames),
    HeapAlloc: of('heap/objects'),
    HeapInuse: of('heap/objects', 'heap/unused'),
    HeapIdle: of('heap/free', 'heap/released'),
    HeapReleased: of('heap/released'),
    HeapSys: of('heap/objects', 'heap/unused', 'heap/free', 'heap/released'),
    StackInuse: of('heap/stacks'),
    StackSys: of('heap/stacks', 'os-stacks'),
    MSpanInuse: of('metadata/mspan/inuse'),
    MSpanSys: of('metadata/mspan/inuse', 'metadata/mspan/free'),
    MCacheInuse: of('metadata/mcache/inuse'),
    MCacheSys: of('metadata/mcache/inuse', 'metadata/mcache/free'),
    BuckHashSys: of('profiling/buckets'),
    GCSys: of('metadata/other'),
    OtherSys: of('other'),
  };
}
