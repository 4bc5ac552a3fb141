import { copyingPrice, HeadroomMachine, markSweepPrice, type HeadroomOp, type Prices } from '../../engine/collectors/headroom.ts';
import { goMarking, marking } from '../../engine/collectors/costs.ts';
import { alive, type Steady } from '../../engine/collectors/steady.ts';
import { formatNumber, type Quantity } from '../../i18n/quantity.ts';
import { silent } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { ChartFrame, Fact, Scenes, SeriesMark } from '../scene.ts';
import { loads } from './loads.ts';
import type { HeadroomWords, Load } from './words.ts';

/** Percent. The default of GOGC is among them. */
const headrooms = [25, 50, 75, 100, 125, 150, 200, 250, 300, 350, 400] as const;
const gogc = 100;
const most = { headroom: 400, price: 8 };

/** What was counted once need not be counted again when the figure is opened anew. */
const known: { readonly [Name in Load]: Map<number, Prices> } = { usual: new Map(), pointers: new Map(), data: new Map() };

const program = (): readonly HeadroomOp[] => headrooms.map((headroom) => ({ headroom }));
const opAt = (headroom: (typeof headrooms)[number]): number => headrooms.indexOf(headroom);
const still = { op: opAt(200), moment: 1 };

type Run = { readonly answers: readonly Prices[] };
const priced = (preset: Load, headroom: (typeof headrooms)[number], of: 'markSweep' | 'copying') =>
  ({ preset, of: ({ answers }: Run): Quantity => ({ value: rounded(answers[opAt(headroom)]![of]!.counted), unit: 'count' }) } as const);
const rounded = (price: number): number => Math.round(100 * price) / 100;

export default defineDemo({
  controls: { load: silent(['usual', 'pointers', 'data']) },
  presets: {
    usual: { program, still },
    pointers: { program, options: { load: 'pointers' }, still },
    data: { program, options: { load: 'data' }, still },
  },
  machine: ({ load }: { readonly load: Load }) => new HeadroomMachine(loads[load], known[load]),
  view: 'chart',
  legend: [],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    at100: priced('usual', 100, 'markSweep'),
    at200: priced('usual', 200, 'markSweep'),
    at400: priced('usual', 400, 'markSweep'),
    copyingAt200: priced('usual', 200, 'copying'),
    copyingAt400: priced('usual', 400, 'copying'),
    dataAt400: priced('data', 400, 'markSweep'),
    dataCopyingAt400: priced('data', 400, 'copying'),
  },
});

function draw(counted: readonly Prices[], words: HeadroomWords, { options: { load } }: { readonly options: { readonly load: Load } }): Scenes['chart'] {
  return { marks: [...curves(loads[load], words), ...dots(counted)], frame: frameOf(counted, words), facts: factsOf(counted, words) };
}

/** Fine enough to look smooth. */
const samples = Array.from({ length: 131 }, (_, i) => 10 + 3 * i);

function curves(load: Steady, words: HeadroomWords): readonly SeriesMark[] {
  const living = alive(load);
  const memory = (headroom: number): number => living.words * (1 + headroom / 100);
  const a = marking(living, 0) / living.words;
  return [
    curve('marking', words.lines.marking, 'ghost', (headroom) => goMarking(a, headroom)),
    curve('mark-sweep', words.lines.markSweep, 'line', (headroom) => markSweepPrice(load, memory(headroom))),
    curve('copying', words.lines.copying, 'thin', (headroom) => copyingPrice(load, memory(headroom))),
  ];
}

/** Where it lies within the chart. */
function curve(key: string, name: string, shape: SeriesMark['shape'], price: (headroom: number) => number | undefined): SeriesMark {
  const points = samples.flatMap((headroom): [number, number][] => {
    const y = price(headroom);
    return y !== undefined && y > 0 && y <= most.price ? [[headroom, y]] : [];
  });
  return { key, name, shape, points, smooth: true, now: false };
}

function dots(counted: readonly Prices[]): readonly SeriesMark[] {
  const of = (key: string, price: (prices: Prices) => number | undefined): SeriesMark => ({
    key, name: '', shape: 'dots', now: false,
    points: counted.flatMap((prices): [number, number][] => {
      const y = price(prices);
      return y !== undefined && y <= most.price ? [[prices.headroom, y]] : [];
    }),
  });
  return [of('mark-sweep counted', ({ markSweep }) => markSweep.counted), of('copying counted', ({ copying }) => copying?.counted)];
}

function frameOf(counted: readonly Prices[], words: HeadroomWords): ChartFrame {
  const cursor = counted.at(-1)?.headroom;
  return {
    x: { name: words.axes.headroom, most: most.headroom, scale: 1, unit: '%' },
    y: { name: words.axes.price, most: most.price, scale: 1, unit: '' },
    ...(cursor !== undefined && { cursor }),
    landmark: { x: gogc, label: words.gogc },
    stops: headrooms.map((x, op) => ({ x, at: { op, moment: 1 } })),
  };
}

function factsOf(counted: readonly Prices[], words: HeadroomWords): readonly Fact[] {
  const last = counted.at(-1);
  if (!last) return [{ label: words.axes.headroom, value: words.none }];
  const of = (price: Prices['copying']): string => (price ? words.price(formatNumber(price.counted), formatNumber(price.formula)) : words.noRoom);
  return [
    { label: words.axes.headroom, value: `${formatNumber(last.headroom, 0)}%` },
    { label: words.lines.markSweep, value: of(last.markSweep) },
    { label: words.lines.copying, value: of(last.copying) },
  ];
}
