import file from '../../../oracle/recordings/threads.json' with { type: 'json' };
import { threadStep } from '../facts/other-memory.ts';
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

/** Kinds of waiting, and how the step is called in which they wait. */
const kinds: readonly (readonly [Words, name: string, wait: string, env?: string])[] = [
  [words('in a system call', '系统调用'), 'system call', 'block:100'],
  [words('in a system call, each locked to its thread', '系统调用，锁住线程'), 'locked', 'locked:100'],
  [words('in C', 'C'), 'C', 'block:100'],
  [words('in C, MALLOC_ARENA_MAX=2', 'C，MALLOC_ARENA_MAX=2'), 'C', 'block:100', 'MALLOC_ARENA_MAX=2'],
  [words('in C, each locked to its thread', 'C，锁住线程'), 'C, locked', 'locked:100'],
];

/** A hundred goroutines in calls, and what is left of their threads. */
export function threads(): RecordedTable {
  const recording = readRecording('threads@1', file);
  return {
    caption: words('A hundred goroutines wait at once, and all return; then five collections. RSS and VIRT in MiB at the end; Go 1.27 on two CPUs. In C each has allocated and freed a block of 64 KiB.', '一百个 goroutine 同时等待，然后全部返回，再做五次 GC。RSS 和 VIRT 是最后的，单位 MiB；Go 1.27，两个 CPU。在 C 里的，每个还分配并释放过一块 64 KiB。'),
    columns: [
      column('words', 'they wait', '等在'), column('number', 'threads before', '之前的线程'), column('number', 'while they wait', '等待时'), column('number', 'at the end', '最后'),
      mebibytes('RSS'), { ...mebibytes('VIRT'), digits: 0 },
    ],
    rows: kinds.map(([name, row, wait, env = '']) => {
      const [start, during, end] = ['start', wait, 'gc'].map((op) => threadStep(row, op, env));
      return [name, start!.threads, during!.threads, end!.threads, end!.vmRSSKiB / 1024, Math.round(end!.vmSizeKiB / 1024)];
    }),
    from: from(recording, 'threads.json'),
  };
}
