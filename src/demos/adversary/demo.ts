import { Adversary, type GamePicture, type Move } from '../../engine/allocators/adversary.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo, type Program } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import { stripMarks } from '../heap-strip.ts';
import type { Scenes, StripLane, StripMark } from '../scene.ts';
import type { AdversaryWords } from './words.ts';

export const controls = { policy: choice(['first', 'best']) };

/** Words the program may keep alive, and its largest block. */
const [most, largest] = [8, 4];
/** Words drawn: as many as the worst known heap has, and room beside it. */
const drawn = 20;

const ones = (names: string): string => [...names].map((name) => `${name} = malloc 1`).join('\n');

/** The shortest plays that reach the worst heap there is, from a search of all: 18 moves against first fit, 30 against best fit. */
const plays = {
  first: `# small blocks everywhere
${ones('abcdefgh')}
# holes of one word, and a request for two
free a
free c
i = malloc 2
free e
free g
j = malloc 2
# holes of two and three words, and a request for four
free b
free f
free i
k = malloc 4`,
  best: `${ones('abcdefg')}
free a
h = malloc 2
free c
free e
i = malloc 2
free b
j = malloc 1
free h
k = malloc 1
l = malloc 1
free i
m = malloc 1
n = malloc 1
free g
free j
o = malloc 2
free l
free m
p = malloc 2
free f
free n
free o
q = malloc 4`,
};

export default defineDemo({
  controls,
  presets: {
    first: { program: plays.first, still: 'end' },
    best: { program: plays.best, options: { policy: 'best' }, still: 'end' },
    yours: { program: '# your move: at most 8 words alive, blocks of 1, 2 and 4\na = malloc 1\nb = malloc 2\nc = malloc 1\nfree b\nd = malloc 4', still: 'end' },
  },
  machine: ({ policy }: Options<typeof controls>) => new Adversary({ policy, most, largest }),
  read: (text: string): Program<NamedOp> => readHeapProgram(text),
  view: 'strips',
  legend: ['live', 'free'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  moves: { from: movesOf, write, own: () => true },
  claims: {
    alive: { preset: 'first', of: ({ picture }) => ({ value: picture.most, unit: 'count' }) },
    bound: { preset: 'first', of: ({ picture }) => ({ value: picture.bound, unit: 'count' }) },
    firstFit: { preset: 'first', of: ({ picture }) => ({ value: picture.heap, unit: 'count' }) },
    bestFit: { preset: 'best', of: ({ picture }) => ({ value: picture.heap, unit: 'count' }) },
    moves: { preset: 'first', of: ({ answers }) => ({ value: answers.length, unit: 'count' }) },
  },
});

/** Every block that may still be asked for, under the first letter that names none, and every one that may be freed. */
function movesOf({ objects, live }: GamePicture): readonly NamedOp[] {
  const name = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => objects.every((object) => object.name !== letter))!;
  const sizes = [1, 2, largest].filter((size) => live + size <= most);
  return [...sizes.map((size): NamedOp => ({ do: 'malloc', id: -1, name, size })), ...objects.map((object): NamedOp => ({ do: 'free', id: object.id, name: object.name }))];
}

/** A move as a line of the program. */
function write(op: NamedOp): string {
  return op.do === 'free' ? `free ${op.name}` : `${op.name} = ${op.do} ${op.size}`;
}

function draw(picture: GamePicture, words: AdversaryWords, { options, event }: { readonly options: Options<typeof controls>; readonly event: Move | undefined }): Scenes['strips'] {
  const { cells, objects, live, heap, bound } = picture;
  const blocks = stripMarks({ key: 'heap', heap: { cells }, objects }, words.cell).map((mark) => ({ ...mark, now: event?.addr === mark.addr }));
  return {
    marks: [...blocks, bar('live', live, 'live', words.words(live)), bar('bound', bound, 'reserved', words.boundTitle)].filter(({ size }) => size > 0),
    frame: {
      lanes: [
        lane('heap', words.choices[options.policy] ?? options.policy, words.highWater(heap)),
        lane('live', words.live, words.ofMost(live, picture.most)),
        lane('bound', words.bound, words.words(bound)),
      ],
    },
    facts: [
      { label: words.heap, value: words.words(heap) },
      { label: words.live, value: words.ofMost(live, picture.most) },
      { label: words.bound, value: words.words(bound) },
      ...objects.map(({ name, addr, size }) => ({ label: name, value: `${addr}, ${words.words(size)}` })),
    ],
  };
}

const lane = (key: string, name: string, figure: string): StripLane => ({ key, name, figure, base: 0, size: drawn, perRow: drawn, ruler: false });

const bar = (key: string, size: number, meaning: 'live' | 'reserved', title: string): StripMark =>
  ({ key: `${key}/0`, addr: 0, size, meaning, label: '', title, held: false, now: false });
