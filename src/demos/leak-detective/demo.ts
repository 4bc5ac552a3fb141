import { LeakSearch, type Fate, type LeakAnswer, type LeakEvent, type LeakOp, type LeakPicture } from '../../engine/go/goroutine-leaks/leak-search.ts';
import { defineDemo } from '../demo.ts';
import type { GraphEdge, GraphNode } from '../scene-graph.ts';
import type { Fact, Scenes } from '../scene.ts';
import { readLeaks } from './read.ts';
import type { LeakWords, Presets } from './words.ts';

const recorded = (preset: Presets) => async () => (await import('./recorded.ts')).recordedLeaks(preset);

/** A program stands before its last line, the profile: there a reader can bet. */
const beforeProfile = (program: string) => ({ program, still: { op: program.split('\n').length - 1, moment: 0 } });

export default defineDemo({
  controls: {},
  presets: {
    timeout: beforeProfile('G1 runs holds a\nG2 waits a\nG3 waits b\nglobal a\nprofile'),
    select: beforeProfile('G1 runs holds b\nG2 waits a b holds c\nG3 waits a\nG4 waits c\nprofile'),
    chain: beforeProfile('G1 runs holds a\nG2 waits a holds b\nG3 waits b holds c\nG4 waits c\nprofile'),
    hidden: beforeProfile('G1 waits a\nG2 waits a\nglobal a\nprofile'),
    ring: beforeProfile('G1 waits b holds a\nG2 waits a holds b\nprofile'),
  },
  machine: () => new LeakSearch(),
  read: readLeaks,
  view: 'graph',
  legend: ['white', 'black'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    timeout: { preset: 'timeout', of: ({ answers }) => ({ value: answers.at(-1)!.leaked.length, unit: 'count' }) },
    ring: { preset: 'ring', of: ({ answers }) => ({ value: answers.at(-1)!.leaked.length, unit: 'count' }) },
  },
  check: { select: recorded('select'), timeout: recorded('timeout'), chain: recorded('chain'), hidden: recorded('hidden'), ring: recorded('ring') },
  guess: { about: (op: LeakOp) => op.do === 'profile', read: readGuess, write: ({ leaked }: LeakAnswer) => (leaked.length === 0 ? '0' : leaked.join(' ')), stepwise: true },
});

/** `G2 G4`, or `0` for none. */
function readGuess(text: string): LeakAnswer | undefined {
  const names = text.trim().toUpperCase().split(/[\s,，、]+/).filter(Boolean);
  if (names.length === 1 && names[0] === '0') return { leaked: [] };
  return names.length > 0 && names.every((name) => /^G\d{1,2}$/.test(name)) ? { leaked: names.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))) } : undefined;
}

/** Goroutines at the left, channels in the middle, the globals at the right, on a board 360 wide. */
const columns = { goroutine: 62, channel: 214, global: 322 };
const pitch = 62;
const top = 34;

function draw(picture: LeakPicture, words: LeakWords, { event }: { readonly event: LeakEvent | undefined }): Scenes['graph'] {
  const { goroutines, channels, asked } = picture;
  const rows = Math.max(goroutines.length, channels.length, 1);
  const lost = goroutines.filter(({ fate }) => fate === 'leaked').length;
  return {
    marks: [...goroutineNodes(picture, words, event), ...channelNodes(picture, rows, words, event), globalNode(rows, words), ...edgesOf(picture)],
    frame: { height: top + rows * pitch + 18, note: words.verdict(lost, asked) },
    facts: factsOf(picture, words),
  };
}

const paintOf: Readonly<Record<Fate, GraphNode['paint']>> = { unknown: 'white', root: 'black', revived: 'black', leaked: 'lost' };

function goroutineNodes({ goroutines, asked }: LeakPicture, words: LeakWords, event: LeakEvent | undefined): readonly GraphNode[] {
  const named = event?.kind === 'revived' ? [event.goroutine] : event?.goroutines ?? [];
  return goroutines.map(({ name, waits, fate }, i): GraphNode =>
    ({ part: 'node', key: name, x: columns.goroutine, y: top + i * pitch, label: name, note: words.fate(fate, waits.length === 0, asked), paint: paintOf[fate], now: named.includes(name) }));
}

/** Spread over as many rows as there are. */
const place = (i: number, of: number, rows: number): number => top + ((i + 0.5) * rows * pitch) / of - pitch / 2;

function channelNodes({ channels, marked }: LeakPicture, rows: number, words: LeakWords, event: LeakEvent | undefined): readonly GraphNode[] {
  const fresh = event && 'channels' in event ? event.channels : [];
  return channels.map((name, i): GraphNode =>
    ({ part: 'node', key: name, x: columns.channel, y: place(i, channels.length, rows), label: name, note: words.channel(marked.has(name)), paint: marked.has(name) ? 'black' : 'white', now: fresh.includes(name) }));
}

const globalNode = (rows: number, words: LeakWords): GraphNode =>
  ({ part: 'node', key: 'global', x: columns.global, y: place(0, 1, rows), label: 'var', note: words.global, paint: 'register', now: false });

/** Marking follows the arrows: from who holds a channel to it, from a channel to whom it can wake, from globals. */
function edgesOf({ goroutines, global }: LeakPicture): readonly GraphEdge[] {
  const edge = (from: string, to: string): GraphEdge => ({ part: 'edge', key: `${from}>${to}`, from, to, label: '', dangling: false, now: false });
  return [
    ...goroutines.flatMap(({ name, waits, holds }) => [...waits.map((channel) => edge(channel, name)), ...holds.filter((channel) => !waits.includes(channel)).map((channel) => edge(name, channel))]),
    ...global.map((channel) => edge('global', channel)),
  ];
}

const factsOf = ({ goroutines, channels, marked, asked }: LeakPicture, words: LeakWords): readonly Fact[] => [
  ...goroutines.map(({ name, waits, fate }) => ({ label: name, value: `${waits.length > 0 ? `${words.waits} ${words.list(waits)} · ` : ''}${words.fate(fate, waits.length === 0, asked)}` })),
  { label: words.marked, value: words.list(channels.filter((channel) => marked.has(channel))) || '–' },
];
