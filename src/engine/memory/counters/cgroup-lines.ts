/** Files of a memory cgroup, version 1 and 2, as `cat`, `head` and `grep .` print them (Linux, Documentation/admin-guide/cgroup-v2.rst). */
import type { Line } from '../lines.ts';
import { toldAt } from './number.ts';
import { nothing, type Read } from './told.ts';

/** The keys of memory.stat that no other text has at the beginning of a line; version 1 has each a second time, after `total_`. */
const keys = new Set([
  'anon', 'file', 'kernel', 'kernel_stack', 'pagetables', 'sec_pagetables', 'percpu', 'sock', 'vmalloc', 'shmem', 'zswap', 'zswapped',
  'file_mapped', 'file_dirty', 'file_writeback', 'swapcached', 'anon_thp', 'file_thp', 'shmem_thp', 'hugetlb',
  'inactive_anon', 'active_anon', 'inactive_file', 'active_file', 'unevictable', 'slab_reclaimable', 'slab_unreclaimable', 'slab',
  'cache', 'rss', 'rss_huge', 'mapped_file', 'dirty', 'writeback', 'swap', 'pgpgin', 'pgpgout', 'pgfault', 'pgmajfault',
  'hierarchical_memory_limit', 'hierarchical_memsw_limit', 'recent_rotated_anon', 'recent_rotated_file', 'recent_scanned_anon', 'recent_scanned_file',
  'pgrefill', 'pgscan', 'pgsteal', 'pgactivate', 'pgdeactivate', 'pglazyfree', 'pglazyfreed',
]);
const families = /^(?:workingset|pgscan|pgsteal|pgdemote|pgpromote|thp|swp|zswp|numa|pswp)[a-z0-9]{0,12}_?[a-z_]{0,40}$/;

const heading = /^==> (?:\S{0,300}\/)?(memory\.[a-z_.]{1,60}) <==$/;
const prefix = /^(?:\S{0,300}\/)?(memory\.[a-z_.]{1,60}):/;

/** The file that a heading of `head` names: `memory.max`. */
export const headingOf = (text: string): string | undefined => heading.exec(text)?.[1];

/** Whether a line is of a cgroup by itself: a heading, a prefix, or a key of memory.stat. */
export function isCgroup(text: string): boolean {
  return (text.includes('memory.') && (heading.test(text) || prefix.test(text))) || isStat(text);
}

/** A word that can be a key, and one that follows it. */
const stat = /^\s*(?:total_)?([a-z]\w*)\s+\S+\s*$/;

function isStat(text: string): boolean {
  const key = stat.exec(text)?.[1];
  return key !== undefined && (keys.has(key) || families.test(key));
}

/** One line; `file` is the one that a heading named last. Names are `memory.max`, and `memory.stat:anon` for keys. */
export function readCgroupLine(line: Line, file: string | undefined): Read {
  if (heading.test(line.text)) return nothing;
  const named = prefix.exec(line.text);
  const offset = named?.[0].length ?? 0;
  return readValue(line, named?.[1] ?? file ?? 'memory.stat', offset);
}

/** Files whose lines are keys and numbers. The others that are known have one number; what is in other files is passed over. */
const keyed = ['memory.stat', 'memory.events', 'memory.events.local'];
const single = /^memory\.(?:current|max|high|low|min|peak|swap\.\w{1,10}|zswap\.\w{1,10}|(?:kmem\.|memsw\.|kmem\.tcp\.)?(?:usage_in_bytes|max_usage_in_bytes|limit_in_bytes|failcnt)|soft_limit_in_bytes)$/;

function readValue(line: Line, file: string, offset: number): Read {
  const written = /^\s*(\S+)(?:(\s+)(\S[^]*))?$/.exec(line.text.slice(offset));
  const [, first = '', gap = '', second = ''] = written ?? [];
  const start = offset + (written?.[0].length ?? 0) - first.length - gap.length - second.length;
  if (keyed.includes(file)) return toldAt(line, `${file}:${first}`, second, start + first.length + gap.length);
  if (!single.test(file)) return nothing;
  return first === 'max' ? { told: [{ name: file, value: Infinity, line: line.number, column: start + 1, labels: [] }] } : toldAt(line, file, first, start);
}
