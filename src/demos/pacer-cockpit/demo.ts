import type { Service } from '../../engine/go/service/service.ts';
import { ServiceMachine, type Sample, type ServiceAnswer, type ServiceEvent, type ServicePicture } from '../../engine/go/service/service-machine.ts';
import type { Options } from '../control.ts';
import { defineDemo, type Finished } from '../demo.ts';
import type { ChartFrame, Fact, SeriesMark } from '../scene.ts';
import { joined, thinner } from '../thinned.ts';
import { controls } from './controls.ts';
import { gripsOf } from './grips.ts';
import { example, writeService } from './my-service.ts';
import { readService } from './read.ts';
import type { CockpitWords } from './words.ts';

const mib = 2 ** 20;

/** A service on four Ps of which it keeps two busy: inputs, to be replaced by a reader's own. */
const service = (rate: number): Service => ({ procs: 4, busy: 2, allocationRate: rate * mib, scanShare: 0.5, scanRate: 1000 * mib, roots: mib, nonHeap: 16 * mib, outside: 16 * mib });

const steady = 'container 640 MiB\nkeep 200 MiB\nrun 10 s';
const spike = (before: number): string => `container 640 MiB\nkeep 100 MiB\nrun ${before} s\nkeep 200 MiB   # a batch of requests\nrun 1.2 s\nkeep 100 MiB\nrun ${8 - before} s`;

export type Presets = 'steady' | 'missed' | 'marked' | 'spiral' | 'small' | 'ballast' | 'mine';
type Run = Finished<ServiceAnswer | undefined, ServicePicture>;

export default defineDemo({
  controls,
  presets: {
    steady: { program: steady, still: 'end' },
    missed: { program: spike(4.2), still: 'end' },
    marked: { program: spike(3.5), still: 'end' },
    spiral: { program: 'container 480 MiB\nbusy 4\npointers 100%\nkeep 200 MiB\nrun 4 s\nkeep 330 MiB\nrun 12 s', options: { limit: 384, rate: 450 }, still: 'end' },
    small: { program: 'container 640 MiB\nkeep 20 MiB\nrun 4 s', options: { rate: 400 }, still: 'end' },
    ballast: { program: 'container 640 MiB\nballast 400 MiB\nkeep 20 MiB\nrun 4 s', options: { rate: 400 }, still: 'end' },
    mine: { program: writeService(example), still: 'end' },
  },
  machine: ({ rate, gogc, limit }: Options<typeof controls>) =>
    new ServiceMachine(service(rate), { gcPercent: gogc === controls.gogc.max ? -1 : gogc, memoryLimit: limit === controls.limit.max ? Infinity : limit * mib, container: Infinity }),
  read: readService,
  view: 'chart',
  legend: [],
  stays: true,
  draw: (picture: ServicePicture, words: CockpitWords, { options, event }) => ({
    marks: seriesOf(picture, words, event), frame: frameOf(picture, words, options), facts: factsOf(picture, words),
  }),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    steadyPeak: { preset: 'steady', of: (run) => inMiB(peakOf(run)) },
    steadyShare: { preset: 'steady', of: (run) => percent(totalOf(run).gcShare) },
    missedPeak: { preset: 'missed', of: (run) => inMiB(peakOf(run)) },
    markedPeak: { preset: 'marked', of: (run) => inMiB(peakOf(run)) },
    /** Of its last stretch, in which there is hardly any room. */
    spiralShare: { preset: 'spiral', of: ({ answers }) => percent(answers.at(-1)!.gcShare) },
    smallCycles: { preset: 'small', of: (run) => ({ value: totalOf(run).cycles, unit: 'count' }) },
    ballastCycles: { preset: 'ballast', of: (run) => ({ value: totalOf(run).cycles, unit: 'count' }) },
  },
});

const totalOf = ({ picture: { total } }: Run) => total;
const peakOf = (run: Run): number => totalOf(run).peak;
const inMiB = (bytes: number) => ({ value: Math.round(bytes / mib), unit: 'MiB' }) as const;
const percent = (share: number) => ({ value: Math.round(1000 * share) / 10, unit: 'percent' }) as const;

/** No chart of the book is wider than 1,100 pixels. */
const roomOf = (seconds: number) => ({ most: seconds || 1, columns: 1100 });

function seriesOf({ samples, settings, service: { nonHeap, outside }, of }: ServicePicture, { lines }: CockpitWords, event: ServiceEvent | undefined): readonly SeriesMark[] {
  const points = thinner(samples, ({ now }) => now, roomOf(of));
  const whole = (y: number) => (Number.isFinite(y) ? [[0, y], [of, y]] as const : []);
  const guide = ({ reachable }: Sample): number => Math.min(reachable * (1 + settings.gcPercent / 100) + nonHeap, settings.memoryLimit) + outside;
  const series: readonly SeriesMark[] = [
    { key: 'resident', name: lines.resident, shape: 'area', smooth: true, points: points(({ resident }) => resident), now: false },
    { key: 'guide', name: lines.guide, shape: 'ghost', smooth: true, points: settings.gcPercent < 0 && settings.memoryLimit === Infinity ? [] : points(guide), now: false },
    { key: 'goal', name: lines.goal, shape: 'thin', points: points(({ goal }) => goal), now: event?.kind === 'marked' },
    { key: 'trigger', name: lines.trigger, shape: 'dotted', points: points(({ trigger }) => trigger), now: event?.kind === 'marking' },
    { key: 'heap', name: lines.heap, shape: 'line', smooth: true, points: points(({ heapLive }) => heapLive), now: false },
    { key: 'limit', name: lines.limit, shape: 'bound', points: whole(settings.memoryLimit), now: false },
    { key: 'container', name: lines.container, shape: 'bound', points: whole(settings.container), now: event?.kind === 'killed' },
  ];
  return series.filter(({ points: { length } }) => length > 0);
}

function frameOf(picture: ServicePicture, words: CockpitWords, options: Options<typeof controls>): ChartFrame {
  const { marking, now, of, total, killed } = picture;
  const most = highest(picture) * 1.06;
  const [gogc, limit] = [isSet('gogc', options), isSet('limit', options)];
  return {
    x: { name: words.axes.time, most: of || 1, scale: 1, unit: words.axes.second },
    y: { name: words.axes.memory, most, scale: mib, unit: 'MiB' },
    cursor: now,
    stops: [],
    bands: { name: words.marking, of: joined(marking, roomOf(of)) },
    notes: [words.deploy({ gogc: gogc === undefined ? 'off' : String(gogc), limit: limit === undefined ? 'off' : `${limit}MiB` }), ...words.comesTo(total, killed || now >= of)],
    caveats: words.unmodelled,
    grips: gripsOf(picture, words, { rate: options.rate, gogc, limit }, most),
  };
}

const isSet = (name: 'gogc' | 'limit', options: Options<typeof controls>): number | undefined => (options[name] === controls[name].max ? undefined : options[name]);

/** The highest of all that is drawn, in bytes. */
function highest({ samples, settings: { container, memoryLimit } }: ServicePicture): number {
  let most = mib;
  const see = (bytes: number): void => { if (Number.isFinite(bytes) && bytes > most) most = bytes; };
  [container, memoryLimit].forEach(see);
  for (const { resident, goal } of samples) { see(resident); see(goal); }
  return most;
}

function factsOf({ samples, total }: ServicePicture, { facts, bytes, share }: CockpitWords): readonly Fact[] {
  const goal = samples.at(-1)?.goal ?? 0;
  return [
    { label: facts.peak, value: bytes(total.peak) },
    { label: facts.margin, value: Number.isFinite(total.margin) ? bytes(total.margin) : '–' },
    { label: facts.goal, value: Number.isFinite(goal) ? bytes(goal) : '–' },
    { label: facts.cycles, value: String(total.cycles) },
    { label: facts.gc, value: share(total.gcShare) },
    { label: facts.assists, value: share(total.assistShare) },
    { label: facts.slowed, value: share(Math.max(0, 1 - total.allocatedShare)) },
  ];
}
