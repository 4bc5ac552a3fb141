import file from '../../../oracle/recordings/inflated.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { column, from, mebibytes, words, type Cell, type RecordedTable, type Words } from './table.ts';

type Process = Row<'inflated@1'>;

/** Releases that stand for their neighbours, and settings of the newest. */
const shown: readonly (readonly [Words, (row: Process) => boolean])[] = [
  ...['1.16', '1.20', '1.21', '1.27'].map((release) => [words(`Go ${release}`, `Go ${release}`), (row: Process) => releaseOf(row.go) === release && row.maxPtesNone === 511 && row.env.length === 2] as const),
  [words('Go 1.27, max_ptes_none 0', 'Go 1.27，max_ptes_none 为 0'), ({ maxPtesNone }) => maxPtesNone === 0],
  [words('Go 1.27, GODEBUG=disablethp=1', 'Go 1.27，GODEBUG=disablethp=1'), ({ env }) => env.includes('GODEBUG=disablethp=1')],
];

const steps = ['start', 'touch', 'free', 'khugepaged'] as const;

/** Half a heap given back in pieces, before and after khugepaged came by, with huge pages for everybody. */
export function inflated(): RecordedTable {
  const recording = readRecording('inflated@1', file);
  const rss = (row: Process): readonly Cell[] => steps.map((op) => row.steps.find((step) => step.op === op)!.vmRSSKiB / 1024);
  return {
    caption: words('RSS in MiB, huge pages set to always. The heap holds 64 blocks of 1 MiB; every other is dropped and given back, then khugepaged comes by.', 'RSS，单位 MiB，大页设为 always。堆里有 64 块 1 MiB；隔一块丢一块、还掉，然后 khugepaged 来过。'),
    columns: [column('words', 'program', '程序'), mib('start', '启动'), mib('64 MiB written', '写过 64 MiB'), mib('half given back', '还掉一半'), mib('after khugepaged', 'khugepaged 之后')],
    rows: shown.map(([name, is]) => [name, ...rss(recording.rows.find(is)!)]),
    from: from(recording, 'inflated.json'),
  };
}

const mib = (en: string, zh: string) => ({ ...mebibytes(en), head: words(en, zh) });
