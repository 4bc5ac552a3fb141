import { simulateCycle } from '../../engine/go/cycle/simulate.ts';
import { spent, TracedCycleMachine, type CycleEvent, type CyclePicture, type Doing, type TracedCycle } from '../../engine/go/traced-cycle.ts';
import { initialValues, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { LaneKind, LaneMark, LanesFrame } from '../scene-lanes.ts';
import type { Fact, Scenes } from '../scene.ts';
import { controls, keeps, settled } from './controls.ts';
import { recorded } from './recorded.ts';
import type { CycleWords } from './words.ts';

type Chosen = Options<typeof controls>;

const preset = (options: Partial<Chosen>) => ({ options, program: () => [{ do: 'collect' } as const], still: 'end' as const });

export default defineDemo({
  controls,
  presets: {
    recorded: preset({}),
    one: preset({ of: 'simulated', procs: 1, goroutines: 2, allocates: 200 }),
    four: preset({ of: 'simulated' }),
    fast: preset({ of: 'simulated', procs: 8, goroutines: 8, allocates: 1000 }),
    first: preset({ of: 'first' }),
  },
  machine: (chosen: Chosen, seed: number) => new TracedCycleMachine(cycleOf(chosen, seed)),
  view: 'lanes',
  legend: [],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    marking: { preset: 'recorded', of: ({ answers }) => ({ value: Math.round(answers[0]!.marking / 1e5) / 10, unit: 'ms' }) },
    assists: { preset: 'recorded', of: ({ answers }) => ({ value: Math.round(answers[0]!.assists / 1e5) / 10, unit: 'ms' }) },
    sweeps: { preset: 'recorded', of: ({ picture }) => ({ value: picture.cycle.sweeps, unit: 'count' }) },
    fastAssists: { preset: 'fast', of: (run) => percent(share(run.picture.cycle, 'assist')) },
    fourAssists: { preset: 'four', of: (run) => percent(share(run.picture.cycle, 'assist')) },
    oneWorkers: { preset: 'one', of: (run) => percent(share(run.picture.cycle, 'fractional')) },
  },
});

const mib = 2 ** 20;

/** The recorded one, until a reader sets something. */
function cycleOf({ of, ...chosen }: Chosen, seed: number): TracedCycle {
  const { of: _, ...initial } = initialValues(controls);
  if (of === 'recorded' && Object.entries(initial).every(([name, value]) => chosen[name as keyof typeof chosen] === value)) return recorded;
  const { procs, goroutines, allocates, scans } = chosen;
  return simulateCycle({ procs, goroutines, allocates: (allocates * mib) / 1e9, scans: (scans * mib) / 1e9, keeps }, seed, of === 'first' ? 1 : settled);
}

/** Share of all Ps' time, while marking went on, in which they did this. */
const share = (cycle: TracedCycle, ...doing: readonly Doing[]): number => spent(cycle, ...doing) / ((cycle.stops[1][0] - cycle.stops[0][1]) * cycle.procs);
const percent = (of: number) => ({ value: Math.round(1000 * of) / 10, unit: 'percent' }) as const;

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
    ticks: ticks(cycle).map((at) => ({ x: x(at), label: at === 0 ? '0' : words.time(at) })),
    key: keyed.map((kind) => ({ kind, label: kind === 'worker' ? words.workers(['dedicated', 'fractional'].filter((mode) => cycle.stretches.some(({ what }) => what === mode))) : words.key[kind] })),
  };
}

/** Round moments from the beginning on, a few of them. */
function ticks({ stretches }: TracedCycle): readonly number[] {
  const end = Math.max(...stretches.map(({ to }) => to));
  const step = [1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7].find((each) => end / each < 4) ?? 5e7;
  return Array.from({ length: Math.ceil(end / step) }, (_, i) => i * step);
}

function factsOf(cycle: TracedCycle, words: CycleWords): readonly Fact[] {
  const [first, second] = cycle.stops;
  return [
    { label: words.facts.cycle, value: cycle.noted ? words.simulated : words.recorded },
    { label: words.facts.marking, value: words.time(second[0] - first[1]) },
    { label: words.facts.stops, value: cycle.stops.map(([from, to]) => words.time(to - from)).join(' + ') },
    { label: words.facts.workers, value: words.share(spent(cycle, 'dedicated', 'fractional'), share(cycle, 'dedicated', 'fractional')) },
    { label: words.facts.assists, value: words.share(spent(cycle, 'assist'), share(cycle, 'assist')) },
    { label: words.facts.idle, value: words.share(spent(cycle, 'idle'), share(cycle, 'idle')) },
    { label: words.facts.peak, value: words.bytes(cycle.heap.findLast(([at]) => at < second[0])?.[1] ?? 0) },
    { label: words.facts.next, value: words.bytes(cycle.next) },
  ];
}
