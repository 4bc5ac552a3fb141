import { depths, type Depth, type Made, type MicroscopePicture } from '../../engine/go/heap/microscope.ts';
import { wasmGeometry } from '../../engine/go/heap/geometry.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { LevelCell, LevelFrame } from '../scene-levels.ts';
import type { Scenes } from '../scene.ts';
import type { MicroscopeWords } from './words.ts';

/** Where each level lives in the runtime's source, Go 1.27. */
const places: { readonly [D in Depth]: string } = {
  object: 'malloc.go:mallocgc', mcache: 'malloc.go:nextFree', mcentral: 'mcentral.go:cacheSpan', mheap: 'mheap.go:allocSpan', system: 'mheap.go:grow',
};

type Cells = readonly Omit<LevelCell, 'level'>[];
interface Level { readonly columns: number; readonly height: number; readonly cells: Cells }

const cell = (key: string, rest: Partial<Omit<LevelCell, 'key' | 'level'>>): Omit<LevelCell, 'level'> =>
  ({ key, weight: 1, meaning: 'free', label: '', name: '', focus: false, now: false, ...rest });

const empty: Level = { columns: 1, height: 20, cells: [] };

/** KiB of a chunk of the heap that this figure runs: that of the live runtime in the page. */
export const chunkKiB = (wasmGeometry.chunkPages * pageSize) / 1024;

export const hex = (addr: number): string => `0x${addr.toString(16)}`;

/** The five magnifications of one allocation. */
export function drawLevels(picture: MicroscopePicture, words: MicroscopeWords): Scenes['levels'] {
  const drawn: { readonly [D in Depth]: Level } = {
    object: objectLevel(picture, words), mcache: slotLevel(picture, words), mcentral: centralLevel(picture), mheap: pageLevel(picture, words), system: chunkLevel(picture, words),
  };
  return {
    marks: depths.flatMap((depth, level) => drawn[depth].cells.map((each) => ({ ...each, level }))),
    frame: { levels: depths.map((depth) => frameOf(depth, drawn[depth], picture, words)) },
    facts: factsOf(picture, words),
  };
}

function frameOf(depth: Depth, { columns, height }: Level, picture: MicroscopePicture, words: MicroscopeWords): LevelFrame {
  const { name, note } = words.levels[depth];
  const reached = depths.indexOf(depth) <= depths.indexOf(picture.reached);
  return { name, place: places[depth], note: note(picture), columns, height, reached, now: picture.now === depth };
}

function objectLevel({ made, tiny }: MicroscopePicture, words: MicroscopeWords): Level {
  if (!made) return empty;
  if (made.request.kind === 'tiny') return tinyLevel(made, tiny);
  const header = made.request.kind === 'small' ? made.request.header : 0;
  const waste = made.slot - header - made.size;
  const parts = [
    cell('header', { weight: header, meaning: 'header', label: '8', name: words.parts.header }),
    cell('asked', { weight: made.size, meaning: 'live', label: formatNumber(made.size), name: words.parts.asked(formatNumber(made.size)) }),
    cell('waste', { weight: waste, meaning: 'slack', label: formatNumber(waste), name: words.parts.waste(formatNumber(waste)) }),
  ];
  return { columns: made.slot, height: 24, cells: parts.filter(({ weight }) => weight > 0) };
}

/** A block of 16 bytes that several objects share. */
function tinyLevel({ addr, size }: Made, tiny: MicroscopePicture['tiny']): Level {
  if (addr === undefined) return { columns: 16, height: 24, cells: Array.from({ length: 16 }, (_, i) => cell(`byte ${i}`, {})) };
  const offset = addr % 16;
  const used = tiny?.block === addr - offset ? tiny.used : offset + size;
  const cells = Array.from({ length: 16 }, (_, i) => {
    const ours = i >= offset && i < offset + size;
    return cell(`byte ${i}`, { meaning: ours || i < used ? 'live' : 'free', now: ours, name: hex(addr - offset + i) });
  });
  return { columns: 16, height: 24, cells };
}

/** Slots in a row: few enough to be told apart, many enough to fit. */
const slotColumns = (slots: number): number => (slots <= 32 ? slots : slots <= 128 ? 32 : 72);

function slotLevel({ span, made }: MicroscopePicture, words: MicroscopeWords): Level {
  if (!span) return empty;
  const now = made?.addr === undefined ? -1 : Math.floor((made.addr - span.base) / span.elemsize);
  const cells = span.taken.map((taken, i) =>
    cell(`slot ${hex(span.base + i * span.elemsize)}`, { meaning: taken ? 'live' : 'free', now: i === now, focus: i === now, name: words.slot(i, hex(span.base + i * span.elemsize), taken) }));
  return { columns: slotColumns(cells.length), height: cells.length <= 128 ? 18 : 12, cells };
}

function centralLevel({ central }: MicroscopePicture): Level {
  const cells = central.map(({ base, list, taken, nelems }) =>
    cell(`central ${hex(base)}`, { meaning: list === 'full' ? 'live' : 'free', label: `${taken}/${nelems}`, name: hex(base) }));
  return { columns: Math.max(8, cells.length), height: 22, cells };
}

function pageLevel({ pages }: MicroscopePicture, words: MicroscopeWords): Level {
  if (!pages) return empty;
  const meaning = { span: 'live', other: 'live', cache: 'cached', free: 'free' } as const;
  const cells = pages.each.map((page, i) => {
    const addr = hex(pages.base + i * pageSize);
    return cell(`page ${addr}`, { meaning: meaning[page], focus: page === 'span', name: `${addr}: ${words.page[page]}` });
  });
  return { columns: 32, height: 18, cells };
}

function chunkLevel({ chunks, pages }: MicroscopePicture, words: MicroscopeWords): Level {
  const cells = chunks.map(({ base, free }) =>
    cell(`chunk ${hex(base)}`, { meaning: free === 0 ? 'live' : 'free', label: words.free(free), focus: base === pages?.base, name: words.chunk(hex(base), free) }));
  return { columns: Math.max(4, cells.length), height: 22, cells };
}

function factsOf(picture: MicroscopePicture, { levels, facts }: MicroscopeWords): Scenes['levels']['facts'] {
  const { made, fast, slow } = picture;
  return [
    { label: facts.request, value: made ? levels.object.note(picture) : facts.none },
    { label: facts.address, value: made?.addr === undefined ? facts.none : hex(made.addr) },
    { label: facts.reached, value: levels[picture.reached].name },
    ...depths.slice(1).map((depth) => ({ label: levels[depth].name, value: levels[depth].note(picture) })),
    { label: facts.tally, value: facts.fastSlow(formatNumber(fast), formatNumber(slow)) },
  ];
}
