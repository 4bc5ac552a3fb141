import file from '../../../oracle/recordings/names.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { neighbours } from './neighbours.ts';
import { column, from, words, type Cell, type RecordedTable } from './table.ts';

type Call = Row<'startup@1'>['calls'][number];

/** What the call does to the addresses. */
const doing = ({ how }: Call): Cell =>
  how.includes('MAP_FIXED') ? words('maps inside it', '映射其中一段') : how === 'PROT_NONE' ? words('reserves', '保留地址') : words('maps', '映射');

const nameOf = ({ name }: Call): string => (name ?? '').trim();

const rowOf = (group: readonly Call[]): readonly Cell[] =>
  [group.length, doing(group[0]!), group.reduce((sum, { bytes }) => sum + Math.ceil(bytes / 4096) * 4, 0), nameOf(group[0]!)];

/** The mappings a Go program makes while it starts, in order, by the names it gives them. */
export function startup(): RecordedTable {
  const recording = readRecording('startup@1', file);
  return {
    caption: words('Every mmap of a starting Go program in order, with the name the runtime gives the mapping. Calls of one name in a row are summed up.', 'Go 程序启动时的全部 mmap，按先后排列，并附运行时给映射起的名字。同名的相邻调用合成一行。'),
    columns: [column('number', 'calls', '次数'), column('words', 'it', '做什么'), column('number', 'KiB', 'KiB'), column('code', 'name', '名字')],
    rows: neighbours(recording.rows[0]!.calls.filter(({ call }) => call === 'mmap'), (call) => `${call.how} ${nameOf(call)}`).map(rowOf),
    from: from(recording, 'names.json'),
  };
}
