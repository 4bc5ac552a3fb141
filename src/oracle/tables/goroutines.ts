import file from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

const names: Readonly<Record<string, Words>> = {
  start: words('at the start', '开始时'),
  waiting: words('100,000 goroutines wait', '10 万个 goroutine 在等待'),
  ended: words('all have ended', '全部结束'),
  gc: words('runtime.GC()', 'runtime.GC()'),
  free: words('debug.FreeOSMemory()', 'debug.FreeOSMemory()'),
};

const mib = (bytes: number): number => bytes / 2 ** 20;

/** What 100,000 goroutines take, and what stays of them, in the newest release. */
export function goroutines(): RecordedTable {
  const recording = readRecording('goroutines@1', file);
  const { go, stages } = recording.rows.at(-1)!;
  return {
    caption: words(`Goroutines come and go, in MiB, with ${go.replace('go', 'Go ')}.`, `goroutine 来了又走，单位 MiB，${go.replace('go', 'Go ')}。`),
    columns: [column('words', 'after', '之后'), ...['StackInuse', 'HeapAlloc', 'RSS'].map(mebibytes)],
    rows: stages.map(({ op, stackInuse, heapAlloc, vmRSSKiB }) => [names[op]!, mib(stackInuse), mib(heapAlloc), vmRSSKiB / 1024]),
    from: from(recording, 'versions/goroutines.json'),
  };
}
