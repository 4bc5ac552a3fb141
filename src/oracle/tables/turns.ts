import file from '../../../oracle/recordings/turns.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { column, from, mebibytes, words, type Cell, type RecordedTable } from './table.ts';

const mib = (kib: number): number => kib / 1024;

function cells({ library, env, stages }: Row<'turns@1'>): readonly Cell[] {
  const at = (op: string) => stages.find((stage) => stage.op === op)!;
  const trimmed = library === 'glibc' ? mib(at('trim').vmRSSKiB) : '–';
  return [[library, ...env].join(', '), mib(at('turns').vmRSSKiB), mib(at('later').vmRSSKiB), trimmed, mib(at('later').vmSizeKiB)];
}

/** Sixteen threads in turn, under four mallocs. */
export function turns(): RecordedTable {
  const recording = readRecording('turns@1', file);
  const glibcFirst = [...recording.rows].sort((a, b) => Number(a.library !== 'glibc') - Number(b.library !== 'glibc'));
  return {
    caption: words(
      'Sixteen threads of one process work one after the other. Each makes 20,000 blocks of 1,000 bytes and frees all but the last. In MiB.',
      '一个进程里的十六个线程轮流干活，各分配 20,000 块 1,000 字节的内存，再释放得只剩最后一块。单位 MiB。',
    ),
    columns: [
      column('code', 'malloc', 'malloc'),
      { ...column('number', 'RSS', 'RSS'), digits: 1 },
      { ...column('number', '15 seconds later', '15 秒之后'), digits: 1 },
      { ...column('number', 'after malloc_trim', 'malloc_trim 之后'), digits: 1 },
      mebibytes('VIRT'),
    ],
    rows: glibcFirst.map(cells),
    from: from(recording, 'turns.json'),
  };
}
