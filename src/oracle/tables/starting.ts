import file from '../../../oracle/recordings/versions/starting.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording } from '../recording.ts';
import { neighbours, span } from './neighbours.ts';
import { column, from, words, type RecordedTable } from './table.ts';

/** How large new goroutines' stacks are, by release. */
export function starting(): RecordedTable {
  const recording = readRecording('starting@1', file);
  return {
    caption: words('The first stack of a new goroutine, in bytes, while 1,024 others wait some 5 KB deep.', '新 goroutine 的第一个栈有多少字节。另有 1,024 个在约 5 KB 深处等着。'),
    columns: [
      column('words', 'Go', 'Go'),
      column('number', 'before a collection', 'GC 之前'),
      column('number', 'after it, in the g of an ended one', 'GC 之后，用死掉的 g'),
      column('number', 'after it, in a new g', 'GC 之后，用新的 g'),
    ],
    rows: neighbours(recording.rows, ({ result: { before, reused, fresh } }) => String([before, reused, fresh]))
      .map((alike) => [span(alike.map(({ go }) => releaseOf(go))), alike[0]!.result.before, alike[0]!.result.reused, alike[0]!.result.fresh]),
    from: from(recording, 'versions/starting.json'),
  };
}
