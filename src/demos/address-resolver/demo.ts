import { AddressResolver, type FindPicture, type KnownSpan } from '../../engine/go/heap/address-resolver.ts';
import { linuxGeometry } from '../../engine/go/heap/geometry.ts';
import { placeOf } from '../../engine/go/heap/resolve.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import type { LevelCell, LevelFrame } from '../scene-levels.ts';
import type { Scenes } from '../scene.ts';
import { readAddresses } from './read.ts';
import { spans } from './spans.ts';
import type { ResolverWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    middle: { program: '0xc000074afd', still: 'end' },
    header: { program: '0xc0000b4844   # in the eight bytes before an object\n0xc0000b4848', still: { op: 1, moment: 0 } },
    tail: { program: '0xc000075fa4   # behind the last slot', still: 'end' },
    nowhere: { program: '0xc003000000   # in the arena, in no span\n0xc004000000   # past the arena\n0x7fff00000000 # a stack of the system', still: 'end' },
  },
  machine: () => new AddressResolver(spans),
  read: readAddresses,
  view: 'levels',
  legend: ['live', 'free', 'header'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    slot: { preset: 'middle', of: ({ answers }) => ({ value: answers[0]!, unit: 'count' }) },
    into: { preset: 'middle', of: ({ picture }) => ({ value: picture.into!, unit: 'B' }) },
    elemsize: { preset: 'middle', of: ({ picture }) => ({ value: picture.span!.elemsize, unit: 'B' }) },
  },
  guess: { about: () => true, read: (text: string): number | undefined => (/^\s*\d{1,5}\s*$/.test(text) ? Number(text) : undefined), write: String },
});

export const hex = (addr: number): string => `0x${addr.toString(16)}`;

type Cells = readonly Omit<LevelCell, 'level'>[];
interface Strip { readonly cells: Cells; readonly columns: number; readonly height: number; readonly note: string }

const cell = (key: string, rest: Partial<Omit<LevelCell, 'key' | 'level'>>): Omit<LevelCell, 'level'> =>
  ({ key, weight: 1, meaning: 'free', label: '', name: '', focus: false, now: false, ...rest });

/** The finest thing reached at each moment. */
const order = ['arena', 'span', 'slot', 'byte'] as const;

function draw(picture: FindPicture, words: ResolverWords): Scenes['levels'] {
  const strips = [arenas(picture, words), pages(picture, words), slots(picture, words), bytes(picture, words)];
  const frame = ({ columns, height, note, cells }: Strip, level: number): LevelFrame =>
    ({ name: words.levels[level]!, place: ['mheap.go:arenaIndex', 'mheap.go:spanOf', 'mbitmap.go:objIndex', 'mbitmap.go:findObject'][level]!, note, columns, height, reached: cells.length > 0, now: picture.now === order[level] });
  return {
    marks: strips.flatMap(({ cells }, level) => cells.map((each) => ({ ...each, level }))),
    frame: { top: 'coarsest', levels: strips.map(frame) },
    facts: [{ label: words.address, value: picture.addr === undefined ? words.none : hex(picture.addr) }, ...strips.map(({ note }, level) => ({ label: words.levels[level]!, value: note }))],
  };
}

const empty = (words: ResolverWords): Strip => ({ cells: [], columns: 1, height: 16, note: words.none });

/** The heap's arena and its neighbours, which are none. */
function arenas({ addr, arena }: FindPicture, words: ResolverWords): Strip {
  const home = placeOf(linuxGeometry, spans[0]!.base).arena;
  const cells = Array.from({ length: 5 }, (_, i) => home - 2 + i).map((index) =>
    cell(`arena ${index}`, { meaning: index === home ? 'live' : 'free', focus: addr !== undefined && index === arena, label: `0x${index.toString(16)}`, name: words.arena(`0x${index.toString(16)}`) }));
  return { cells, columns: 5, height: 24, note: addr === undefined ? words.none : words.arena(`0x${arena.toString(16)}`) };
}

const spanAt = (page: number): KnownSpan | undefined => spans.find(({ base, npages }) => page * pageSize >= base && page * pageSize < base + npages * pageSize);

/** Sixty-four entries of the arena's table, around the one read. */
function pages({ addr, arena, firstPage, span }: FindPicture, words: ResolverWords): Strip {
  if (addr === undefined || arena !== placeOf(linuxGeometry, spans[0]!.base).arena) return empty(words);
  const first = placeOf(linuxGeometry, addr).arenaBase / pageSize + firstPage;
  const cells = Array.from({ length: 64 }, (_, i) => first + i).map((page) => {
    const here = spanAt(page);
    return cell(`page ${page}`, { meaning: here ? 'live' : 'free', focus: here ? here === span : page === Math.floor(addr / pageSize), name: `${hex(page * pageSize)}: ${here ? words.span(hex(here.base), here.elemsize, here.nelems) : words.none}` });
  });
  return { cells, columns: 32, height: 18, note: span ? words.span(hex(span.base), span.elemsize, span.nelems) : words.none };
}

function slots({ span, index, addr }: FindPicture, words: ResolverWords): Strip {
  if (!span || addr === undefined) return empty(words);
  const { base, elemsize, nelems, npages } = span;
  const columns = Math.min(nelems + 1, 32);
  const cells = Array.from({ length: nelems }, (_, i) => cell(`slot ${i}`, { meaning: 'live', focus: i === index, name: `${i}: ${hex(base + i * elemsize)}`, label: nelems <= 12 ? String(i) : '' }));
  const tail = npages * pageSize > elemsize * nelems ? [cell('tail', { meaning: 'free', focus: addr >= base + elemsize * nelems, name: words.tail })] : [];
  return { cells: [...cells, ...tail], columns, height: 22, note: index === undefined ? (addr >= base + elemsize * nelems ? words.tail : words.none) : `${formatNumber(addr - base)} ÷ ${formatNumber(elemsize)} → ${index}` };
}

function bytes({ span, into }: FindPicture, words: ResolverWords): Strip {
  if (!span || into === undefined) return empty(words);
  const { elemsize, header } = span;
  const word = Math.floor(into / 8);
  const cells = Array.from({ length: Math.min(elemsize / 8, 256) }, (_, i) => cell(`word ${i}`, { meaning: header && i === 0 ? 'header' : 'live', focus: i === word, name: words.bytes(i * 8) }));
  return { cells, columns: 32, height: 16, note: words.bytes(into) };
}
