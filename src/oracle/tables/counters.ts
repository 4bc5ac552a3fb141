import file from '../../../oracle/recordings/counters.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { column, from, mebibytes, words, type Cell, type RecordedTable, type Words } from './table.ts';

type Step = Row<'counters@1'>['steps'][number];

const released = 0;
const lazily = 1;

/** The steps of a program of counters.json, and what the text calls them. */
const names: readonly Words[] = [
  words('start', '启动'),
  words('64 MiB made', '分配 64 MiB'),
  words('every page written', '每页写一次'),
  words('references dropped', '丢掉引用'),
  words('runtime.GC()', 'runtime.GC()'),
  words('debug.FreeOSMemory()', 'debug.FreeOSMemory()'),
  words('64 MiB made again', '再分配 64 MiB'),
  words('every page written', '每页写一次'),
];

const stepsOf = (program: number): readonly Step[] => readRecording('counters@1', file).rows[program]!.steps;

const fromBytes = (bytes: number): number => bytes / 2 ** 20;
const fromKiB = (kib: number): number => kib / 1024;

const countersOf = ({ heapAlloc, heapSys, heapReleased, sys, vmRSSKiB, vmSizeKiB }: Step): readonly Cell[] =>
  [fromBytes(heapAlloc), fromBytes(heapSys), fromBytes(heapReleased), fromBytes(sys), fromKiB(vmRSSKiB), fromKiB(vmSizeKiB)];

/** Go's counters beside the kernel's through the life of 64 MiB. */
export function counters(): RecordedTable {
  return {
    caption: words('One process, in MiB. Allocating raises HeapAlloc; where the heap must grow for it, HeapSys, Sys and VIRT, else it takes from HeapReleased. Writing raises RSS. Collecting lowers HeapAlloc, and only releasing lowers RSS.', '同一个进程，单位 MiB。分配时 HeapAlloc 涨；堆需要变大，HeapSys、Sys 和 VIRT 就跟着涨，不需要，就从 HeapReleased 里取。写了页，RSS 才涨。GC 只让 HeapAlloc 降，归还才让 RSS 降。'),
    columns: [column('words', 'after', '之后'), ...['HeapAlloc', 'HeapSys', 'HeapReleased', 'Sys', 'RSS', 'VIRT'].map(mebibytes)],
    rows: stepsOf(released).map((step, i) => [names[i]!, ...countersOf(step)]),
    from: from(readRecording('counters@1', file), 'counters.json'),
  };
}

/** RSS and LazyFree after pages were given back in two ways. */
export function madvise(): RecordedTable {
  const [atOnce, whenNeeded] = [stepsOf(released), stepsOf(lazily)];
  const shown = [2, 4, 5, 6, 7];
  return {
    caption: words('The same program giving back with MADV_DONTNEED, the default since Go 1.16, and with MADV_FREE (GODEBUG=madvdontneed=0), in MiB.', '同一个程序，分别用 MADV_DONTNEED（Go 1.16 起的默认值）和 MADV_FREE（GODEBUG=madvdontneed=0）归还，单位 MiB。'),
    columns: [column('words', 'after', '之后'), ...['DONTNEED: RSS', 'FREE: RSS', 'FREE: LazyFree'].map(mebibytes)],
    rows: shown.map((i) => [names[i]!, fromKiB(atOnce[i]!.vmRSSKiB), fromKiB(whenNeeded[i]!.vmRSSKiB), fromKiB(whenNeeded[i]!.lazyFreeKiB)]),
    from: from(readRecording('counters@1', file), 'counters.json'),
  };
}
