/** The counters of `runtime.MemStats` that are bytes of memory (`mstats.go:MemStats`, Go 1.15 to 1.27). */

/** Every field that a line of the account needs. `Mallocs`, `NumGC` and the like count no memory. */
export const memStatsFields = [
  'Sys',
  'HeapAlloc', 'HeapInuse', 'HeapIdle', 'HeapReleased', 'HeapSys',
  'StackInuse', 'StackSys',
  'MSpanInuse', 'MSpanSys', 'MCacheInuse', 'MCacheSys',
  'BuckHashSys', 'GCSys', 'OtherSys',
] as const;
export type MemStatsField = (typeof memStatsFields)[number];

/** Bytes by field: all of one moment, as `runtime.ReadMemStats` fills them in one stop of the world. */
export type MemStats = Readonly<Record<MemStatsField, number>>;

/** What some text told of them. */
export type SomeMemStats = Partial<MemStats>;

/** Fields that a text did not tell, in the order of `memStatsFields`. */
export function missingFields(stats: SomeMemStats): readonly MemStatsField[] {
  return memStatsFields.filter((field) => stats[field] === undefined);
}

/** Whether nothing is missing. */
export function isWhole(stats: SomeMemStats): stats is MemStats {
  return missingFields(stats).length === 0;
}
