/** `/proc/PID/status`: what the kernel tells of a process without its mappings (`fs/proc/task_mmu.c:task_mem`). */
import type { Line } from '../lines.ts';
import { toldAt } from './number.ts';
import { nothing, type Read } from './told.ts';

const field = /^((?:Vm(?!Flags)[A-Z][A-Za-z]{1,4}|Rss(?:Anon|File|Shmem)):\s{1,64})(\S{1,64})(?: kB)?$/;

/** Whether a line is a size of status. */
export const isStatus = (text: string): boolean => field.test(text);

/** Whether a line can stand in status: `State:  S (sleeping)`. */
export const isOfStatus = (text: string): boolean => /^[A-Za-z_]{1,40}:(?:\s|$)/.test(text);

/** `VmRSS:  67360 kB`, in bytes. */
export function readStatusLine(line: Line): Read {
  const [, before = '', value = ''] = field.exec(line.text) ?? [];
  if (before === '') return nothing;
  const read = toldAt(line, before.trim().slice(0, -1), value, before.length);
  return 'damage' in read ? read : { told: read.told.map((told) => ({ ...told, value: told.value * 1024 })) };
}
