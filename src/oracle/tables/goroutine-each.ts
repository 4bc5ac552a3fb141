import file from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { neighbours, span } from './neighbours.ts';
import { column, from, words, type RecordedTable } from './table.ts';

type Bill = Row<'goroutines@1'>;

/** As many goroutines as oracle/probe/goroutines starts. */
const count = 100_000;

/** Whole bytes for each goroutine, more than at the start. */
function each({ stages }: Bill, op: string, name: 'stackInuse' | 'heapAlloc'): number {
  const [before, then] = ['start', op].map((wanted) => stages.find((stage) => stage.op === wanted)![name]);
  return Math.round((then! - before!) / count);
}

const told = (bill: Bill): readonly number[] => [each(bill, 'waiting', 'stackInuse'), each(bill, 'waiting', 'heapAlloc'), each(bill, 'free', 'heapAlloc')];

/** What one waiting goroutine takes, and what stays of it, by release. */
export function goroutineEach(): RecordedTable {
  const recording = readRecording('goroutines@1', file);
  return {
    caption: words('Bytes for each of 100,000 goroutines that wait for a channel.', '十万个等 channel 的 goroutine，平均每个多少字节。'),
    columns: [column('words', 'Go', 'Go'), column('number', 'stack', '栈'), column('number', 'heap, while it waits', '等着的时候，堆'), column('number', 'heap, when it has ended', '结束以后，堆')],
    rows: neighbours(recording.rows, (bill) => String(told(bill))).map((alike) => [span(alike.map(({ go }) => releaseOf(go))), ...told(alike[0]!)]),
    from: from(recording, 'versions/goroutines.json'),
  };
}
