import type { SearchPicture, TreeLevel } from '../../engine/go/heap/page-search-picture.ts';
import { PageSearch } from '../../engine/go/heap/page-search.ts';
import { linuxGeometry } from '../../engine/go/heap/geometry.ts';
import type { Summary } from '../../engine/go/heap/summary.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import type { LevelCell, LevelFrame } from '../scene-levels.ts';
import type { Fact, Scenes } from '../scene.ts';
import { readSearch } from './read.ts';
import type { RadixWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    far: { program: 'full 1T              # a terabyte, all of it in use,\nfree 300             # but for one page near its start\nfree 1000G+2900 40   # and forty pages far away\nalloc 17', still: 'end' },
    straddle: { program: 'full 128G\nfree 300\nfree 6291436 40      # twenty pages on either side of 48 GiB\nalloc 30', still: { op: 3, moment: 1 } },
    one: { program: 'full 64G\nfree 5G+77\nalloc 1', still: 'end' },
    pointer: { program: 'full 64G\nfree 48G+4M 3       # the only free pages\nalloc 1\nalloc 1\nalloc 1', still: { op: 4, moment: 1 } },
    grow: { program: 'full 64G\nfree 300 8\nfree 9000 8\nalloc 9             # no run of nine anywhere', still: 'end' },
  },
  machine: () => new PageSearch(),
  read: readSearch,
  view: 'levels',
  legend: ['live', 'free'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    lookedFar: { preset: 'far', of: ({ picture }) => ({ value: picture.looked, unit: 'count' }) },
    passedPagesFar: { preset: 'far', of: ({ picture }) => ({ value: picture.passed, unit: 'pages' }) },
    passedGiBFar: { preset: 'far', of: ({ picture }) => ({ value: Math.floor((picture.passed * pageSize) / 2 ** 30), unit: 'GiB' }) },
    lookedStraddle: { preset: 'straddle', of: ({ picture }) => ({ value: picture.looked, unit: 'count' }) },
    lookedOne: { preset: 'one', of: ({ picture }) => ({ value: picture.looked, unit: 'count' }) },
    rootEntryGiB: { preset: 'one', of: ({ picture }) => ({ value: bytesEach(picture.levels[0]!) / 2 ** 30, unit: 'GiB' }) },
    leafEntryMiB: { preset: 'one', of: ({ picture }) => ({ value: bytesEach(picture.levels.at(-1)!) / 2 ** 20, unit: 'MiB' }) },
  },
});

export const hex = (addr: number): string => `0x${addr.toString(16)}`;

const bytesEach = ({ pagesEach }: TreeLevel): number => pagesEach * pageSize;

/** Bytes in the largest binary unit that leaves a whole number, with up to one decimal from GiB on. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const unit = Math.min(4, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)));
  return `${formatNumber(bytes / 1024 ** unit, 1)} ${units[unit]}`;
}

/** One strip of the figure: its frame, and its cells. */
interface Strip { readonly frame: LevelFrame; readonly cells: readonly Omit<LevelCell, 'level'>[] }

function draw(picture: SearchPicture, words: RadixWords): Scenes['levels'] {
  const strips = [
    ...Array.from({ length: linuxGeometry.summaryLevels }, (_, level) => strip(picture, level, words)),
    pageStrip(picture, words),
  ];
  return {
    marks: strips.flatMap(({ cells }, level) => cells.map((cell) => ({ ...cell, level }))),
    frame: { top: 'coarsest', levels: strips.map(({ frame }) => frame) },
    facts: factsOf(picture, words),
  };
}

function strip(picture: SearchPicture, level: number, words: RadixWords): Strip {
  const each = 2 ** (34 - 3 * level);
  const name = words.level(level, sizeText(each));
  const drawn = picture.levels[level];
  const now = picture.now?.kind === 'level' && picture.now.level === level;
  if (!drawn) return { frame: { name, place: '', note: words.unseen, columns: 8, height: 16, reached: false, now }, cells: [] };
  const { entries } = drawn;
  const wide = entries.length > 8;
  return {
    frame: { name, place: level === 0 ? words.triple : '', note: noteOf(drawn, words), columns: wide ? 32 : 8, height: wide ? 18 : 46, reached: true, now },
    cells: entries.map((sum, i) => entryCell(drawn, sum, i, level, now, words)),
  };
}

/** What lies before an entry that was looked at has been passed over: by `searchAddr`, or by one look each. */
function noteOf(drawn: TreeLevel, words: RadixWords): string {
  const { looked, open, entries } = drawn;
  if (!looked) return words.note(0, entries.length, undefined);
  const skipped = open === undefined ? looked.first : open;
  return words.note(looked.count, entries.length, skipped > 0 ? sizeText(skipped * bytesEach(drawn)) : undefined);
}

function entryCell(drawn: TreeLevel, sum: Summary, i: number, level: number, now: boolean, words: RadixWords): Omit<LevelCell, 'level'> {
  const { base, pagesEach, looked, open, entries } = drawn;
  const addr = hex(base + i * bytesEach(drawn));
  const held = looked !== undefined && i >= looked.first && i < looked.first + looked.count;
  const last = looked !== undefined && i === looked.first + looked.count - 1;
  return {
    key: `${level} ${addr}`, weight: 1, meaning: sum.max === 0 ? 'live' : 'free', held, focus: i === open, now: now && last,
    label: entries.length > 8 ? '' : tripleText(sum, pagesEach, words), name: words.entry(addr, sum),
  };
}

const tripleText = ({ start, max, end }: Summary, pagesEach: number, { all }: RadixWords): string =>
  (max === 0 ? '0' : max === pagesEach ? all : [start, max, end].map((pages) => formatNumber(pages)).join('\n'));

function pageStrip({ chunk, now }: SearchPicture, words: RadixWords): Strip {
  const here = now?.kind === 'chunk' || now?.kind === 'search-chunk';
  const frame = { name: words.bits, place: '', columns: 64, height: 11, now: here };
  if (!chunk) return { frame: { ...frame, note: words.unseen, reached: false, height: 16 }, cells: [] };
  const cells = chunk.free.map((free, i) => {
    const given = chunk.given[i]!;
    const addr = hex(chunk.base + i * pageSize);
    return { key: addr, weight: 1, meaning: free ? 'free' as const : 'live' as const, label: '', name: words.page(addr, given ? 'given' : free ? 'free' : 'taken'), focus: false, now: given };
  });
  return { frame: { ...frame, note: hex(chunk.base), reached: true }, cells };
}

function factsOf(picture: SearchPicture, { facts, pages, entries }: RadixWords): readonly Fact[] {
  const { heapPages, searchAddr, wanted, given, looked, passed } = picture;
  return [
    { label: facts.heap, value: sizeText(heapPages * pageSize) },
    { label: facts.searchAddr, value: searchAddr === undefined ? facts.none : hex(searchAddr) },
    { label: facts.wanted, value: wanted === undefined ? facts.none : pages(wanted) },
    { label: facts.given, value: given === undefined ? facts.none : hex(given) },
    { label: facts.looked, value: entries(looked) },
    { label: facts.passed, value: `${pages(passed)}, ${sizeText(passed * pageSize)}` },
  ];
}
