import file from '../../../oracle/recordings/ulimit.json' with { type: 'json' };
import { formatNumber } from '../../i18n/quantity.ts';
import { readRecording, type Row } from '../recording.ts';
import { neighbours } from './neighbours.ts';
import { column, from, words, type Cell, type RecordedTable, type Words } from './table.ts';

type Limit = Row<'ulimit@1'>;

/** What a message says was refused. */
const refused: Readonly<Record<string, Words>> = {
  'fatal error: failed to reserve page summary memory': words('a level of the page summaries', '某一层页摘要'),
  'runtime: out of memory: cannot allocate 4194304-byte block (0 in use)': words('the first arena', '第一个 arena'),
  'fatal error: out of memory allocating heap arena map': words('the arena index', 'arena 索引'),
  'fatal error: out of memory allocating heap arena metadata': words('the heapArena', 'heapArena'),
  'fatal error: runtime: out of memory': words('one page of the scavenge index', 'scavenge 索引的一页'),
  'fatal error: pageAlloc: out of memory': words('the chunk table', 'chunk 表'),
  'fatal error: runtime: cannot allocate memory': words('other metadata', '其他元数据'),
};

const nothing = words('', '');

/** What became of the program: neighbouring limits with the same are told together. */
const fate = ({ outcome, message }: Limit): string => `${outcome} ${message}`;

function rowOf(stretch: readonly Limit[], i: number, all: readonly (readonly Limit[])[]): readonly Cell[] {
  const [first, last] = [stretch[0]!, stretch.at(-1)!];
  const lowest = formatNumber(first.limitKiB);
  const range = i === all.length - 1 ? `${lowest} …` : first === last ? lowest : `${i === 0 ? '…' : lowest} – ${formatNumber(last.limitKiB)}`;
  if (first.outcome === 'runs') return [range, words('runs', '正常运行'), nothing];
  return [range, first.message.replace('fatal error: ', '') || first.outcome, refused[first.message] ?? nothing];
}

/** How a program fares under address space limits. */
export function ulimit(): RecordedTable {
  return {
    caption: words('A Go program that prints one word, under ulimit -v, each change found to the page.', '打印一个单词的 Go 程序在 ulimit -v 之下的表现，每个分界都精确到页。'),
    columns: [column('number', 'limit, KiB', '上限，KiB'), column('words', 'what it says', '程序说'), column('words', 'what was refused', '没要到的是')],
    rows: neighbours(readRecording('ulimit@1', file).rows, fate).map(rowOf),
    from: from(readRecording('ulimit@1', file), 'ulimit.json'),
  };
}
