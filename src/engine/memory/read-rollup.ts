/** Reader of `/proc/PID/smaps_rollup`: all mappings summed in one entry (`fs/proc/task_mmu.c:show_smaps_rollup`). */
import { damaged } from './damage.ts';
import { readSmaps } from './read-smaps.ts';
import type { Counters } from './mapping.ts';

/** What the kernel counted over all mappings together. Nothing in it can be attributed to one mapping. */
export interface Rollup extends Counters {
  /** Start of the lowest mapping. */
  readonly start: number;
  /** End of the highest mapping. */
  readonly end: number;
  readonly rssKiB: number;
}

/** The name the kernel gives the single entry. */
export const rollupName = '[rollup]';

/** The one entry of an smaps_rollup. Throws ProgramError with a code of damage.ts. */
export function readRollup(text: string): Rollup {
  const [entry, extra] = readSmaps(text);
  if (entry === undefined) throw damaged('nothing-to-read', 1, 1);
  if (extra !== undefined || entry.name !== rollupName) throw damaged('rollup-among-mappings', (extra ?? entry).line, 1);
  const { start, end, rssKiB, perms: _, offset: _o, device: _d, inode: _i, name: _n, sizeKiB: _s, vmFlags: _v, line, ...counters } = entry;
  if (rssKiB === undefined) throw damaged('rollup-without-rss', line, 1);
  return { start, end, rssKiB, ...counters };
}
