import file from '../../../oracle/recordings/gc-cycle.json' with { type: 'json' };
import greenTea from '../../../oracle/recordings/green-tea.json' with { type: 'json' };
import leaks from '../../../oracle/recordings/leaks-random.json' with { type: 'json' };
import service from '../../../oracle/recordings/service.json' with { type: 'json' };
import type { Quantity } from '../../i18n/quantity.ts';
import { readRecording, type Row } from '../recording.ts';
import { median, runsOf, type Answers } from '../service-runs.ts';
import { measured } from '../collector.ts';
import { counted, mibOf, type Facts } from './fact.ts';

type Marked = Row<'green-tea@1'>;

const ms = (ns: number): Quantity => ({ value: ns / 1e6, unit: 'ms' });

const cycle = (): Row<'gc-cycle@1'> => readRecording('gc-cycle@1', file).rows[0]!;
const stop = (nth: number) => cycle().stops[nth]!;

const marked = (collector: Marked['collector'], heap: Marked['heap']): Marked => readRecording('green-tea@1', greenTea).rows.find((row) => row.collector === collector && row.heap === heap)!;
const took = (collector: Marked['collector'], heap: Marked['heap']) => (): Quantity => ms(Math.round(marked(collector, heap).ns / 1e5) * 1e5);

/** Visits to pages: those for one object and those for several. */
export const visitsOf = ({ single, spans }: Marked): number => single + spans;
const objectsAVisit = (heap: Marked['heap']) => (): Quantity => counted(Math.round((marked('green tea', heap).single + marked('green tea', heap).batched) / visitsOf(marked('green tea', heap))));

const served = () => readRecording('service@1', service);
/** Of all CPU time, in the usual run of two goroutines on two Ps that never wait, with GOGC=100. */
const onTwo = (answer: keyof Answers) => (): Quantity => {
  const setting = served().rows.find(({ procs, busy, spin, nap, gogc }) => procs === 2 && busy === 2 && spin === 500 && nap === 0 && gogc === '100')!;
  return { value: Math.round(median(runsOf(setting).map(({ answers }) => answers[answer])) / 10) / 10, unit: 'percent' };
};

/** One recorded collection, and the same objects marked by two collectors. */
export const collectorFacts: Facts = {
  'gogc-runs': () => counted(measured.seeds),
  'gogc-operations': () => counted(measured.operations),
  'gogc-equal': () => counted(measured.seeds - measured.parted.length),
  'cycle-marking': () => ms(Math.round((stop(1)[0] - stop(0)[1]) / 1e5) * 1e5),
  'cycle-first-stop': () => ms(stop(0)[1] - stop(0)[0]),
  'cycle-second-stop': () => ms(stop(1)[1] - stop(1)[0]),
  'cycle-goal': () => mibOf(cycle().goal),
  'cycle-peak': () => mibOf(Math.max(...cycle().heap.map(([, bytes]) => bytes))),
  'flood-shuffled': took('graph flood', 'shuffled'),
  'tea-shuffled': took('green tea', 'shuffled'),
  'flood-tree': took('graph flood', 'tree'),
  'tea-tree': took('green tea', 'tree'),
  'flood-list': took('graph flood', 'list'),
  'tea-list': took('green tea', 'list'),
  'tea-shuffled-batch': objectsAVisit('shuffled'),
  'tea-tree-batch': objectsAVisit('tree'),
  'service-runs': () => counted(served().runs.of),
  'service-programs': () => counted(served().rows.length),
  'two-assists': onTwo('assists'),
  'two-workers': onTwo('workers'),
  'leak-graphs': () => counted(readRecording('leaks@1', leaks).rows.length),
};
