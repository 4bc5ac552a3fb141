import type { Axis, Scenes, SeriesMark } from '../../../src/demos/scene.ts';
import { noGoal } from './cycle-rows.ts';
import type { Reading } from './reading.ts';

export const quantities = ['heap', 'pauses', 'cpu'] as const;
export type Quantity = (typeof quantities)[number];

export interface SceneWords {
  readonly live: string;
  readonly heap: string;
  readonly goal: string;
  readonly pause: string;
  readonly share: string;
  readonly whole: string;
  readonly axes: { readonly [Name in Quantity]: string };
  readonly secondsAxis: string;
}

/** Of more cycles than this several are drawn as one: the most of each that lie beside each other. */
export const mostDrawn = 600;

/** One quantity of a run over time, the cursor at one of its cycles. */
export function chartScene(reading: Reading, places: readonly number[], quantity: Quantity, words: SceneWords, cursor: number): Scenes['chart'] {
  const times = timesOf(reading, places);
  const groups = grouped(places.length);
  const marks = seriesOf[quantity](reading, places, groups, times, words);
  const most = Math.max(...marks.flatMap(({ points }) => points.map(([, y]) => y)), quantity === 'heap' ? 1 : 0.001);
  return {
    marks: marks.filter(({ points }) => points.length > 0),
    frame: {
      x: { name: words.secondsAxis, most: Math.max(times.at(-1) ?? 0, 0.001), scale: 1, unit: '' },
      y: { ...axisOf(words.axes[quantity], quantity), most },
      cursor: times[cursor] ?? 0,
      stops: groups.map(([from]) => ({ x: times[from]!, at: { op: from, moment: 0 } })),
    },
    facts: [],
  };
}

const axisOf = (name: string, quantity: Quantity): Omit<Axis, 'most'> => ({ name, scale: 1, unit: { heap: 'MiB', pauses: 'ms', cpu: '%' }[quantity] });

/** Seconds since the first cycle of the log, or since the program's start where the log has it. */
function timesOf({ columns: { seconds, number } }: Reading, places: readonly number[]): readonly number[] {
  const first = places[0];
  const origin = first === undefined || number[first] === 1 ? 0 : seconds[first]!;
  return places.map((at) => seconds[at]! - origin);
}

type Group = readonly [from: number, to: number];

/** Places `from` up to `to`, few enough to be drawn. */
function grouped(count: number): readonly Group[] {
  const size = Math.max(1, Math.ceil(count / mostDrawn));
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => [i * size, Math.min(count, (i + 1) * size)]);
}

type Series = (reading: Reading, places: readonly number[], groups: readonly Group[], times: readonly number[], words: SceneWords) => readonly SeriesMark[];
type Point = SeriesMark['points'][number];

const line = (key: string, name: string, shape: SeriesMark['shape'], points: readonly Point[], smooth = false): SeriesMark => ({ key, name, shape, points, smooth, now: false });

/** The most of a column in each group, where its first cycle lies. */
const mostOf = (column: (at: number) => number, places: readonly number[], groups: readonly Group[], times: readonly number[]): readonly Point[] =>
  groups.map(([from, to]) => [times[from]!, Math.max(...places.slice(from, to).map(column))]);

const seriesOf: { readonly [Name in Quantity]: Series } = {
  heap: ({ columns: { heapEnd, marked, goal } }, places, groups, times, words) => [
    line('live', words.live, 'area', mostOf((at) => marked[at]!, places, groups, times)),
    line('heap', words.heap, 'thin', mostOf((at) => heapEnd[at]!, places, groups, times), true),
    line('goal', words.goal, 'bound', goals((at) => goal[at]!, places, groups, times).filter(([, y]) => y < noGoal)),
  ],
  pauses: ({ columns: { clockSweep, clockTermination } }, places, groups, times, words) => [
    line('pause', words.pause, 'line', mostOf((at) => clockSweep[at]! + clockTermination[at]!, places, groups, times)),
  ],
  cpu: (reading, places, groups, times, words) => [
    line('share', words.share, 'line', shares(reading, places, groups, times)),
    line('whole', words.whole, 'ghost', mostOf((at) => reading.columns.percent[at]!, places, groups, times)),
  ],
};

/** A goal holds from the cycle before to its own. */
const goals = (column: (at: number) => number, places: readonly number[], groups: readonly Group[], times: readonly number[]): readonly Point[] =>
  mostOf(column, places, groups, times).map(([x, y], at, all) => [all[at - 1]?.[0] ?? Math.min(0, x), y]);

/** Percent of all CPU time since the cycle before that a group of cycles took, idle marking left out; from its start to the next one's. */
function shares({ columns: { cpuSweep, cpuAssist, cpuBackground, cpuTermination, procs } }: Reading, places: readonly number[], groups: readonly Group[], times: readonly number[]): readonly Point[] {
  return groups.flatMap(([from, to]): Point[] => {
    const [began, ended] = [times[from]!, times[to]];
    if (ended === undefined || ended <= began) return [];
    const worked = places.slice(from, to).reduce((sum, at) => sum + cpuSweep[at]! + cpuAssist[at]! + cpuBackground[at]! + cpuTermination[at]!, 0);
    return [[began, Math.min(100, (worked / 10) / ((ended - began) * procs[places[from]!]!))]];
  });
}
