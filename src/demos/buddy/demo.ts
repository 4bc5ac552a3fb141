import { BuddyHeap, type BuddyBlock, type BuddyEvent, type BuddyPicture } from '../../engine/allocators/buddy-heap.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { number, type Options } from '../control.ts';
import { defineDemo, type Program } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import type { Scenes } from '../scene.ts';
import type { IcicleFrame, IcicleMark } from '../scene-icicle.ts';
import { spread } from './spread.ts';
import type { BuddyWords } from './words.ts';

const controls = {
  heap: number({ initial: 1024, min: 256, max: 65_536, step: 1, scale: 'log2' }),
  least: number({ initial: 64, min: 16, max: 1024, step: 1, scale: 'log2' }),
};

/** The heap and the sizes of the long runs: all between two powers of two. */
const long = { options: { heap: 8192, least: 512 }, low: 256 };

export default defineDemo({
  controls,
  presets: {
    split: { program: 'a = malloc 100\nb = malloc 200\nc = malloc 50\nfree a\nfree c\nfree b', still: { op: 4, moment: 3 } },
    neighbours: { options: { heap: 512 }, program: 'a = malloc 128\nb = malloc 128\nc = malloc 128\nd = malloc 128\nfree b\nfree c\ne = malloc 256   # as many bytes are free, side by side', still: { op: 5, moment: 1 } },
    worst: { program: 'a = malloc 257\nb = malloc 129\nc = malloc 65\nd = malloc 33\ne = malloc 33', still: 'end' },
    even: { options: long.options, program: () => spread((u) => long.low + Math.ceil(u * long.low)), still: 'end' },
    logarithm: { options: long.options, program: () => spread((u) => Math.ceil(long.low * 2 ** u)), still: 'end' },
  },
  machine: ({ heap, least }: Options<typeof controls>) => new BuddyHeap({ heap: powerOfTwo(heap), least: Math.min(powerOfTwo(heap), powerOfTwo(least)) }),
  read: (text): Program<NamedOp> => readHeapProgram(text),
  view: 'icicle',
  legend: ['live', 'slack', 'free'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    even: { preset: 'even', of: ({ picture: { sums } }) => ({ value: sums.taken / sums.asked, unit: 'times' }) },
    logarithm: { preset: 'logarithm', of: ({ picture: { sums } }) => ({ value: sums.ratios / sums.requests, unit: 'times' }) },
    worstAsked: { preset: 'worst', of: ({ picture: { sums } }) => ({ value: sums.asked, unit: 'B' }) },
    worstTaken: { preset: 'worst', of: ({ picture: { sums } }) => ({ value: sums.taken, unit: 'B' }) },
  },
});

const powerOfTwo = (bytes: number): number => 2 ** Math.floor(Math.log2(bytes));

/** Sizes in few letters, the same in every language: 1 KiB, 512 B. */
const short = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${bytes / 1024} KiB`);

/** Addresses written beneath, between both ends: quarters. */
const quarters = [0, 0.25, 0.5, 0.75, 1];

function draw(picture: BuddyPicture, words: BuddyWords, { event }: { readonly event: BuddyEvent | undefined }): Scenes['icicle'] {
  const { heap, least, blocks, sums } = picture;
  const levels = Array.from({ length: Math.log2(heap / least) + 1 }, (_, level) => short(heap / 2 ** level));
  const width = formatAddress(heap).length;
  return {
    marks: [...cutOf(picture, words), ...blocks.map((block) => markOf(picture, block, words))].map((mark) => ({ ...mark, now: roleOf(picture, mark, event) })),
    frame: {
      levels,
      ticks: quarters.map((at) => ({ at, label: formatAddress(at * heap).padStart(width, '0') })),
      lines: 3,
      notes: sums.asked === 0 ? [] : [words.totals(words.size(sums.asked), words.size(sums.taken), words.times(sums.taken / sums.asked)), words.average(words.times(sums.ratios / sums.requests))],
      sum: sumOf(picture, event, words),
    },
    facts: [
      { label: words.asked, value: words.size(sums.asked) },
      { label: words.taken, value: words.size(sums.taken) },
      { label: words.ratio, value: sums.requests === 0 ? '–' : words.times(sums.ratios / sums.requests) },
      { label: words.blocks, value: blocks.map((block) => `0x${formatAddress(block.addr)} ${words.size(block.size)} ${block.free ? words.free : block.name ?? ''}`.trim()).join(' · ') },
    ],
  };
}

type Place = Pick<IcicleMark, 'key' | 'level' | 'from' | 'share'>;

const placeOf = ({ heap }: BuddyPicture, addr: number, size: number): Place =>
  ({ key: `${size} ${addr}`, level: Math.log2(heap / size), from: addr / heap, share: size / heap });

function markOf(picture: BuddyPicture, block: BuddyBlock, words: BuddyWords): IcicleMark {
  const { addr, size, name, asked } = block;
  const held = name !== undefined && asked !== undefined;
  const label = held ? words.live(name, asked) : words.free;
  return {
    ...placeOf(picture, addr, size),
    meaning: held ? 'live' : 'free',
    asked: held ? asked / size : undefined,
    label,
    title: words.place(`0x${formatAddress(addr)}`, words.size(size), label),
    now: undefined,
  };
}

/** The larger blocks that lie in pieces: every half, quarter … that has a smaller block in it. */
function cutOf(picture: BuddyPicture, words: BuddyWords): IcicleMark[] {
  const found = new Map<string, IcicleMark>();
  for (const block of picture.blocks) {
    for (let size = block.size * 2; size <= picture.heap; size *= 2) {
      const addr = block.addr - (block.addr % size);
      const place = placeOf(picture, addr, size);
      found.set(place.key, { ...place, meaning: 'none', label: '', title: words.place(`0x${formatAddress(addr)}`, words.size(size), words.cut), now: undefined });
    }
  }
  return [...found.values()];
}

/** Whether a mark is the block of the moment, or the buddy it asks. */
function roleOf(picture: BuddyPicture, { key }: IcicleMark, event: BuddyEvent | undefined): IcicleMark['now'] {
  if (!event || event.kind === 'none') return undefined;
  if (key === placeOf(picture, event.addr, event.size).key) return 'this';
  if (event.kind === 'ask' && key === placeOf(picture, event.buddy, event.size).key) return 'other';
  return event.kind === 'split' && key === placeOf(picture, event.addr + event.size, event.size).key ? 'other' : undefined;
}

/** The buddy's address as a sum without carry: one bit flips, that of the block's own size. */
function sumOf({ heap }: BuddyPicture, event: BuddyEvent | undefined, words: BuddyWords): IcicleFrame['sum'] {
  if (event?.kind !== 'ask') return [];
  const { addr, size, buddy } = event;
  const line = (name: string, value: number): IcicleFrame['sum'][number] =>
    ({ name, hex: `0x${formatAddress(value).padStart(formatAddress(heap).length, '0')}`, digits: value.toString(2).padStart(Math.log2(heap) + 1, '0'), bit: Math.log2(size) });
  return [line(words.block, addr), line(words.bit, size), line(words.buddy, buddy)];
}
