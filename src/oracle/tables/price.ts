import file from '../../../oracle/recordings/price.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { column, from, words, type Cell, type RecordedTable, type Words } from './table.ts';

type Price = Row<'price@1'>;

const pair = (library: string): Words => words(`malloc and free, ${library}`, `malloc 加 free，${library}`);

/** What the table shows, and in which words. */
const shown: readonly (readonly [library: string, op: string, Words])[] = [
  ['glibc', 'nothing', words('an empty function', '空函数')],
  ['glibc', 'bump', words('a pointer moved up', '把指针往上挪')],
  ['glibc', 'malloc', pair('glibc 2.36')],
  ['jemalloc', 'malloc', pair('jemalloc 5.3.0')],
  ['tcmalloc', 'malloc', pair('tcmalloc 2.10')],
  ['mimalloc', 'malloc', pair('mimalloc 2.0.9')],
  ['go', 'new', words('new in Go, collection included', 'Go 的 new，连同 GC')],
  ['glibc', 'getppid', words('the smallest system call, getppid', '最小的系统调用 getppid')],
  ['glibc', 'mmap', words('mmap a page, write it, munmap it', 'mmap 一页，写一下，munmap')],
];

/** A time, or a quotient of times, with no more figures than it is worth. */
const told = (value: number): string => (value < 100 ? value.toFixed(1) : Number(value.toPrecision(3)).toLocaleString('en-US'));

/** 32 bytes from everyone who can be asked for them. */
export function price(): RecordedTable {
  const recording = readRecording('price@1', file);
  const one = (library: string, op: string): Price => recording.rows.find((row) => row.library === library && row.op === op)!;
  const unit = one('glibc', 'malloc').ns;
  return {
    caption: words(
      '32 bytes, asked for again and again; the loop around it is in each row. Instructions are the program’s own, counted by single-stepping; the kernel’s cannot be seen from outside. Time is the fastest of many rounds on our machine, once: compare rows, not machines.',
      '反复要 32 字节，每一行都含外面的循环。指令数是程序自己执行的，单步数出来的；内核里的指令从外面数不到。时间是在我们的机器上测了很多轮里最快的一轮，只用来比较各行，不用来比较机器。',
    ),
    columns: [
      column('words', 'operation', '操作'),
      column('number', 'instructions', '指令数'),
      column('number', 'ns', 'ns'),
      column('number', 'in mallocs of glibc', '折合 glibc 的 malloc'),
    ],
    rows: shown.map(([library, op, name]): readonly Cell[] => {
      const { instructions, ns } = one(library, op);
      return [name, instructions ?? '–', told(ns), told(ns / unit)];
    }),
    from: from(recording, 'price.json'),
  };
}
