import file from '../../../oracle/recordings/service.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { median, modelled, runsOf, type Answers, type ServiceSetting } from '../service-runs.ts';
import { column, from, words, type RecordedTable, type Words } from './table.ts';

const [kibInMib, usInMs, partsInPercent] = [1024, 1000, 100];

/** Programs that keep 32 MiB and allocate: medians of what was recorded, and of the model of the cockpit for the same runs. */
export function service(): RecordedTable {
  const recording = readRecording('service@1', file);
  return {
    caption: words(
      `Programs that keep a tree of 32 MiB and allocate 1 KiB at a time. ${recording.runs.of} runs each of eight collections: the median recorded · the model’s.`,
      `程序保留一棵 32 MiB 的树，每次分配 1 KiB。每种各运行 ${recording.runs.of} 次，每次八个周期：录得的中位数 · 模型的。`,
    ),
    columns: [
      column('words', 'Ps, goroutines, setting', 'P、goroutine、设置'), column('number', 'allocated a cycle, MiB', '每个周期分配，MiB'), column('number', 'marking, ms', '标记，ms'),
      column('number', 'assists, % of CPU', 'assist，占 CPU %'), column('number', 'workers, %', 'worker，%'), column('number', 'idle workers, %', 'idle worker，%'),
    ],
    rows: recording.rows.map((setting) => [nameOf(setting), ...cellsOf(setting)]),
    from: from(recording, 'service.json'),
  };
}

function cellsOf(setting: ServiceSetting): readonly string[] {
  const runs = runsOf(setting).map(({ answers }) => answers);
  const ours = runsOf(setting).map(({ inputs }) => modelled(setting, inputs));
  const pair = (figure: keyof Answers, unit: number): string => [runs, ours].map((all) => (median(all.map((one) => one[figure])) / unit).toFixed(1)).join(' · ');
  return [pair('allocated', kibInMib), pair('marking', usInMs), pair('assists', partsInPercent), pair('workers', partsInPercent), pair('idle', partsInPercent)];
}

/** Rounds a goroutine turns after each KiB: none, some, many. */
const pace = (spin: number): Words => (spin === 0 ? words('flat out', '全速分配') : spin > 1000 ? words('slow', '慢') : words('', ''));

function nameOf({ procs, busy, spin, nap, gogc, limit }: ServiceSetting): Words {
  const setting = limit > 0 ? `GOMEMLIMIT=${limit}MiB` : `GOGC=${gogc}`;
  const parts = (how: string, naps: string) => [procs, busy, setting, how, nap > 0 ? naps : ''].filter((part) => part !== '').join(', ');
  return words(parts(pace(spin).en, 'sleeps between bursts'), parts(pace(spin).zh, '干一阵睡一下').replaceAll(', ', '，'));
}
