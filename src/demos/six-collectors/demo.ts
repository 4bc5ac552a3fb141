import type { Collector } from '../../engine/collectors/collector.ts';
import { Incremental } from '../../engine/collectors/incremental.ts';
import type { CollectorEvent } from '../../engine/collectors/event.ts';
import { collectorNames, collectors, type CollectorName } from '../../engine/collectors/machines.ts';
import type { ObjectPicture } from '../../engine/collectors/picture.ts';
import { SideBySide, type SideEvent, type SideLane, type SidePicture } from '../../engine/collectors/side-by-side.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { silent, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import { readObjects } from '../object-program.ts';
import type { Scenes, StripLane, StripMark } from '../scene.ts';
import { programs } from './programs.ts';
import type { LaneFigures, SixWords } from './words.ts';

/** Bytes of memory each collector has. */
const heap = 768;

/** Marking in steps so small that the program is seen to go on between them. */
const make = (name: CollectorName): Collector => (name === 'incremental' ? new Incremental({ heap, trigger: 0.5, rate: 0.75 }) : collectors[name]({ heap }));

export const controls = { watch: silent(['all', ...collectorNames]) };
type Watch = Options<typeof controls>;

const watched = ({ watch }: Watch): readonly CollectorName[] => (watch === 'all' ? collectorNames : [watch as CollectorName]);

export default defineDemo({
  controls,
  presets: {
    six: { program: programs.six, still: { op: programs.sixStill, moment: 1 } },
    cheney: { program: programs.list, options: { watch: 'semispace' }, still: { op: programs.listStill, moment: 5 } },
    lisp2: { program: programs.list, options: { watch: 'mark-compact' }, still: { op: programs.listStill, moment: 14 } },
    ring: { program: programs.ring, options: { watch: 'ref-count' }, still: { op: programs.ringStill, moment: 4 } },
    floating: { program: programs.floating, options: { watch: 'incremental' }, still: { op: programs.floatingStill, moment: 4 } },
  },
  machine: (options: Watch) => new SideBySide(watched(options).map(make), options.watch !== 'all'),
  read: readObjects,
  view: 'strips',
  legend: ['live', 'garbage', 'moved', 'free', 'top'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    heap: { preset: 'six', of: () => ({ value: heap, unit: 'B' }) },
    ...Object.fromEntries(collectorNames.flatMap((name, i) => [
      [`${name}Touched`, { preset: 'six', of: ({ picture }: { readonly picture: SidePicture }) => ({ value: picture.lanes[i]!.figures.touched, unit: 'B' } as const) }],
      [`${name}Longest`, { preset: 'six', of: ({ picture }: { readonly picture: SidePicture }) => ({ value: picture.lanes[i]!.figures.longestPause, unit: 'B' } as const) }],
      [`${name}Moved`, { preset: 'six', of: ({ picture }: { readonly picture: SidePicture }) => ({ value: picture.lanes[i]!.figures.moved, unit: 'count' } as const) }],
    ])),
  },
});

function draw(picture: SidePicture, words: SixWords, { options, event }: { readonly options: Watch; readonly event: SideEvent | undefined }): Scenes['strips'] {
  const names = watched(options);
  return {
    marks: picture.lanes.flatMap((lane, i) => marksOf(names[i]!, lane, picture, words, event, i)),
    frame: { lanes: picture.lanes.map((lane, i) => laneOf(names[i]!, lane, words, figuresOf(lane, movesOf(event, i).length, event), options.watch !== 'all', i === 0)) },
    facts: picture.lanes.map((lane, i) => ({ label: words.collectors[names[i]!], value: words.fact(figuresOf(lane, movesOf(event, i).length, event), objectsOf(lane, picture)) })),
  };
}

const objectsOf = ({ objects }: SideLane, { names }: SidePicture): string => objects.map(({ id, addr }) => `${names[id]} ${formatAddress(addr)}`).join(', ');

type Step = Extract<CollectorEvent, { kind: 'moved' }>;

/** Where the operation, or this step of it, has moved objects from. */
function movesOf(event: SideEvent | undefined, lane: number): readonly Step[] {
  if (event === undefined) return [];
  return (event.kind === 'step' ? [event.step] : event.lanes[lane]!.events).filter((step) => step.kind === 'moved');
}

const touchedBy = (event: SideEvent | undefined): number => {
  if (event?.kind === 'step') return 'id' in event.step ? event.step.id : -1;
  return event && 'id' in event.op ? event.op.id : -1;
};

/** Objects, what they have left behind, and the stretches between. */
function marksOf(name: CollectorName, lane: SideLane, { names }: SidePicture, words: SixWords, event: SideEvent | undefined, index: number): readonly StripMark[] {
  const moves = movesOf(event, index);
  const moved = new Set(moves.map(({ id }) => id));
  const now = touchedBy(event);
  const start = lane.spaces[0]!.addr;
  const mark = (key: string, addr: number, size: number, meaning: StripMark['meaning'], label: string, object?: ObjectPicture): StripMark => ({
    key: `${name}/${key}`, addr: addr - start, size, meaning, label, title: words.cell(meaning, size, formatAddress(addr), object && names[object.id], object?.count),
    held: object?.color === 'grey', now: object !== undefined && (object.id === now || moved.has(object.id)),
  });
  const meaning = ({ reachable }: ObjectPicture): StripMark['meaning'] => (reachable ? 'live' : 'garbage');
  const objects = lane.objects.map((object) => mark(String(object.id), object.addr, object.size, meaning(object), names[object.id]!, object));
  const left = leftBehind(lane, moves);
  return [...objects, ...left.map(({ addr, size }) => mark(`left ${addr}`, addr, size, 'moved', '')), ...gapsOf(lane, left).map(({ addr, size, last }) => mark(`gap ${addr}`, addr, size, last ? 'top' : 'free', ''))];
}

interface Stretch { readonly addr: number; readonly size: number }

/** Where objects have just moved from, as far as nothing else lies there now. */
function leftBehind({ left, objects }: SideLane, moves: readonly Step[]): readonly Stretch[] {
  const places = left.length > 0 ? left : moves.map(({ from, size }) => ({ addr: from, size }));
  return places.filter(({ addr, size }) => objects.every((object) => object.addr >= addr + size || object.addr + object.size <= addr));
}

/** Stretches of each space in no object; the last of a space has not been used since it was emptied. */
function gapsOf({ spaces, objects }: SideLane, left: readonly Stretch[]): readonly { readonly addr: number; readonly size: number; readonly last: boolean }[] {
  const taken = [...objects, ...left].sort((a, b) => a.addr - b.addr);
  return spaces.flatMap((space) => {
    const end = space.addr + space.size;
    const within = taken.filter(({ addr }) => addr >= space.addr && addr < end);
    const starts = [space.addr, ...within.map(({ addr, size }) => addr + size)];
    const top = Math.max(space.addr, ...objects.map(({ addr }) => addr).filter((addr) => addr < end));
    return starts.map((addr, i) => ({ addr, size: (within[i]?.addr ?? end) - addr, last: addr >= top })).filter(({ size }) => size > 0);
  });
}

const figuresOf = ({ figures, floating }: SideLane, movedNow: number, event: SideEvent | undefined): LaneFigures => ({
  pause: event?.kind === 'step' ? undefined : figures.lastPause, longest: figures.longestPause, touched: figures.touched, garbage: figures.garbage, floating, movedNow, moved: figures.moved,
});

function laneOf(name: CollectorName, lane: SideLane, words: SixWords, figures: LaneFigures, alone: boolean, first: boolean): StripLane {
  const start = lane.spaces[0]!.addr;
  return {
    key: name, name: words.collectors[name], figure: words.figure(figures), note: words.note(figures), base: start, size: heap, perRow: alone ? heap / 2 : heap, ruler: first,
    ...(alone && { pointers: pointersOf(lane, words, start) }),
  };
}

/** Fingers, by where they are: those at one place share a line. */
function pointersOf({ fingers }: SideLane, words: SixWords, start: number): NonNullable<StripLane['pointers']> {
  const places = Map.groupBy(fingers.filter(({ addr }) => addr - start < heap), ({ addr }) => addr);
  return Array.from(places, ([addr, there]) => ({ addr: addr - start, label: there.map((finger) => words.fingers[finger.name]).join(', ') }));
}
