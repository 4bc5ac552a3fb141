import { attribute } from '../../engine/memory/classify.ts';
import type { What } from '../../engine/memory/what.ts';
import { recordedProcess, releases, type ProcessName } from '../processes.ts';
import { column, from, words, type RecordedTable, type Words } from './table.ts';

/** What stands together in the account, and what the classifier calls it. */
const groups: readonly (readonly [Words, readonly What[]])[] = [
  [words('the program’s file: text, rodata, data, bss', '程序文件：代码、只读数据、数据、bss'), ['text', 'rodata', 'data', 'bss']],
  [words('[heap], below the program break', '[heap]，即 program break 以下'), ['heap']],
  [words('libraries and the loader', '共享库和动态链接器'), ['library', 'file', 'anonymous']],
  [words('Go heap, mapped', 'Go 堆，已映射'), ['arena']],
  [words('Go heap, reserved', 'Go 堆，只保留'), ['arena reserved']],
  [words('page summaries, five levels', '五层页摘要'), ['summary L0', 'summary L1', 'summary L2', 'summary L3', 'summary L4']],
  [words('scavenge index', 'scavenge 索引'), ['scavenge index']],
  [words('arena index and chunk table', 'arena 索引和 chunk 表'), ['arena index', 'chunk table']],
  [words('other metadata of the runtime', '运行时的其他元数据'), ['heapArena', 'persistentalloc', 'profiler buckets', 'gc metadata']],
  [words('stack of the first thread', '主线程的栈'), ['stack']],
  [words('vdso and vvar', 'vdso 和 vvar'), ['vdso', 'vvar']],
];

/** KiB of a process by kind. The page [vsyscall] belongs to the kernel, and VmSize leaves it out too. */
function sizes(name: ProcessName): ReadonlyMap<What, number> {
  const sums = new Map<What, number>();
  for (const { what, sizeKiB } of attribute(recordedProcess(name).mappings).flatMap(({ parts }) => parts)) sums.set(what, (sums.get(what) ?? 0) + sizeKiB);
  sums.delete('vsyscall');
  return sums;
}

const total = (sums: ReadonlyMap<What, number>): number => [...sums.values()].reduce((sum, size) => sum + size, 0);

/** VIRT of a C and a Go process, piece by piece. */
export function account(): RecordedTable {
  const columns = [sizes('c'), sizes(releases.at(-1)!)] as const;
  const rows = groups.map(([name, whats]) => [name, ...columns.map((sums) => whats.reduce((sum, what) => sum + (sums.get(what) ?? 0), 0) || '–')]);
  return {
    caption: words('VIRT of a C program after malloc(1) and of a Go program that printed one word, in KiB. Every line of both maps is in one of these rows, except [vsyscall], which the kernel does not count either.', '调用过 malloc(1) 的 C 程序与打印一个单词的 Go 程序的 VIRT，单位 KiB。两张映射表的每一行都归入其中一项，只有 [vsyscall] 除外，内核也不把它算进去。'),
    columns: [column('words', 'part', '部分'), column('number', 'C', 'C'), column('number', 'Go 1.27', 'Go 1.27')],
    rows: [...rows, [words('VIRT (VmSize)', 'VIRT（VmSize）'), ...columns.map(total)]],
    total: true,
    from: from(recordedProcess(releases.at(-1)!).recording, 'processes/c-malloc-1.json', 'processes/go-hello-1.27.json'),
  };
}
