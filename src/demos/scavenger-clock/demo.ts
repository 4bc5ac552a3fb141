import { chunkSize, forcedAfter, ScavengerClock, type ClockAnswer, type ClockOp, type ClockPicture } from '../../engine/go/heap/scavenger-clock.ts';
import type { PageState } from '../../engine/go/heap/page-runs.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo, type Finished } from '../demo.ts';
import type { Fact, HistoryFrame, Meaning, Scenes, StripMark } from '../scene.ts';
import { readClock } from './read.ts';
import type { ClockWords } from './words.ts';

export const controls = { version: choice(['1.21', '1.20']) };

const mib = 2 ** 20;
const chunksPerRow = 26;
/** The chart reaches so far, in seconds and bytes, or as far as it must. */
const least = { seconds: 150, bytes: 440 * mib };

/** Seconds between two collections that have a label each. */
const room = 15;

const idle = 'hold 400\nkeep 50\nruntime.GC()\nwait 150';

export default defineDemo({
  controls,
  presets: {
    idle: { program: idle, still: 'end' },
    twice: { program: 'hold 400\nkeep 50\nruntime.GC()\nwait 10\nruntime.GC()\nwait 10', still: 'end' },
    sparse: { program: 'hold 400\ndrop every 4th\nruntime.GC()\nruntime.GC()\nwait 10\nkeep 50\nruntime.GC()\nwait 10\nruntime.GC()\nwait 10', still: 'end' },
    before: { program: idle, options: { version: '1.20' }, still: 'end' },
  },
  machine: ({ version }: Options<typeof controls>) => new ScavengerClock({ atOnce: version === '1.20' }),
  read: readClock,
  view: 'history',
  legend: ['live', 'garbage', 'cached', 'free', 'reserved'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    forcedAfter: { preset: 'idle', of: () => ({ value: forcedAfter, unit: 's' }) },
    waiting: { preset: 'idle', of: (run) => ({ value: Math.round(inMemoryAt(run, forcedAfter) / mib), unit: 'MiB' }) },
    after: { preset: 'idle', of: ({ picture }) => ({ value: Math.round(picture.inMemory / mib), unit: 'MiB' }) },
    sparseAfterOne: { preset: 'sparse', of: (run) => ({ value: Math.round(inMemoryAt(run, 19) / mib), unit: 'MiB' }) },
    sparseAfterTwo: { preset: 'sparse', of: ({ picture }) => ({ value: Math.round(picture.inMemory / mib), unit: 'MiB' }) },
    beforeAfterOne: { preset: 'before', of: (run) => ({ value: Math.round(inMemoryAt(run, forcedAfter) / mib), unit: 'MiB' }) },
  },
  guess: { about: ({ do: verb }: ClockOp) => verb === 'wait', read: readGuess, write: writeGuess },
  check: {
    idle: async () => (await import('./recorded.ts')).recordedOf('1.27', 'alloc:400 touch drop:350 gc look:150'),
    twice: async () => (await import('./recorded.ts')).recordedOf('1.27', 'alloc:400 touch drop:350 gc look:10 gc look:10'),
    sparse: async () => (await import('./recorded.ts')).recordedOf('1.27', 'alloc:400 touch thin:4 gc gc look:10 drop:350 gc look:10 gc look:10'),
    before: async () => (await import('./recorded.ts')).recordedOf('1.20', 'alloc:400 touch drop:350 gc look:150'),
  },
});

/** Bytes in memory at a second of the run. */
function inMemoryAt({ picture: { readings } }: Finished<ClockAnswer, ClockPicture>, second: number): number {
  return readings.findLast(([now]) => now <= second)![1];
}

/** Seconds of a wait; `-` for never. */
function readGuess(text: string): ClockAnswer {
  if (/^\s*[-–—]\s*$/.test(text)) return null;
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
}

function writeGuess(answer: ClockAnswer): string { return String(answer ?? '-'); }

const meanings: { readonly [State in PageState]: Meaning } = { used: 'live', garbage: 'garbage', waiting: 'cached', eligible: 'free', released: 'reserved' };

function draw(picture: ClockPicture, words: ClockWords): Scenes['history'] {
  return { marks: picture.chunks.flatMap((_, chunk) => marksOf(picture, chunk, words)), frame: frameOf(picture, words), facts: factsOf(picture, words) };
}

function marksOf({ base, chunks, event }: ClockPicture, chunk: number, words: ClockWords): readonly StripMark[] {
  return chunks[chunk]!.map(({ from, npages, state }) => {
    const [addr, size] = [chunk * chunkSize + from * pageSize, npages * pageSize];
    const title = `${formatAddress(base + addr)}-${formatAddress(base + addr + size)}: ${words.bytes(size)}, ${words.states[state]}`;
    return { key: `heap/${chunk}.${from}`, addr, size, meaning: meanings[state], label: '', title, held: false, now: state === 'released' && event?.kind === 'returned' };
  });
}

function frameOf({ base, chunks, now, inMemory, readings, collections, event }: ClockPicture, words: ClockWords): HistoryFrame {
  const perRow = chunksPerRow * chunkSize;
  return {
    lanes: [{ key: 'heap', name: words.heap(chunkSize), figure: `${formatAddress(base)}…`, base, size: chunks.length * chunkSize, perRow, ruler: false, close: true }],
    name: words.inMemory,
    figure: `${words.seconds(now)} · ${words.bytes(inMemory)}`,
    x: { name: '', most: Math.max(least.seconds, now), scale: 1, unit: words.second },
    y: { name: '', most: Math.max(least.bytes, inMemory * 1.1), scale: mib, unit: 'MiB' },
    points: [...readings, [now, inMemory]],
    marks: collections.filter((one, i) => one.now !== collections[i - 1]?.now).map(({ now: x, forced }, i, all) => ({
      x, label: x - (all[i - 1]?.now ?? -Infinity) < room ? '' : words.collection(forced, x), now: event?.kind === 'collected' && x === now,
    })),
  };
}

function factsOf({ chunks, now }: ClockPicture, words: ClockWords): readonly Fact[] {
  const pages: { [State in PageState]: number } = { used: 0, garbage: 0, waiting: 0, eligible: 0, released: 0 };
  for (const { npages, state } of chunks.flat()) pages[state] += npages;
  const states = Object.keys(pages) as PageState[];
  return [{ label: words.second, value: words.seconds(now) }, ...states.map((state) => ({ label: words.states[state], value: words.bytes(pages[state] * pageSize) }))];
}
