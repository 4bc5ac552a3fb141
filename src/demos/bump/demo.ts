import { BumpRegions, type BumpMoment, type BumpOp, type BumpPicture } from '../../engine/allocators/bump-regions.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo, type Program } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import { stripMarks } from '../heap-strip.ts';
import type { Fact, Scenes, StripLane } from '../scene.ts';
import type { BumpWords } from './words.ts';

/** Bytes of the whole heap, cut into regions. */
const heap = 1024;
/** How much wider than a region its row is: room for what would pass its end. */
const beyond = 1.25;
/** Where it begins: as the heap of a program does whose addresses are not randomised. */
const base = 0x555555559000;

export const controls = { regions: choice(['1', '2', '4']) };

const holes = `# eight objects nearly fill the heap
a = malloc 128
b = malloc 128
c = malloc 128
d = malloc 128
e = malloc 128
f = malloc 128
g = malloc 128
h = malloc 64
free b
free c
free d
free e
free f
free g
# six of eight are free; a request no larger than they were:
i = malloc 128`;

const keeper = `# two requests to a server, each with a region of its own
a = malloc 96
cfg = malloc 32   # ends up in a cache
c = malloc 128
d = malloc 160
e = malloc 96
free a
free c            # cfg is all that is left of the first
free d
free e            # nothing is left of the second
f = malloc 200
g = malloc 200
h = malloc 200
i = malloc 200`;

const reset = `a = malloc 200
b = malloc 72
c = malloc 400
d = malloc 96
# the request is answered: all at once, without a look at any of them
reset
a = malloc 200
b = malloc 72`;

export default defineDemo({
  controls,
  presets: {
    holes: { program: holes, still: { op: 14, moment: 1 } },
    keeper: { program: keeper, options: { regions: '4' }, still: { op: 12, moment: 1 } },
    reset: { program: reset, still: { op: 5, moment: 0 } },
  },
  machine: ({ regions }: Options<typeof controls>) => new BumpRegions({ region: heap / Number(regions), regions: Number(regions) }),
  read: (text: string): Program<BumpOp> => readHeapProgram<BumpOp>(text, { reset: { do: 'reset' } }),
  view: 'strips',
  legend: ['live', 'slack', 'free', 'top', 'refused'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    heap: { preset: 'holes', of: ({ picture }) => ({ value: picture.heap.heap, unit: 'B' }) },
    unusedWhenRefused: { preset: 'holes', of: ({ picture }) => ({ value: lostOf(picture), unit: 'B' }) },
    refused: { preset: 'holes', of: ({ picture }) => ({ value: picture.refused ?? 0, unit: 'B' }) },
    keptByOne: { preset: 'keeper', of: ({ picture }) => ({ value: picture.heap.heap / picture.regions.length, unit: 'B' }) },
  },
});

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Bytes below the pointers in no object. */
const lostOf = ({ heap: { cells } }: BumpPicture): number => sum(cells.filter(({ state }) => state === 'free').map(({ size }) => size));

function draw(picture: BumpPicture, words: BumpWords, { event }: { readonly options: Options<typeof controls>; readonly event: BumpMoment | undefined }): Scenes['strips'] {
  return {
    marks: picture.regions.flatMap((_, index) => marksOf(picture, index, words, event)),
    frame: { lanes: picture.regions.map((_, index) => laneOf(picture, index, words)) },
    facts: factsOf(picture, words),
  };
}

/** Bytes of a region, and what lies in it as if it began at 0. */
function inRegion({ heap: { heap: whole, cells }, regions, objects }: BumpPicture, index: number) {
  const size = whole / regions.length;
  const start = index * size;
  const within = <T extends { readonly addr: number }>(all: readonly T[]): readonly T[] =>
    all.filter(({ addr }) => addr >= start && addr < start + size).map((one) => ({ ...one, addr: one.addr - start }));
  return { size, start, cells: within(cells), objects: within(objects) };
}

function marksOf(picture: BumpPicture, index: number, words: BumpWords, event: BumpMoment | undefined): Scenes['strips']['marks'] {
  const { start, size, cells, objects } = inRegion(picture, index);
  const next = picture.regions[index]!.next - start;
  const refused = index === picture.current && picture.refused !== undefined ? { size: picture.refused, at: next, room: beyond * size - next } : undefined;
  const served = event && 'addr' in event ? event.addr - start : -1;
  return stripMarks({ key: `r${index}`, heap: { cells }, objects, refused }, words.cell)
    .map((mark) => ({ ...mark, now: mark.meaning !== 'refused' && served >= mark.addr && served < mark.addr + mark.size && event?.kind !== 'enter' }));
}

function laneOf(picture: BumpPicture, index: number, words: BumpWords): StripLane {
  const { start, size, cells, objects } = inRegion(picture, index);
  const { next } = picture.regions[index]!;
  const lost = sum(cells.filter(({ state }) => state === 'free').map((cell) => cell.size));
  return {
    key: `r${index}`,
    name: picture.regions.length === 1 ? words.heap : words.region(index + 1),
    figure: [words.live(sum(objects.map((one) => one.size)), objects.length), ...(lost > 0 ? [words.lost(lost)] : [])].join(' · '),
    base: base + start,
    size,
    perRow: beyond * size,
    ruler: true,
    pointers: index === picture.current ? [{ addr: next - start, label: words.pointer }] : [],
  };
}

function factsOf(picture: BumpPicture, words: BumpWords): readonly Fact[] {
  const pointer = picture.regions[picture.current]!.next;
  return [
    { label: words.pointer, value: formatAddress(base + pointer) },
    { label: words.liveBytes, value: words.bytes(sum(picture.objects.map(({ size }) => size))) },
    { label: words.lostBytes, value: words.bytes(lostOf(picture)) },
    ...picture.objects.map(({ name, addr, size }) => ({ label: name, value: `${formatAddress(base + addr)}, ${words.bytes(size)}` })),
  ];
}
