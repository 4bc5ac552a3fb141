import maps from '../../../oracle/recordings/maps.json' with { type: 'json' };
import { objectBytes, ObjectPages, pageBytes, type ObjectEvent, type ObjectPicture } from '../../engine/memory/object-pages.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Scenes, StripLane, StripMark } from '../scene.ts';
import { readObjects } from './read.ts';
import type { ObjectWords } from './words.ts';

/** An odd number of pages: every second one makes a chequerboard. */
const perRow = 3 * pageBytes;
/** Pages drawn one by one; and as many objects behind the bump pointer as one row holds. */
const shown = { pages: 12, objects: perRow / objectBytes };

/**
 * The process of the recording before its first object; [vsyscall] is the line not counted. Its highest hole is that of a
 * glibc 2.36 program on amd64; the recorded answers are the same for any hole of two pages or more.
 */
const layout = { lines: maps.rows[0]!.mappings, uncounted: 1, hole: 10 };
/** vm.max_map_count where nobody changed it, as where it was recorded. */
const limit = 65_530;

export default defineDemo({
  controls: {},
  presets: {
    handful: { program: 'map 8', still: 'end' },
    holes: { program: 'map 12\nunmap every second', still: { op: 1, moment: 1 } },
    limit: { program: 'map 200000          # oracle/c/maps.c\nunmap every second', still: { op: 1, moment: 1 } },
  },
  machine: () => new ObjectPages({ layout, limit, shown }),
  read: readObjects,
  view: 'strips',
  legend: ['live', 'slack', 'free', 'mapped', 'top'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    taken: { preset: 'handful', of: ({ picture }) => ({ value: picture.each.bytes / 1024, unit: 'KiB' }) },
    linesWithHoles: { preset: 'holes', of: ({ picture }) => ({ value: picture.lines, unit: 'mappings' }) },
    refused: { preset: 'limit', of: ({ answers }) => ({ value: answers[1]!.calls, unit: 'count' }) },
  },
  check: { limit: async () => (await import('./recorded.ts')).recordedMaps },
});

function draw(picture: ObjectPicture, words: ObjectWords, { event }: { readonly event: ObjectEvent | undefined }): Scenes['strips'] {
  return {
    marks: [...pageMarks(picture, words, event), ...bumpMarks(picture, words), ...lineMarks(picture, words, event)],
    frame: { lanes: lanesOf(picture, words) },
    facts: factsOf(picture, words),
  };
}

const quiet = { label: '', held: false, now: false };

/** A page for each object, the object a sliver at its start. */
function pageMarks({ mapped }: ObjectPicture, words: ObjectWords, event: ObjectEvent | undefined): readonly StripMark[] {
  const touched = new Set(event && 'pages' in event ? event.pages.slice(0, shown.pages) : []);
  return mapped.flatMap((is, page): readonly StripMark[] => {
    const addr = page * pageBytes;
    return is ? [{ ...quiet, key: `each/${page}`, addr, size: pageBytes, meaning: 'live', asked: { addr, size: objectBytes }, title: words.page(page), now: touched.has(page) }] : [];
  });
}

/** Runs of objects that are there or gone, up to the bump pointer, and the rest of its page. */
function bumpMarks({ bumped, bump }: ObjectPicture, words: ObjectWords): readonly StripMark[] {
  const marks: StripMark[] = [];
  for (let from = 0, to = 1; from < bumped.length; from = to, to++) {
    const live = bumped[from]!;
    while (to < bumped.length && bumped[to] === live) to++;
    const size = (to - from) * objectBytes;
    marks.push({ ...quiet, key: `bump/${from}`, addr: from * objectBytes, size, meaning: live ? 'live' : 'free', title: words.bumped(live, size) });
  }
  const end = bumped.length * objectBytes;
  const rest = Math.min(bump.bytes, perRow) - end;
  return rest > 0 ? [...marks, { ...quiet, key: 'bump/rest', addr: end, size: rest, meaning: 'top', title: words.unused(rest) }] : marks;
}

/** The lines of the map, and how many more there may be. */
function lineMarks({ lines, mostLines }: ObjectPicture, words: ObjectWords, event: ObjectEvent | undefined): readonly StripMark[] {
  const used: StripMark = { ...quiet, key: 'lines/used', addr: 0, size: lines, meaning: 'mapped', title: words.ofLimit(lines, mostLines), now: event?.kind === 'refuse' };
  const room: StripMark = { ...quiet, key: 'lines/room', addr: lines, size: mostLines - lines, meaning: 'top', title: words.room(mostLines - lines) };
  return lines < mostLines ? [used, room] : [used];
}

function lanesOf({ live, made, each, bump, lines, mostLines }: ObjectPicture, words: ObjectWords): readonly StripLane[] {
  const lane = { base: 0, size: perRow, perRow, ruler: false };
  const asked = live * objectBytes;
  const pointer = made * objectBytes;
  return [
    { ...lane, key: 'each', name: words.lanes.each, figure: words.taken(each.bytes, asked), note: words.cost(each.calls, each.faults), size: shown.pages * pageBytes, close: true },
    { ...lane, key: 'bump', name: words.lanes.bump, figure: words.taken(bump.bytes, asked), note: words.cost(bump.calls, bump.faults), pointers: pointer < perRow ? [{ addr: pointer, label: words.pointer }] : [] },
    { ...lane, key: 'lines', name: words.lanes.lines, figure: words.ofLimit(lines, mostLines), note: words.linesRule(layout.lines), size: mostLines, perRow: mostLines },
  ];
}

function factsOf({ live, each, bump, lines, mostLines }: ObjectPicture, words: ObjectWords): readonly Fact[] {
  const both = (tell: (value: number) => string, of: 'bytes' | 'calls' | 'faults'): string => words.both(tell(each[of]), tell(bump[of]));
  return [
    { label: words.facts.asked, value: words.bytes(live * objectBytes) },
    { label: words.facts.taken, value: both(words.bytes, 'bytes') },
    { label: words.facts.calls, value: both(words.number, 'calls') },
    { label: words.facts.faults, value: both(words.number, 'faults') },
    { label: words.facts.lines, value: words.ofLimit(lines, mostLines) },
  ];
}
