import { EmptiedMap, type MapEvent, type MapPicture, type MapsPicture } from '../../engine/go/swiss-map/emptied-map.ts';
import { maxElemBytes } from '../../engine/go/swiss-map/map-bytes.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Scenes, StripLane, StripMark } from '../scene.ts';
import { readMap } from './read.ts';
import type { EmptiedWords } from './words.ts';

const programOf = (entries: number): string => `insert ${entries}\ndelete all\ninsert ${entries}\nclear(m)\nm = make(map[K]V)`;

const emptied = { op: 2, moment: 0 };

export default defineDemo({
  controls: {},
  presets: {
    emptied: { program: programOf(10_000), still: emptied },
    split: { program: programOf(897), still: emptied },
    few: { program: programOf(8), still: emptied },
  },
  machine: () => new EmptiedMap(),
  read: readMap,
  view: 'strips',
  legend: ['live', 'slack', 'cached', 'garbage', 'header'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    filled: { preset: 'emptied', of: ({ answers }) => ({ value: answers[0]!.inSlots, unit: 'B' }) },
    emptied: { preset: 'emptied', of: ({ answers }) => ({ value: answers[1]!.inSlots, unit: 'B' }) },
    filledApart: { preset: 'emptied', of: ({ answers }) => ({ value: answers[0]!.apart, unit: 'B' }) },
    emptiedApart: { preset: 'emptied', of: ({ answers }) => ({ value: answers[1]!.apart, unit: 'B' }) },
    renewed: { preset: 'emptied', of: ({ answers }) => ({ value: answers[4]!.inSlots, unit: 'B' }) },
    split: { preset: 'split', of: ({ answers }) => ({ value: answers[0]!.inSlots, unit: 'B' }) },
  },
  check: {
    emptied: async () => (await import('./recorded.ts')).recordedOf(10_000),
    split: async () => (await import('./recorded.ts')).recordedOf(897),
    few: async () => (await import('./recorded.ts')).recordedOf(8),
  },
});

/** Both strips have one scale, that of the larger: at most so many rows, of this many bytes or twice, four times… as many. */
const rows = { most: 4, bytes: 1152 };

function draw({ entries, maps, event }: MapsPicture, words: EmptiedWords): Scenes['strips'] {
  const most = Math.max(...maps.map(drawnBytes));
  const perRow = rows.bytes * 2 ** Math.max(0, Math.ceil(Math.log2(most / rows.most / rows.bytes)));
  return {
    marks: maps.flatMap((map) => marksOf(map, event, words)),
    frame: { lanes: maps.map((map) => laneOf(map, entries, perRow, words)) },
    facts: factsOf(maps, entries, words),
  };
}

/** A map's head is drawn where there is nothing else: beside its groups it is too small to be seen. */
const drawnHead = ({ head, tables }: MapPicture): number => (tables.length === 0 ? head : 0);

const drawnBytes = (map: MapPicture): number => drawnHead(map) + map.tables.reduce((sum, { bytes }) => sum + bytes, 0) + map.elements + map.garbage;

/** The map itself, the groups of each table, and behind them the elements that lie elsewhere. */
function marksOf(map: MapPicture, event: MapEvent | undefined, words: EmptiedWords): readonly StripMark[] {
  const { elem, head, tables, elements, garbage } = map;
  const marks: StripMark[] = [];
  let addr = 0;
  const add = (key: string, size: number, mark: Pick<StripMark, 'meaning' | 'title'> & Partial<StripMark>): void => {
    if (size > 0) marks.push({ label: '', held: false, now: false, ...mark, key: `${elem}/${key}`, addr, size });
    addr += size;
  };
  add('head', drawnHead(map), { meaning: 'header', title: words.head(head) });
  for (const [i, { slots, used, bytes, garbage: isGarbage }] of tables.entries()) {
    const meaning = isGarbage ? 'garbage' : used === 0 ? 'cached' : 'live';
    const asked = meaning === 'live' && used < slots ? { addr, size: (bytes * used) / slots } : undefined;
    add(`table ${i}`, bytes, { meaning, asked, title: words.table(slots, used, bytes, isGarbage), now: event?.kind === 'emptied' });
  }
  add('elements', elements, { meaning: 'live', label: words.elements(elements), title: words.elements(elements) });
  add('gone', garbage, { meaning: 'garbage', label: words.goneElements(garbage), title: words.goneElements(garbage) });
  return marks;
}

function laneOf(map: MapPicture, entries: number, perRow: number, words: EmptiedWords): StripLane {
  const { elem, total } = map;
  return {
    key: String(elem), name: words.map(elem), figure: words.total(total, entries), note: elem <= maxElemBytes ? words.place.slots : words.place.apart,
    base: 0, size: drawnBytes(map), perRow, ruler: false, close: true,
  };
}

function factsOf(maps: MapsPicture['maps'], entries: number, words: EmptiedWords): readonly Fact[] {
  const slots = maps[0].tables.filter(({ garbage }) => !garbage).reduce((sum, table) => sum + table.slots, 0);
  return [
    { label: words.facts.entries, value: words.number(entries) },
    { label: words.facts.slots, value: words.number(slots) },
    ...maps.map(({ elem, total }) => ({ label: words.map(elem), value: words.total(total, entries) })),
  ];
}
