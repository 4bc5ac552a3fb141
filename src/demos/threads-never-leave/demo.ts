import { arenaKiB, stackKiB } from '../../engine/go/threads/glibc.ts';
import { ThreadMachine, type ThreadAnswer, type ThreadOp, type ThreadPicture } from '../../engine/go/threads/thread-machine.ts';
import type { Thread } from '../../engine/go/threads/threads.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, HistoryFrame, Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import { readThreads } from './read.ts';
import type { ThreadWords } from './words.ts';

export const controls = { calls: choice(['system', 'c']), arenas: choice(['unset', '2']) };
type Chosen = Options<typeof controls>;

const twice = 'block 100\nreturn\ngc\nblock 100\nreturn';

export default defineDemo({
  controls,
  presets: {
    calls: { program: twice, still: { op: 3, moment: 0 } },
    c: { program: twice, options: { calls: 'c' }, still: { op: 3, moment: 0 } },
    two: { program: twice, options: { calls: 'c', arenas: '2' }, still: { op: 3, moment: 0 } },
    locked: { program: 'lock 100\nreturn\ngc', still: 'end' },
    both: { program: 'block 20\nreturn\nlock 100\nreturn\nblock 10\nreturn\nblock 30\nreturn', still: 'end' },
  },
  machine: ({ calls, arenas }: Chosen) => new ThreadMachine({ cgo: calls === 'c', cpus: 2, arenaMax: arenas === 'unset' ? undefined : Number(arenas) }),
  read: readThreads,
  view: 'history',
  legend: ['live', 'free', 'header', 'garbage', 'reserved'],
  draw: (picture: ThreadPicture, words: ThreadWords) => draw(picture, words),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    start: { preset: 'calls', of: ({ picture }) => ({ value: picture.counts[0]!, unit: 'count' }) },
    inCalls: { preset: 'calls', of: ({ answers }) => ({ value: answers[0]!.threads, unit: 'count' }) },
    after: { preset: 'calls', of: ({ answers }) => ({ value: answers[1]!.threads, unit: 'count' }) },
    afterGc: { preset: 'calls', of: ({ answers }) => ({ value: answers[2]!.threads, unit: 'count' }) },
    again: { preset: 'calls', of: ({ answers }) => ({ value: answers[3]!.threads, unit: 'count' }) },
    locked: { preset: 'locked', of: ({ answers }) => ({ value: answers[1]!.threads, unit: 'count' }) },
    stacks: { preset: 'c', of: ({ answers }) => ({ value: answers[2]!.stacks, unit: 'count' }) },
    arenas: { preset: 'c', of: ({ answers }) => ({ value: answers[2]!.arenas, unit: 'count' }) },
    addresses: { preset: 'c', of: ({ picture }) => ({ value: Math.round(picture.addressesKiB / 1024), unit: 'MiB' }) },
    addressesTwo: { preset: 'two', of: ({ picture }) => ({ value: Math.round(picture.addressesKiB / 1024), unit: 'MiB' }) },
  },
  guess: { about: ({ do: what }: ThreadOp) => what !== 'gc', read: readGuess, write: writeGuess },
  check: {
    calls: async () => (await import('./recorded.ts')).recordedThreads('system call'),
    c: async () => (await import('./recorded.ts')).recordedThreads('C'),
    two: async () => (await import('./recorded.ts')).recordedThreads('C', 'MALLOC_ARENA_MAX=2'),
    locked: async () => (await import('./recorded.ts')).recordedThreads('locked'),
    both: async () => (await import('./recorded.ts')).recordedThreads('both'),
  },
});

/** `103`: threads; with cgo also glibc’s stacks and arenas, `104, 103, 15`. */
function readGuess(text: string): ThreadAnswer | undefined {
  const [, threads, stacks = '0', arenas = '0'] = /^\s*(\d{1,4})(?:\s*[,，]\s*(\d{1,4})\s*[,，]\s*(\d{1,4}))?\s*$/.exec(text) ?? [];
  return threads === undefined ? undefined : { threads: Number(threads), stacks: Number(stacks), arenas: Number(arenas) };
}

function writeGuess({ threads, stacks, arenas }: ThreadAnswer): string { return (stacks > 0 ? [threads, stacks, arenas] : [threads]).join(', '); }

/** Threads in a row. */
const perRow = 60;

const meaningOf = ({ kind, state }: Thread): Meaning =>
  state === 'idle' ? 'free' : state === 'parked' ? 'garbage' : kind === 'sysmon' || kind === 'template' ? 'header' : 'live';

function draw(picture: ThreadPicture, words: ThreadWords): Scenes['history'] {
  const { all, goroutines, threads, stacks, addressesKiB } = picture;
  const lane: StripLane = { key: 'threads', name: words.lanes.threads, figure: words.threads(threads), note: words.goroutines(goroutines), base: 0, size: Math.max(perRow * 2, all.length), perRow, ruler: false, close: true };
  const addresses: StripLane = { key: 'addresses', name: words.lanes.addresses, figure: words.addresses(addressesKiB / 1024), base: 0, size: mostAddresses(picture), perRow: mostAddresses(picture), ruler: false };
  return {
    marks: [...all.map((thread, i) => threadMark(thread, i, words)), ...(stacks > 0 ? addressMarks(picture, words) : [])],
    frame: { lanes: stacks > 0 ? [lane, addresses] : [lane], ...historyOf(picture, words) },
    facts: factsOf(picture, words),
  };
}

const threadMark = (thread: Thread, index: number, words: ThreadWords): StripMark =>
  ({ key: `threads/${thread.id}`, addr: index, size: 1, meaning: meaningOf(thread), label: '', title: words.thread(thread), held: thread.locked, now: false });

/** Room for three GiB, or for what there is. */
const mostAddresses = ({ addressesKiB }: ThreadPicture): number => Math.max(2048 * 1024, addressesKiB);

function addressMarks({ stacks, kept, arenas }: ThreadPicture, words: ThreadWords): readonly StripMark[] {
  const pieces: readonly (readonly [string, number, Meaning, string])[] = [
    ['stacks', (stacks - kept) * stackKiB, 'reserved', words.stacks(stacks - kept)],
    ['kept', kept * stackKiB, 'cached', words.kept(kept)],
    ['arenas', arenas * arenaKiB, 'reserved', words.arenas(arenas)],
  ];
  let addr = 0;
  return pieces.flatMap(([key, size, meaning, label]): readonly StripMark[] => {
    const mark: StripMark = { key: `addresses/${key}`, addr, size, meaning, label, title: label, held: false, now: false };
    addr += size;
    return size > 0 ? [mark] : [];
  });
}

function historyOf({ counts, event }: ThreadPicture, words: ThreadWords): Omit<HistoryFrame, 'lanes'> {
  const last = counts.length - 1;
  return {
    name: words.lanes.history,
    figure: words.threads(counts[last]!),
    x: { name: '', most: counts.length, scale: 1, unit: words.step },
    y: { name: '', most: Math.max(120, ...counts) * 1.05, scale: 1, unit: '' },
    points: [...counts.map((count, i): readonly [number, number] => [i, count]), [counts.length, counts[last]!]],
    marks: event ? [{ x: last, label: words.kinds[event.kind], now: true }] : [],
  };
}

function factsOf({ all, goroutines, threads, stacks, arenas }: ThreadPicture, { facts }: ThreadWords): readonly Fact[] {
  const inState = (state: Thread['state']): string => String(all.filter((thread) => thread.state === state).length);
  return [
    { label: facts.goroutines, value: String(goroutines) },
    { label: facts.threads, value: String(threads) },
    { label: facts.inCalls, value: inState('call') },
    { label: facts.idle, value: inState('idle') },
    { label: facts.stacks, value: String(stacks) },
    { label: facts.arenas, value: String(arenas) },
  ];
}
