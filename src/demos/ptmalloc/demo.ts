import type { Cell } from '../../engine/allocators/allocator.ts';
import { InsidePtmalloc, type InsidePicture } from '../../engine/allocators/ptmalloc/inside.ts';
import type { InsideEvent } from '../../engine/allocators/ptmalloc/inside-event.ts';
import { formatAddress, formatNumber } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import { stripMarks } from '../heap-strip.ts';
import type { Fact, Scenes, StripLane, StripMark } from '../scene.ts';
import { controls } from './controls.ts';
import { linksOf, listsOf, rowOf, type KindList } from './lists.ts';
import { programs, type Presets } from './programs.ts';
import type { PtmallocWords } from './words.ts';

const recorded = (preset: Presets) => async () => (await import('./recorded.ts')).recordedGlibc(preset);

export default defineDemo({
  controls,
  presets: {
    seven: { program: programs.seven, still: { op: 18, moment: 0 } },
    split: { program: programs.split, options: { row: '2048' }, still: { op: 3, moment: 3 } },
    consolidate: { program: programs.consolidate, options: { row: '1024' }, still: { op: 21, moment: 8 } },
    thresholds: { program: programs.thresholds, options: { row: '131072' }, still: { op: 1, moment: 1 } },
  },
  machine: () => new InsidePtmalloc(),
  read: readHeapProgram,
  view: 'bins',
  legend: ['live', 'slack', 'cached', 'free', 'header'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    cacheLimit: { preset: 'seven', of: ({ answers }) => ({ value: answers.slice(18).findIndex(({ addr }) => addr === answers[8]!.addr), unit: 'count' }) },
    firstHeap: { preset: 'seven', of: ({ answers }) => ({ value: answers[0]!.heap / 1024, unit: 'KiB' }) },
    trimmed: { preset: 'thresholds', of: ({ answers }) => ({ value: (answers[4]!.heap - answers[5]!.heap) / 1024, unit: 'KiB' }) },
    threshold: { preset: 'thresholds', of: ({ picture }) => ({ value: picture.mmapThreshold / 1024, unit: 'KiB' }) },
    merged: { preset: 'consolidate', of: ({ answers }) => ({ value: answers[10]!.addr! - answers[22]!.addr!, unit: 'B' }) },
  },
  check: { seven: recorded('seven'), split: recorded('split'), consolidate: recorded('consolidate'), thresholds: recorded('thresholds') },
});

function draw(picture: InsidePicture, words: PtmallocWords, { options, event }: { readonly options: { readonly row: string }; readonly event: InsideEvent | undefined }): Scenes['bins'] {
  const lists = listsOf(picture);
  const lane = laneOf(picture, Number(options.row), words);
  return {
    marks: [...chunks(picture, base + lane.size, words, event), ...lists.flatMap((list) => linksOf(list, words, event))],
    frame: { lanes: [lane], lists: lists.map((list) => rowOf(list, picture, words)), ends: words.ends },
    facts: facts(picture, lists, words),
  };
}

/** Where the strip begins: a little before the first chunk a program gets. */
const base = 0x200;

/** The strip ends with the row in which top begins: what follows is top alone. */
function laneOf({ cells, heap, lists, lastRemainder }: InsidePicture, perRow: number, words: PtmallocWords): StripLane {
  const top = cells.find(({ state }) => state === 'top')?.addr ?? 0;
  const waits = lists.some(({ name, blocks }) => name === 'unsorted' && blocks.some(({ addr }) => addr === lastRemainder));
  return {
    key: 'heap', name: words.heap, figure: words.bytes(heap), base, perRow, size: Math.max(2, Math.ceil((top + 1 - base) / perRow)) * perRow, ruler: true,
    pointers: waits ? [{ addr: lastRemainder! - base, label: words.lastRemainder }] : [],
  };
}

/** The chunks as far as they are drawn. What an event has in hand is in no list: it is free, not held. */
function chunks({ cells, objects }: InsidePicture, end: number, words: PtmallocWords, event: InsideEvent | undefined): readonly StripMark[] {
  const heap = cells.length > 0 ? cells : [noHeap(end)];
  return stripMarks({ key: 'heap', heap: { cells: heap }, objects }, words.cell).filter(({ addr, size }) => addr < end && addr + size > base).map((mark) => ({
    ...mark,
    ...clipped(mark, end),
    label: mark.meaning === 'top' && cells.length > 0 ? words.top : mark.label,
    meaning: inHand(mark, event) ? 'free' : mark.meaning,
    now: event !== undefined && event.kind !== 'look' && isAbout(mark, event),
    held: event?.kind === 'look' && mark.addr === event.addr,
  }));
}

/** The part of a chunk that is drawn, from the strip's start. The last 8 bytes asked for may lie in the next chunk: not drawn. */
function clipped({ addr, size, asked }: StripMark, end: number): Pick<StripMark, 'addr' | 'size' | 'asked'> {
  const [from, to] = [Math.max(addr, base), Math.min(addr + size, end)];
  return { addr: from - base, size: to - from, asked: asked && { addr: asked.addr - base, size: Math.min(asked.addr + asked.size, to) - asked.addr } };
}

/** Before the first call nothing has been asked of the kernel. */
const noHeap = (size: number): Cell => ({ addr: 0, size, state: 'top' });

const isAbout = ({ addr }: StripMark, event: InsideEvent): boolean => addr === event.addr || (event.kind === 'merge' && addr > event.addr && addr < event.addr + event.size);

const inHand = (mark: StripMark, event: InsideEvent | undefined): boolean =>
  mark.meaning === 'live' && (event?.kind === 'consolidate' || event?.kind === 'merge') && isAbout(mark, event);

function facts({ objects, heap, mmapThreshold, trimThreshold }: InsidePicture, lists: readonly KindList[], words: PtmallocWords): readonly Fact[] {
  const held = objects.map(({ name, addr, size }) => `${name} ${addr < 0 ? `#${-addr}` : formatAddress(addr)} (${formatNumber(size)})`).join(', ');
  return [
    { label: 'M_MMAP_THRESHOLD', value: words.bytes(mmapThreshold) },
    { label: 'M_TRIM_THRESHOLD', value: words.bytes(trimThreshold) },
    { label: words.heap, value: words.bytes(heap) },
    { label: words.held, value: held || words.none },
    ...lists.map(({ kind, list }) => ({ label: words.lists[kind], value: list.blocks.map(({ addr, size }) => `${addr < 0 ? `#${-addr}` : formatAddress(addr)} (${formatNumber(size)})`).join(' → ') || words.none })),
  ];
}
