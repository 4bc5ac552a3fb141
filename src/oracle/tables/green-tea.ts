import file from '../../../oracle/recordings/green-tea.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { column, from, words, type RecordedTable, type Words } from './table.ts';

const heaps: readonly (readonly [Row<'green-tea@1'>['heap'], Words])[] = [
  ['shuffled', words('slice of pointers, shuffled', '指针切片，打乱')],
  ['slice', words('slice of pointers, in order', '指针切片，按地址顺序')],
  ['tree', words('binary tree', '二叉树')],
  ['list', words('linked list', '链表')],
];

/** The same objects marked page by page and object by object. */
export function greenTea(): RecordedTable {
  const recording = readRecording('green-tea@1', file);
  const of = (collector: string, heap: string) => recording.rows.find((row) => row.collector === collector && row.heap === heap)!;
  return {
    caption: words('Two million objects of 64 bytes, one P, the shortest of ten collections. A visit is a page that is taken from the queue, whether one object in it is scanned or many.', '两百万个 64 字节的对象，一个 P，十次 GC 里最短的一次。从队列里取出一页算去一次，不管扫描其中一个对象还是许多个。'),
    columns: [
      column('words', 'shape', '形状'), { ...column('number', 'graph flood, ms', '逐个对象，ms'), digits: 1 }, { ...column('number', 'Green Tea, ms', 'Green Tea，ms'), digits: 1 },
      column('number', 'visits to pages', '去页里的次数'), { ...column('number', 'objects a visit', '每次几个对象'), digits: 1 },
    ],
    rows: heaps.map(([heap, name]) => {
      const { ns, single, batched, spans } = of('green tea', heap);
      return [name, of('graph flood', heap).ns / 1e6, ns / 1e6, single + spans, (single + batched) / (single + spans)];
    }),
    from: from(recording, 'green-tea.json'),
  };
}
