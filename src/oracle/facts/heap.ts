import goroutines from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import growth from '../../../oracle/recordings/growth.json' with { type: 'json' };
import retained from '../../../oracle/recordings/versions/retained.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { counted, mib, mibOf, type Facts } from './fact.ts';

type Stage = Row<'goroutines@1'>['stages'][number];

/** The row of one release, or of the newest. */
const of = <R extends { readonly go: string }>(rows: readonly R[], release?: string): R =>
  release === undefined ? rows.at(-1)! : rows.find(({ go }) => releaseOf(go) === release)!;

const stage = (op: string): Stage => of(readRecording('goroutines@1', goroutines).rows).stages.find((each) => each.op === op)!;

/** MiB alive after a step of probe/retained. */
const alive = (step: string, release?: string): number => of(readRecording('retained@1', retained).rows, release).result[step]!;

/** HeapSys, in bytes, with so many MiB held. */
const heapSys = (held: number, release?: string): number => of(readRecording('growth@1', growth).rows, release).stages.find(({ mib: each }) => each === held)!.heapSys;

const whole = (value: number) => ({ value, unit: 'MiB' as const });

/** What the Go heap keeps. */
export const heapFacts: Facts = {
  'goroutines': () => counted(stage('waiting').goroutines - stage('start').goroutines),
  'waiting-rss': () => mib(stage('waiting').vmRSSKiB),
  'waiting-stacks': () => mibOf(stage('waiting').stackInuse),
  'gone-stacks': () => mibOf(stage('gc').stackInuse),
  'gone-heap': () => mibOf(stage('free').heapAlloc),
  'gone-rss': () => mib(stage('free').vmRSSKiB),
  'gone-each': () => ({ value: Math.round((stage('free').heapAlloc - stage('start').heapAlloc) / (stage('waiting').goroutines - stage('start').goroutines)), unit: 'B' }),
  'slice-kept': () => whole(alive('slice')),
  'map-filled': () => whole(alive('filled 128')),
  'map-kept': () => whole(alive('emptied 128')),
  'map-kept-1.23': () => whole(alive('emptied 128', '1.23')),
  'map-wide-filled': () => whole(alive('filled 129')),
  'map-wide-kept': () => whole(alive('emptied 129')),
  'heapsys-40': () => mibOf(heapSys(40)),
  'heapsys-40-1.16': () => mibOf(heapSys(40, '1.16')),
};
