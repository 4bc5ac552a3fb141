import { programs, traffic as trafficOf, type Program } from '../traffic.ts';
import { column, words, type RecordedTable, type Words } from './table.ts';

const names: Readonly<Record<Program, Words>> = {
  awk: words('awk', 'awk'),
  bash: words('bash, a script', 'bash，跑一段脚本'),
  cc1: words('cc1, the C compiler', 'cc1，C 编译器'),
  ls: words('ls', 'ls'),
  perl: words('perl', 'perl'),
  sort: words('sort', 'sort'),
};

/** What six programs ask of malloc. */
export function traffic(): RecordedTable {
  return {
    caption: words(
      'What six programs of Debian ask of malloc, and what glibc then asks of the kernel. A life is counted in calls, that of the middle one of the freed objects. Sizes in bytes.',
      '六个 Debian 程序向 malloc 要了什么，glibc 又为此向内核要了几次。寿命以调用次数计，取释放掉的对象的中位数。大小以字节计。',
    ),
    columns: [
      column('words', 'program', '程序'),
      column('number', 'mallocs', 'malloc 次数'),
      column('number', 'different sizes', '不同的大小'),
      column('number', 'middle size', '大小的中位数'),
      column('number', 'largest', '最大'),
      column('number', 'freed', '释放'),
      column('number', 'middle life', '寿命中位数'),
      column('number', 'system calls', '系统调用'),
    ],
    rows: programs.map((program) => {
      const { mallocs, sizes, median, largest, frees, life, systemCalls } = trafficOf(program);
      return [names[program], mallocs, sizes, median, largest, frees, life, systemCalls];
    }),
    from: { ...words('Counted in recorded traces; system calls by the engine that equals glibc 2.36 answer for answer', '数自录下的 trace；系统调用由与 glibc 2.36 逐个回答相同的引擎数出'), files: ['oracle/malloc/traces'] },
  };
}
