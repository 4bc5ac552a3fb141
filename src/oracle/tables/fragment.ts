import file from '../../../oracle/recordings/fragment.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

const names: Readonly<Record<string, Words>> = {
  'made': words('a million objects of 64 bytes', '一百万个 64 字节的对象'),
  'thinned': words('one of a hundred kept', '每一百个留一个'),
  'same size': words('the freed ones made again', '把释放的重新分配回来'),
  'other size': words('freed again, and as many bytes in objects of 80', '再释放，改成 80 字节的对象，字节数相同'),
};

const mib = (bytes: number): number => bytes / 2 ** 20;

/** A Go heap of which one object in a hundred stays. */
export function fragment(): RecordedTable {
  const recording = readRecording('fragment@1', file);
  return {
    caption: words('The worst case of size classes, after a collection each time, in MiB. At least one object stays in each span of 8 KiB.', '大小等级的最坏情形，每步之后做一次 GC，单位 MiB。每个 8 KiB 的 span 里至少留着一个对象。'),
    columns: [column('words', 'after', '之后'), ...['HeapAlloc', 'HeapInuse', 'RSS'].map(mebibytes)],
    rows: recording.rows.flatMap(({ op, heapAlloc, heapInuse, vmRSSKiB }) => {
      const name = names[op];
      return name ? [[name, mib(heapAlloc), mib(heapInuse), vmRSSKiB / 1024]] : [];
    }),
    from: from(recording, 'fragment.json'),
  };
}
