import { levels, LevelTour, type Lane, type LevelAnswer, type LevelOp, type LevelPart, type LevelPicture, type PartName } from '../../engine/memory/ledger/level-tour.ts';
import type { Real } from '../../engine/machine.ts';
import type { Quantity } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo, type Finished } from '../demo.ts';
import type { Fact, Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import explained from './accounts.json' with { type: 'json' };
import type { RssWords } from './words.ts';

const accounts = explained as unknown as {
  readonly processes: Readonly<Record<string, Record<(typeof levels)[number], readonly LevelPart[]> & { readonly untouched: number; readonly told: Readonly<Record<string, number>> }>>;
  readonly notes: Readonly<Record<string, { readonly parts: readonly LevelPart[]; readonly told: number }>>;
};
const toured = { processes: accounts.processes, notes: Object.fromEntries(Object.entries(accounts.notes).map(([version, { parts }]) => [version, parts])) };

export const controls = { process: choice(['hello', 'hold', 'collected', 'released', 'goroutines', 'file', 'c', 'threads']) };
type Chosen = Options<typeof controls>;

/** A release of each size the runtime's notes have had. */
const taxed = ['1.18', '1.19', '1.20', '1.21', '1.22', '1.27'] as const;

const inward = ({ process }: Chosen): readonly LevelOp[] => levels.map((level) => ({ do: 'look', process, level }));

export default defineDemo({
  controls,
  presets: {
    hello: { program: inward, still: 'end' },
    hold: { program: inward, options: { process: 'hold' }, still: 'end' },
    c: { program: inward, options: { process: 'c' }, still: 'end' },
    tax: { program: (): readonly LevelOp[] => taxed.map((version) => ({ do: 'notes', version })), still: 'end' },
  },
  machine: () => new LevelTour(toured),
  view: 'strips',
  legend: ['resident', 'file', 'header', 'live', 'free', 'kernel', 'mapped'],
  draw: (picture: LevelPicture, words: RssWords) => draw(picture, words),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    helloCharge: { preset: 'hello', of: total(0) },
    helloRss: { preset: 'hello', of: total(1) },
    helloGo: { preset: 'hello', of: total(2) },
    helloLive: { preset: 'hello', of: total(3) },
    helloProgram: { preset: 'hello', of: partOf(1, 'rss/program') },
    helloCounted: { preset: 'hello', of: ({ picture }) => kib(picture.lanes[1]!.parts.reduce((sum, { bytes, counted }) => sum + (counted ? bytes : 0), 0)) },
    helloHeap: { preset: 'hello', of: partOf(1, 'rss/goHeap') },
    helloNotes: { preset: 'hello', of: partOf(1, 'rss/goNotes') },
    helloUntouched: { preset: 'hello', of: ({ picture }) => kib(picture.lanes[2]!.untouched) },
    holdCharge: { preset: 'hold', of: total(0) },
    holdRss: { preset: 'hold', of: total(1) },
    holdGo: { preset: 'hold', of: total(2) },
    holdLive: { preset: 'hold', of: total(3) },
    cHeap: { preset: 'c', of: partOf(1, 'rss/cHeap') },
    cRss: { preset: 'c', of: total(1) },
    cGo: { preset: 'c', of: total(2) },
    tax118: { preset: 'tax', of: total(0) },
    tax120: { preset: 'tax', of: total(2) },
    tax122: { preset: 'tax', of: total(4) },
    tax127: { preset: 'tax', of: total(5) },
  },
  check: { hello: recorded, hold: recorded, c: recorded, tax: recorded },
});

/** What others told of the same: the cgroup's usage, VmRSS, the totals of runtime/metrics; beside the heap's mapping, Sys. */
async function recorded(): Promise<Real<LevelOp, LevelAnswer>> {
  return { answers: async (program) => program.map((op) => ({ bytes: op.do === 'notes' ? accounts.notes[op.version]!.told : accounts.processes[op.process]!.told[op.level]! })) };
}

const kib = (bytes: number): Quantity => ({ value: Math.round(bytes / 1024), unit: 'KiB' });

function total(lane: number): (run: Finished<LevelAnswer, LevelPicture>) => Quantity {
  return ({ picture }) => kib(picture.lanes[lane]!.total);
}

function partOf(lane: number, name: PartName): (run: Finished<LevelAnswer, LevelPicture>) => Quantity {
  return ({ picture }) => kib(picture.lanes[lane]!.parts.find((part) => part.name === name)!.bytes);
}

/** Tables for the whole address space, of which a small heap touches a page here and there. */
const isSparse = (name: PartName): boolean => name === 'note/scavengeIndex' || name === 'note/chunkTable' || name === 'note/profiler';

const meaningOf = (name: PartName): Meaning => {
  if (isSparse(name)) return 'mapped';
  if (name.startsWith('note/') || name === 'rss/goNotes' || name === 'tables') return 'header';
  const meanings: { readonly [Name in PartName]?: Meaning } = {
    'mapped': 'file', 'cached': 'file', 'kernel': 'kernel', 'rest': 'free', 'objects': 'live', 'stacks': 'live', 'unused': 'free', 'free': 'free',
    'rss/program': 'file', 'rss/libraries': 'file', 'rss/files': 'file', 'rss/kernel': 'kernel',
  };
  return meanings[name] ?? 'resident';
};

/** Every level to one scale, that of the largest. */
function draw({ lanes, event }: LevelPicture, words: RssWords): Scenes['strips'] {
  const most = Math.max(1, ...lanes.map(({ total: bytes }) => bytes));
  const last = lanes.length - 1;
  return {
    marks: lanes.length === 0 ? [nothing(words)] : lanes.flatMap((lane, i) => marksOf(lane, i, event !== undefined && i === last, words)),
    frame: { lanes: lanes.length === 0 ? [emptyLane] : lanes.map((lane, i) => laneOf(lane, i, most, words)), names: { title: words.names, all: namesOf(lanes).map((name) => ({ name: words.parts[name], meaning: meaningOf(name) })) } },
    facts: lanes.length === 0 ? [{ label: words.nothing, value: words.amount(0) }] : lanes.flatMap((lane) => factsOf(lane, words)),
  };
}

const nothing = (words: RssWords): StripMark => ({ key: '0/none', addr: 0, size: 1, meaning: 'top', label: words.nothing, title: words.nothing, held: false, now: false });
const emptyLane: StripLane = { key: '0', name: '', figure: '', base: 0, size: 1, perRow: 1, ruler: false };

/** In the resident memory, what Go counts is underlined: there alone both kinds stand beside each other. */
function marksOf({ level, parts }: Lane, index: number, now: boolean, words: RssWords): readonly StripMark[] {
  let addr = 0;
  return parts.map(({ name, bytes, counted = false }) => {
    const mark: StripMark = {
      key: `${index}/${name}`, at: { op: index, moment: 1 }, addr, size: bytes, meaning: meaningOf(name), label: words.parts[name],
      title: words.part(words.parts[name], bytes, counted), held: level === 'rss' && counted, now,
    };
    addr += bytes;
    return mark;
  });
}

/** The parts of all lanes, each once, in the order they lie in from left to right. */
function namesOf(lanes: readonly Lane[]): readonly PartName[] {
  const names: PartName[] = [];
  for (const { parts } of lanes) {
    for (const [i, { name }] of parts.entries()) {
      if (!names.includes(name)) names.splice(i === 0 ? names.length : names.indexOf(parts[i - 1]!.name) + 1, 0, name);
    }
  }
  return names;
}

const laneOf = (lane: Lane, index: number, most: number, words: RssWords): StripLane =>
  ({ key: String(index), name: words.lane(lane), figure: words.amount(lane.total), note: words.note(lane), base: 0, size: most, perRow: most, ruler: false });

const factsOf = (lane: Lane, words: RssWords): readonly Fact[] =>
  [{ label: words.lane(lane), value: words.amount(lane.total) }, ...lane.parts.map(({ name, bytes }) => ({ label: words.parts[name], value: words.amount(bytes) }))];
