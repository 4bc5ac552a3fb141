import { spent, TracedCycleMachine, type CycleEvent, type CyclePicture, type Doing, type TracedCycle } from '../../engine/go/traced-cycle.ts';
import { defineDemo } from '../demo.ts';
import type { LaneKind, LaneMark, LanesFrame } from '../scene-lanes.ts';
import type { Fact, Scenes } from '../scene.ts';
import { recorded } from './recorded.ts';
import type { CycleWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: { recorded: { program: () => [{ do: 'collect' } as const], still: 'end' } },
  machine: () => new TracedCycleMachine(recorded),
  view: 'lanes',
  legend: [],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    marking: { preset: 'recorded', of: ({ answers }) => ({ value: Math.round(answers[0]!.marking / 1e5) / 10, unit: 'ms' }) },
    assists: { preset: 'recorded', of: ({ answers }) => ({ value: Math.round(answers[0]!.assists / 1e5) / 10, unit: 'ms' }) },
    sweeps: { preset: 'recorded', of: ({ picture }) => ({ value: picture.cycle.sweeps, unit: 'count' }) },
  },
});

const kinds: Readonly<Record<Doing, LaneKind>> = { program: 'program', assist: 'assist', dedicated: 'worker', fractional: 'worker', idle: 'idle', stop: 'stop', finish: 'stop', bgsweep: 'sweep', sweep: 'sweep', bgscavenge: 'other' };
const keyed = ['program', 'assist', 'worker', 'idle', 'stop', 'sweep'] as const;

/** Places in time as shares of all that was cut out of the trace. */
function scale({ stretches }: TracedCycle): (at: number) => number {
  const [from, to] = [Math.min(...stretches.map((each) => each.from)), Math.max(...stretches.map((each) => each.to))];
  return (at) => Math.min(1, Math.max(0, (at - from) / (to - from)));
}

function draw({ cycle, now, event }: CyclePicture, words: CycleWords): Scenes['lanes'] {
  const x = scale(cycle);
  return { marks: cycle.stretches.map((each, i) => markOf(each, i, x, now, words)), frame: frameOf(cycle, now, event, x, words), facts: factsOf(cycle, words) };
}

function markOf({ p, g, what, from, to }: TracedCycle['stretches'][number], i: number, x: (at: number) => number, now: number, words: CycleWords): LaneMark {
  return { key: `${p}/${i}`, lane: p, from: x(from), to: x(to), kind: kinds[what], title: words.stretch(words.doing[what], p, g, to - from), ahead: from > now };
}

function frameOf(cycle: TracedCycle, now: number, event: CycleEvent | undefined, x: (at: number) => number, words: CycleWords): LanesFrame {
  const { stops, heap, goal, procs, swept } = cycle;
  const [least, most] = [0.9 * Math.min(...heap.map(([, bytes]) => bytes)), 1.06 * Math.max(goal, ...heap.map(([, bytes]) => bytes))];
  const y = (bytes: number): number => (bytes - least) / (most - least);
  const nowKinds: readonly (CycleEvent['kind'] | undefined)[][] = [['trigger', 'barrier'], ['ending', 'marked']];
  const standing = heap.findLast(([at]) => at <= now)?.[1] ?? heap[0]![1];
  return {
    lanes: Array.from({ length: procs }, (_, p) => `P${p}`),
    cursor: x(now),
    curve: { name: words.heap(standing), points: heap.map(([at, bytes]) => [x(at), y(bytes)] as const), bound: { y: y(goal), label: words.goal(goal) } },
    bands: stops.map(([from, to], i) => ({ from: x(from), to: x(to), label: words.stop(to - from), now: nowKinds[i]!.includes(event?.kind) })),
    holds: { from: x(stops[0][1]), to: x(stops[1][1]), label: words.barrier },
    pulses: { name: words.swept(cycle.sweeps), at: swept.map(x) },
    ticks: [0, 5e6, 10e6, 15e6].filter((at) => x(at) < 1 && x(at) >= 0).map((at) => ({ x: x(at), label: at === 0 ? '0' : words.time(at) })),
    key: keyed.map((kind) => ({ kind, label: words.key[kind] })),
  };
}

function factsOf(cycle: TracedCycle, words: CycleWords): readonly Fact[] {
  const [first, second] = cycle.stops;
  return [
    { label: words.facts.marking, value: words.time(second[0] - first[1]) },
    { label: words.facts.stops, value: cycle.stops.map(([from, to]) => words.time(to - from)).join(' + ') },
    { label: words.facts.workers, value: words.time(spent(cycle, 'dedicated', 'fractional')) },
    { label: words.facts.assists, value: words.time(spent(cycle, 'assist')) },
    { label: words.facts.idle, value: words.time(spent(cycle, 'idle')) },
    { label: words.facts.peak, value: words.bytes(cycle.heap.findLast(([at]) => at < second[0])?.[1] ?? 0) },
    { label: words.facts.next, value: words.bytes(cycle.next) },
  ];
}
