import recording from '../../../oracle/recordings/sbrk.json' with { type: 'json' };
import { Bump, type BumpAnswer, type BumpEvent, type BumpPicture, type Sbrk } from '../../engine/allocators/bump.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import type { PageMark, Scenes } from '../scene.ts';
import { readSbrk } from './read.ts';
import type { BreakWords } from './words.ts';

const pageSize = 4096;
/** Pages drawn: as many as the recorded script maps below its one mebibyte. */
const drawn = 72;
const columns = 24;

/** The recording's first row moved the break for its own output. */
const [, ...rows] = recording.rows;

/** Up to where the script asks for more than is drawn. */
const small = rows.slice(0, rows.findIndex(({ n }) => Math.abs(n) >= 2 ** 20));
const base = 0x555555559000;

export default defineDemo({
  controls: {},
  presets: {
    malloc: { program: '# glibc moves the break by 132 KiB for the first malloc(1)\nsbrk 135168\n# and again when that is used up\nsbrk 135168', still: { op: 1, moment: 0 } },
    recorded: { program: small.map(({ n }) => `sbrk ${n}`).join('\n'), still: 'end' },
  },
  machine: () => new Bump({ base, pageSize, limit: 2 ** 47 }),
  read: readSbrk,
  view: 'pages',
  legend: ['live', 'mapped'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    firstStep: { preset: 'malloc', of: ({ answers }) => ({ value: (Number(answers[1]) - Number(answers[0])) / 1024, unit: 'KiB' }) },
  },
  withAnswers,
  check: { recorded: async () => ({ answers: async (program) => program.map((_, i) => base + small[i]!.answer!) }) },
});

/** The break where the real answer, the old break, puts it. */
function withAnswers(picture: BumpPicture, answers: readonly BumpAnswer[], ops: readonly Sbrk[]): BumpPicture {
  const old = answers.at(-1);
  if (old === null || old === undefined) return picture;
  const brk = old + ops.at(-1)!.size;
  return { ...picture, brk, mappedEnd: Math.ceil(brk / pageSize) * pageSize };
}

function draw({ base, brk, mappedEnd }: BumpPicture, words: BreakWords, { event }: { readonly event: BumpEvent | undefined }): Scenes['pages'] {
  const [asked, mapped] = [brk - base, mappedEnd - base];
  const share = (size: number): number => Math.min(1, size / (drawn * pageSize));
  return {
    marks: Array.from({ length: drawn }, (_, i) => pageAt(base + i * pageSize, brk, mappedEnd, words, event)),
    frame: {
      columns,
      counters: [
        { name: words.counters.asked, value: words.bytes(asked), share: share(asked), rule: words.rules.asked, meaning: 'live' },
        { name: words.counters.mapped, value: words.bytes(mapped), share: share(mapped), rule: words.rules.mapped, meaning: 'mapped' },
      ],
    },
    facts: [
      { label: words.brk, value: formatAddress(brk) },
      { label: words.counters.asked, value: words.bytes(asked) },
      { label: words.counters.mapped, value: words.bytes(mapped) },
    ],
  };
}

function pageAt(addr: number, brk: number, mappedEnd: number, words: BreakWords, event: BumpEvent | undefined): PageMark {
  const now = event?.kind === 'map' && addr >= event.addr && addr < event.addr + event.size;
  const meaning = addr < brk ? 'live' : addr < mappedEnd ? 'mapped' : 'none';
  return { key: formatAddress(addr), meaning, held: false, label: words.page(formatAddress(addr), addr < brk), now };
}

