import file from '../../../oracle/recordings/growing.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable } from './table.ts';

const rounds: Readonly<Record<string, readonly [string, string]>> = { first: ['', ''], second: ['once more, ', '重来一遍，'] };

const mib = (bytes: number): number => bytes / 2 ** 20;

/** A heap in which one slice is replaced by a longer one, again and again. */
export function growing(): RecordedTable {
  const recording = readRecording('growing@1', file);
  return {
    caption: words('Slices of 1 MiB, 2 MiB, and so on to 100 MiB, of which only the newest is held; then the same again. In MiB.', '依次分配 1 MiB、2 MiB 直到 100 MiB 的切片，只留最新的一个；然后从头再来一遍。单位 MiB。'),
    columns: [column('words', 'held', '拿着的'), ...['HeapAlloc', 'HeapSys', 'HeapIdle', 'HeapReleased', 'RSS'].map(mebibytes)],
    rows: recording.rows.map(({ op, heapAlloc, heapSys, heapIdle, heapReleased, vmRSSKiB }) => {
      const [round, size] = op.split(' ');
      const [en, zh] = rounds[round!]!;
      return [words(`${en}${size} MiB`, `${zh}${size} MiB`), mib(heapAlloc), mib(heapSys), mib(heapIdle), mib(heapReleased), vmRSSKiB / 1024];
    }),
    from: from(recording, 'growing.json'),
  };
}
