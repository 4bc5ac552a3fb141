import file from '../../../oracle/recordings/versions/blackbox.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { neighbours, span } from './neighbours.ts';
import { column, from, words, type Cell, type RecordedTable } from './table.ts';

type Result = Row<'blackbox@1'>['result'];

/** What of a release's slots the text tells. */
const told = ({ perPage, charged }: Result): readonly number[] =>
  [charged['noscan 24']!, perPage['noscan 24']!, perPage['pointers 24']!, perPage['pointers 512']!, charged['pointers 1024']!];

const rowOf = (alike: readonly Row<'blackbox@1'>[]): readonly Cell[] => [span(alike.map(({ go }) => releaseOf(go))), ...told(alike[0]!.result)];

/** Objects to a page, and the slot of 1,024 bytes with pointers, by release. */
export function slots(): RecordedTable {
  const recording = readRecording('blackbox@1', file);
  return {
    caption: words('What a request gets, and how many slots of a size lie in a page of 8 KiB, by release. The differences are where the bits about pointers and marks are kept.', '各版本中，一个请求分到多少字节，8 KiB 的一页里又有多少个格子。差别全在于指针位和标记位放在哪里。'),
    columns: [
      column('words', 'Go', 'Go'),
      column('number', '24 bytes get', '24 字节得到'),
      column('number', 'slots of 24', '24 的格数'),
      column('number', 'of 24, pointers', '24，含指针'),
      column('number', 'of 512, pointers', '512，含指针'),
      column('number', '1,024 with pointers get', '含指针的 1,024 字节得到'),
    ],
    rows: neighbours(recording.rows, ({ result }) => String(told(result))).map(rowOf),
    from: from(recording, 'versions/blackbox.json'),
  };
}
