/** The same quantity by all its names: MemStats fields, `runtime/metrics`, and what client_golang makes of both (1.11 to 1.25). */
import { classNames, type ClassName } from '../ledger/classes.ts';
import { memStatsFields, type MemStatsField } from '../ledger/mem-stats.ts';

/** What is read beside the fields of MemStats that count memory. Bytes, seconds, or a plain number. */
export const otherNames = [
  'NextGC', 'Live', 'TotalAlloc', 'Mallocs', 'Frees', 'NumGC', 'GOGC', 'GOMEMLIMIT', 'GOMAXPROCS', 'Goroutines', 'MaxRSS',
  'RSS', 'VIRT', 'Started', 'CPU',
] as const;
export type OtherName = (typeof otherNames)[number];

export type Name = MemStatsField | ClassName | OtherName;

/** Counters that only grow while a process lives: two readings of one give a rate. */
export const growing = ['TotalAlloc', 'Mallocs', 'Frees', 'NumGC', 'CPU'] as const satisfies readonly OtherName[];
export type Counter = (typeof growing)[number];

const metrics: Readonly<Record<string, Name>> = {
  '/memory/classes/total:bytes': 'Sys',
  ...Object.fromEntries(classNames.map((name) => [`/memory/classes/${name}:bytes`, name])),
  '/gc/heap/goal:bytes': 'NextGC',
  '/gc/heap/live:bytes': 'Live',
  '/gc/heap/allocs:bytes': 'TotalAlloc',
  '/gc/cycles/total:gc-cycles': 'NumGC',
  '/gc/gogc:percent': 'GOGC',
  '/gc/gomemlimit:bytes': 'GOMEMLIMIT',
  '/sched/gomaxprocs:threads': 'GOMAXPROCS',
  '/sched/goroutines:goroutines': 'Goroutines',
};

/** `/memory/classes/heap/free:bytes` is exposed as `go_memory_classes_heap_free_bytes` (client_golang, internal/go_runtime_metrics.go). */
const exposed = (metric: string): string => `go${metric.replace(/[/:-]/g, '_')}`;

const memStatsOthers: readonly OtherName[] = ['NextGC', 'TotalAlloc', 'Mallocs', 'Frees', 'NumGC', 'MaxRSS'];

/** `HeapInuse` is exposed as `go_memstats_heap_inuse_bytes`, `MCacheSys` as `go_memstats_mcache_sys_bytes`. */
const snake = (field: MemStatsField): string => `go_memstats_${field.replace(/^GC/, 'Gc').replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}_bytes`;

/** What stands under a name of its own; `Alloc` and `HeapAlloc` are one number. */
const others: Readonly<Record<string, Name>> = {
  Alloc: 'HeapAlloc',
  go_memstats_alloc_bytes: 'HeapAlloc',
  go_memstats_next_gc_bytes: 'NextGC',
  go_memstats_alloc_bytes_total: 'TotalAlloc',
  go_memstats_mallocs_total: 'Mallocs',
  go_memstats_frees_total: 'Frees',
  go_gc_duration_seconds_count: 'NumGC',
  go_goroutines: 'Goroutines',
  process_resident_memory_bytes: 'RSS',
  process_virtual_memory_bytes: 'VIRT',
  process_start_time_seconds: 'Started',
  process_cpu_seconds_total: 'CPU',
  VmRSS: 'RSS',
  VmHWM: 'MaxRSS',
  VmSize: 'VIRT',
};

const names: ReadonlyMap<string, Name> = new Map<string, Name>([
  ...[...memStatsFields, ...memStatsOthers].map((name) => [name, name] as const),
  ...memStatsFields.map((field) => [snake(field), field] as const),
  ...Object.entries(metrics),
  ...Object.entries(metrics).flatMap(([metric, name]) => [[exposed(metric), name], [`${exposed(metric)}_total`, name]] as const),
  ...Object.entries(others),
]);

/** What a printed name means, if it is one of ours. */
export const nameOf = (printed: string): Name | undefined => names.get(printed);
