import file from '../../../oracle/recordings/reused.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

/** The recorded steps that the text tells, by their place in the recording. */
const shown: readonly (readonly [number, Words])[] = [
  [2, words('64 MiB made and written', '分配并写 64 MiB')],
  [5, words('dropped, debug.FreeOSMemory()', '丢掉引用，debug.FreeOSMemory()')],
  [7, words('made and written again', '重新分配，再写一遍')],
];

const advice: Readonly<Record<string, string>> = { 'GODEBUG=madvdontneed=0': 'MADV_FREE', 'GODEBUG=madvdontneed=1': 'MADV_DONTNEED' };

const mib = (kib: number): number => kib / 1024;

/** Memory that is given back and used again, as a memory cgroup counts it. */
export function reused(): RecordedTable {
  const recording = readRecording('reused@1', file);
  return {
    caption: words('A Go process alone in a memory cgroup, in MiB. What was given back with MADV_FREE counts as inactive_file, even after it is in use again.', '一个 memory cgroup 里只有这一个 Go 进程，单位 MiB。用 MADV_FREE 还过的内存算作 inactive_file，重新用上之后也还是。'),
    columns: [column('code', 'with', '方式'), column('words', 'after', '之后'), ...['HeapAlloc', 'RSS', 'usage', 'inactive_file', 'working set'].map(mebibytes)],
    rows: recording.rows.flatMap(({ env, steps }) => shown.map(([at, name]) => {
      const { heapAlloc, vmRSSKiB, usage, inactiveFile, workingSet } = steps[at]!;
      return [advice[env.at(-1)!]!, name, mib(heapAlloc / 1024), mib(vmRSSKiB), mib(usage), mib(inactiveFile), mib(workingSet)];
    })),
    from: from(recording, 'reused.json'),
  };
}
