/** What the account of one process rests on: readings turned into MemStats, charges, limits and pages. */
import type { Charge } from '../ledger/charge.ts';
import { classNames, memStatsOf, type Classes } from '../ledger/classes.ts';
import { filledIn } from '../ledger/identities.ts';
import { memStatsFields, type MemStatsField, type SomeMemStats } from '../ledger/mem-stats.ts';
import type { Name } from './names.ts';
import type { Snapshot } from './snapshots.ts';
import type { Told } from './told.ts';

export const valueOf = ({ values }: Snapshot, name: Name): number | undefined => values.get(name)?.value;

/** The fields that a reading tells, in whichever names, and those that follow from them. */
export function statsOf(snapshot: Snapshot): SomeMemStats {
  const derived = derivedOf(snapshot);
  const stats: { [Field in MemStatsField]?: number } = {};
  for (const field of memStatsFields) {
    const value = bytes(valueOf(snapshot, field) ?? derived[field]);
    if (value !== undefined) stats[field] = value;
  }
  return filledIn(stats);
}

/** What the classes amount to. By far the most of 100,000 readings tell none. */
function derivedOf(snapshot: Snapshot): SomeMemStats {
  if (!classNames.some((name) => snapshot.values.has(name))) return {};
  return memStatsOf(Object.fromEntries(classNames.map((name) => [name, valueOf(snapshot, name) ?? NaN])) as unknown as Classes);
}

type Files = ReadonlyMap<string, Told>;

/** The first of several files or keys that was told. */
function firstOf(files: Files, ...names: readonly string[]): number | undefined {
  return names.map((name) => files.get(name)?.value).find((value) => value !== undefined);
}

/** Of version 1 the sums over the cgroups below, `total_`. */
const stat = (files: Files, ...keys: readonly string[]): number | undefined =>
  bytes(firstOf(files, ...keys.flatMap((key) => [`memory.stat:total_${key}`, `memory.stat:${key}`])));

/** A number of bytes; a text may hold any number, also one that is none. */
const bytes = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

/** What the cgroup is charged; undefined where neither its usage nor its memory.stat was told. */
export function chargeOf(files: Files): Charge | undefined {
  const usage = bytes(firstOf(files, 'memory.current', 'memory.usage_in_bytes'));
  const anon = stat(files, 'anon', 'rss');
  const file = stat(files, 'file', 'cache');
  if (usage === undefined && anon === undefined && file === undefined) return undefined;
  return {
    usage, anon: anon ?? 0, file: file ?? 0,
    mapped: stat(files, 'file_mapped', 'mapped_file'),
    inactiveFile: stat(files, 'inactive_file') ?? 0,
    activeFile: stat(files, 'active_file') ?? 0,
    kernel: bytes(firstOf(files, 'memory.stat:kernel', 'memory.kmem.usage_in_bytes')) ?? olderKernel(files),
  };
}

/** What `kernel` sums since Linux 5.18 (`mm/memcontrol.c`), where the parts are told and the sum is not. */
function olderKernel(files: Files): number | undefined {
  const parts = ['kernel_stack', 'pagetables', 'percpu', 'slab'].map((key) => bytes(files.get(`memory.stat:${key}`)?.value));
  return parts.every((part) => part === undefined) ? undefined : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** From here on a limit is none: version 1 writes the largest multiple of a page, Go the largest int64. */
export const noLimit = 2 ** 62;

const limited = (bytes: number | undefined): number | undefined => (bytes === undefined || bytes >= noLimit ? undefined : bytes);

/** What the kernel lets the cgroup have; undefined without a limit, and where none was told. */
export function limitOf(files: Files): number | undefined {
  return limited(firstOf(files, 'memory.max', 'memory.limit_in_bytes', 'memory.stat:hierarchical_memory_limit'));
}

/** GOMEMLIMIT: `none` where it is told to be off, undefined where it is not told. */
export function goLimitOf(snapshot: Snapshot): number | 'none' | undefined {
  const told = valueOf(snapshot, 'GOMEMLIMIT');
  return told === undefined ? undefined : limited(told) ?? 'none';
}
