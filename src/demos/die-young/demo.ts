import { crossingOf, DieYoung, pricesOf, shares, type SharePicture, type SharePrices } from '../../engine/collectors/die-young.ts';
import { formatNumber, type Quantity } from '../../i18n/quantity.ts';
import { silent } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { ChartFrame, Fact, Scenes, SeriesMark } from '../scene.ts';
import type { Gogc, YoungWords } from './words.ts';

const most = 8;

/** Counted once, when first asked for. */
const known = new Map<Gogc, readonly SharePrices[]>();
function prices(gogc: Gogc): readonly SharePrices[] {
  const found = known.get(gogc) ?? pricesOf(Number(gogc));
  known.set(gogc, found);
  return found;
}

const program = () => shares.map((share) => ({ share }));
const still = { op: shares.indexOf(80), moment: 1 };
const crossing = (preset: 'usual' | 'double' | 'fourfold', gogc: Gogc) => ({ preset, of: (): Quantity => ({ value: Math.round(crossingOf(prices(gogc))), unit: 'percent' }) } as const);

export default defineDemo({
  controls: { gogc: silent(['100', '200', '400']) },
  presets: {
    usual: { program, still },
    double: { program, options: { gogc: '200' }, still },
    fourfold: { program, options: { gogc: '400' }, still },
  },
  machine: ({ gogc }: { readonly gogc: Gogc }) => new DieYoung(prices(gogc)),
  view: 'chart',
  legend: [],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    crossing100: crossing('usual', '100'),
    crossing200: crossing('double', '200'),
    crossing400: crossing('fourfold', '400'),
    half: { preset: 'usual', of: ({ answers }) => ({ value: Math.round(100 * answers[shares.indexOf(50)]!.generational) / 100, unit: 'count' }) },
    marking: { preset: 'usual', of: ({ answers }) => ({ value: Math.round(100 * answers[shares.indexOf(50)]!.markSweep) / 100, unit: 'count' }) },
  },
});

function draw({ all, at, crossing: from }: SharePicture, words: YoungWords): Scenes['chart'] {
  const line = (key: string, name: string, shape: SeriesMark['shape'], of: (prices: SharePrices) => number): SeriesMark =>
    ({ key, name, shape, smooth: true, points: all.map((each) => [each.share, of(each)] as const), now: false });
  const marks = [
    line('mark-sweep', words.lines.markSweep, 'line', ({ markSweep }) => markSweep),
    line('generational', words.lines.generational, 'thin', ({ generational }) => generational),
    line('generational counted', '', 'dots', ({ generational }) => generational),
  ];
  return { marks, frame: frameOf(at, from, words), facts: factsOf({ all, at, crossing: from }, words) };
}

function frameOf(cursor: number | undefined, from: number, words: YoungWords): ChartFrame {
  return {
    x: { name: words.axes.share, most: 100, scale: 1, unit: '%' },
    y: { name: words.axes.price, most, scale: 1, unit: '' },
    ...(cursor !== undefined && { cursor }),
    landmark: { x: from, label: words.from(formatNumber(from, 0)) },
    stops: shares.map((x, op) => ({ x, at: { op, moment: 1 } })),
  };
}

function factsOf({ all, at, crossing: from }: SharePicture, words: YoungWords): readonly Fact[] {
  const now = all.find(({ share }) => share === at);
  const pays = { label: words.pays, value: words.from(formatNumber(from, 0)) };
  if (!now) return [pays];
  return [
    { label: words.axes.share, value: `${now.share}%` },
    { label: words.lines.markSweep, value: formatNumber(now.markSweep) },
    { label: words.lines.generational, value: formatNumber(now.generational) },
    pays,
  ];
}
