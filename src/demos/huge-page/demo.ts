import recording from '../../../oracle/recordings/region.json' with { type: 'json' };
import { HugeMachine, type HugeAnswer, type HugeOp, type HugePicture } from '../../engine/memory/huge/huge-machine.ts';
import { readHuge } from '../../engine/memory/huge/huge-program.ts';
import type { Real } from '../../engine/machine.ts';
import type { Quantity } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { GridFrame, Meaning, PageMark, Scenes } from '../scene.ts';
import type { Counter, HugeWords } from './words.ts';

export const controls = { enabled: choice(['always', 'madvise', 'never']), none: choice(['511', '255', '0']) };
type Chosen = Options<typeof controls>;

const columns = 32;
const whole = 2048;

/** A program of oracle/recordings/region.json by the setting it ran under and how it begins. */
function rowOf(thp: string, none: number, first: string): (typeof recording.rows)[number] {
  return recording.rows.find((row) => row.thp === thp && row.maxPtesNone === none && row.steps.map(({ op }) => op).join(' ').startsWith(first))!;
}

const rows = {
  touch: rowOf('always', 511, 'look write:0'),
  again: rowOf('always', 511, 'write:0-511'),
  asked: rowOf('madvise', 511, 'look write:0'),
  holes: rowOf('always', 255, 'look'),
};

const stepsOf = (row: (typeof recording.rows)[number]) => row.steps.filter(({ op }) => op !== 'look');
const textOf = (name: keyof typeof rows): string => stepsOf(rows[name]).map(({ op }) => op.replace(':', ' ')).join('\n');
const recordedOf = (name: keyof typeof rows) => async (): Promise<Real<HugeOp, HugeAnswer>> => ({ answers: async () => stepsOf(rows[name]).map(({ rssKiB, hugeKiB }) => ({ rssKiB, hugeKiB })) });

export default defineDemo({
  controls,
  presets: {
    touch: { program: textOf('touch'), still: { op: 1, moment: 0 } },
    again: { program: textOf('again'), still: 'end' },
    asked: { program: textOf('asked'), options: { enabled: 'madvise' }, still: { op: 4, moment: 0 } },
    holes: { program: textOf('holes'), options: { none: '255' }, still: 'end' },
  },
  machine: ({ enabled, none }: Chosen) => new HugeMachine({ enabled, maxPtesNone: Number(none) }),
  read: readHuge,
  view: 'pages',
  legend: ['mapped', 'live', 'slack'],
  draw: (picture: HugePicture, words: HugeWords) => draw(picture, words),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    touched: { preset: 'touch', of: ({ answers }) => kib(answers[0]!.rssKiB) },
    freed: { preset: 'touch', of: ({ answers }) => kib(answers[1]!.rssKiB) },
    back: { preset: 'touch', of: ({ answers }) => kib(answers[2]!.rssKiB) },
    small: { preset: 'asked', of: ({ answers }) => kib(answers[0]!.rssKiB) },
    half: { preset: 'again', of: ({ answers }) => kib(answers[1]!.rssKiB) },
    halfBack: { preset: 'again', of: ({ answers }) => kib(answers[2]!.rssKiB) },
  },
  check: { touch: recordedOf('touch'), again: recordedOf('again'), asked: recordedOf('asked'), holes: recordedOf('holes') },
});

const kib = (value: number): Quantity => ({ value, unit: 'KiB' });

function draw(picture: HugePicture, words: HugeWords): Scenes['pages'] {
  return {
    marks: picture.pages.map(({ present, written }, page) => markOf(page, present, written, picture, words)),
    frame: { columns, cell: 9, counters: countersOf(picture, words) },
    facts: countersOf(picture, words).map(({ name, value }) => ({ label: name, value })),
  };
}

function markOf(page: number, present: boolean, written: boolean, { event }: HugePicture, words: HugeWords): PageMark {
  const range = event?.kind === 'write' || event?.kind === 'free' ? event : undefined;
  return {
    key: String(page), meaning: !present ? 'mapped' : written ? 'live' : 'slack', held: false, label: words.page(page, present, written),
    now: range !== undefined && page >= range.from && page < range.to,
  };
}

const meanings: { readonly [Name in Counter]: Meaning } = { written: 'live', Rss: 'resident', AnonHugePages: 'slack' };

function countersOf({ writtenKiB, rssKiB, hugeKiB }: HugePicture, words: HugeWords): GridFrame['counters'] {
  const values: { readonly [Name in Counter]: number } = { written: writtenKiB, Rss: rssKiB, AnonHugePages: hugeKiB };
  return (Object.keys(values) as Counter[]).map((name) => ({ name: words.counters[name][0], rule: words.counters[name][1], value: words.kib(values[name]), share: values[name] / whole, meaning: meanings[name] }));
}
