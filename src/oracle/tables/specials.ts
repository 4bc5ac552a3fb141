import file from '../../../oracle/recordings/specials.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { column, from, mebibytes, words, type RecordedTable, type Words } from './table.ts';

const kinds: Readonly<Record<string, Words>> = {
  nothing: words('nothing', '什么也不带'),
  finalizer: words('runtime.SetFinalizer', 'runtime.SetFinalizer'),
  cleanup: words('runtime.AddCleanup', 'runtime.AddCleanup'),
};
const ops: Readonly<Record<string, Words>> = {
  made: words('made', '分配完'),
  dropped: words('dropped, collected', '丢掉引用，一次 GC'),
  again: words('collected again', '再一次 GC'),
};

const mib = (bytes: number): number => bytes / 2 ** 20;

/** What finalizers and cleanups cost. */
export function specials(): RecordedTable {
  const recording = readRecording('specials@1', file);
  return {
    caption: words('A million objects of 64 bytes. OtherSys holds, among other things, the runtime’s record of each finalizer and cleanup. Sizes in MiB.', '一百万个 64 字节的对象。运行时给每个 finalizer 和 cleanup 记的一笔账，就在 OtherSys 里。大小的单位是 MiB。'),
    columns: [column('words', 'each with', '每个都带'), column('words', 'after', '之后'), column('number', 'HeapObjects', 'HeapObjects'), ...['HeapAlloc', 'OtherSys', 'RSS'].map(mebibytes)],
    rows: recording.rows.flatMap((row) => row.stages.map(({ op, heapObjects, heapAlloc, otherSys, vmRSSKiB }) =>
      [kinds[row.with]!, ops[op]!, heapObjects, mib(heapAlloc), mib(otherSys), vmRSSKiB / 1024])),
    from: from(recording, 'specials.json'),
  };
}
