import type { MachineName } from '../../engine/allocators/machines.ts';
import { programs } from '../traffic.ts';
import { peaks, utilised } from '../utilised.ts';
import { column, words, type Column, type RecordedTable } from './table.ts';

const shown: readonly (readonly [MachineName, en: string, zh: string])[] = [
  ['first-fit', 'first', '首次'],
  ['next-fit', 'next', '循环首次'],
  ['best-fit', 'best', '最佳'],
  ['worst-fit', 'worst', '最差'],
  ['segregated', 'segregated', '分离'],
  ['buddy', 'buddy', '伙伴'],
  ['glibc', 'glibc', 'glibc'],
];

const percent = (column: Column): Column => ({ ...column, digits: 1 });

/** Six programs under six policies and glibc. */
export function utilisation(): RecordedTable {
  return {
    caption: words(
      'Utilisation in percent: the most that six programs had alive over the most that was taken for it. The textbook’s heaps grow page by page, with two tags of 8 bytes in a block; buddies double; glibc takes 132 KiB at a time, which is more than bash, ls and sort ever need.',
      '利用率，百分数：六个程序最多时活着的字节，除以为此占用的最多字节。教科书里的堆一页一页地长，每块有两个 8 字节的标记；伙伴的堆成倍地长；glibc 一次要 132 KiB，bash、ls 和 sort 从头到尾也用不了这么多。',
    ),
    columns: [
      column('words', 'program', '程序'),
      column('number', 'most alive, KiB', '最多活着，KiB'),
      ...shown.map(([, en, zh]) => percent(column('number', en, zh))),
    ],
    rows: programs.map((program) => [program, peaks('first-fit', program).live / 1024, ...shown.map(([machine]) => utilised(machine, program))]),
    from: { ...words('Computed from recorded traces by the engines of this book; glibc’s equals the real one answer for answer', '由本书的引擎从录下的 trace 算出；其中 glibc 与真实的逐个回答相同'), files: ['oracle/malloc/traces'] },
  };
}
