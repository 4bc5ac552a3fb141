import file from '../../../oracle/recordings/working-set.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

/** The recorded steps that the text tells, by their place in the recording. */
const shown: readonly (readonly [number, Words])[] = [
  [2, words('40 MiB made and written', '分配并写 40 MiB')],
  [4, words('dropped, runtime.GC()', '丢掉引用，runtime.GC()')],
  [5, words('debug.FreeOSMemory()', 'debug.FreeOSMemory()')],
  [6, words('a file of 64 MiB read', '读一个 64 MiB 的文件')],
  [7, words('read again', '再读一遍')],
  [8, words('and again', '第三遍')],
];

const mib = (kib: number): number => kib / 1024;

/** What a memory cgroup charges, beside the process's own counters. */
export function workingSet(): RecordedTable {
  const recording = readRecording('working-set@1', file);
  return {
    caption: words('A Go process alone in a memory cgroup, in MiB. The second reading moves the file’s pages from inactive to active, and the working set with them.', '一个 memory cgroup 里只有这一个 Go 进程，单位 MiB。读第二遍时，文件的页从 inactive 变成 active，working set 就跟着涨。'),
    columns: [
      column('words', 'after', '之后'),
      ...['HeapAlloc', 'RSS', 'usage', 'inactive_file', 'active_file', 'working set'].map(mebibytes),
    ],
    rows: shown.map(([at, name]) => {
      const { heapAlloc, vmRSSKiB, usage, inactiveFile, activeFile, workingSet } = recording.rows[at]!;
      return [name, mib(heapAlloc / 1024), mib(vmRSSKiB), mib(usage), mib(inactiveFile), mib(activeFile), mib(workingSet)];
    }),
    from: from(recording, 'working-set.json'),
  };
}
