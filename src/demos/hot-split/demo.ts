import { HotSplit, type SplitAnswer, type SplitEvent, type SplitOp, type SplitPicture } from '../../engine/go/stack/hot-split.ts';
import { segmentGuard, segmentMin, segmentTop, type Segment } from '../../engine/go/stack/segmented-stack.ts';
import { returnAddress, stackGuard } from '../../engine/go/stack/sizes.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Scenes } from '../scene.ts';
import type { FrameMark, StackColumn } from '../scene-stacks.ts';
import { readSplit } from './read.ts';
import type { SplitWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    edge: { program: 'call 3496\ncall 3496\nloop 1000 call 1200', still: { op: 2, moment: 4 } },
    inside: { program: 'call 3496\nloop 1000 call 1200', still: 'end' },
    deeper: { program: 'call 3496\ncall 3496\ncall 1200\nloop 1000 call 1200', still: 'end' },
  },
  machine: () => new HotSplit(),
  read: readSplit,
  view: 'stacks',
  legend: ['live'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    segments: { preset: 'edge', of: ({ answers }) => ({ value: answers[2]!.segments, unit: 'count' }) },
    copies: { preset: 'edge', of: ({ answers }) => ({ value: answers[2]!.copies, unit: 'count' }) },
    inside: { preset: 'inside', of: ({ answers }) => ({ value: answers[1]!.segments, unit: 'count' }) },
    deeper: { preset: 'deeper', of: ({ answers }) => ({ value: answers[3]!.segments, unit: 'count' }) },
    segment: { preset: 'edge', of: () => ({ value: segmentMin / 1024, unit: 'KiB' }) },
  },
  guess: { about: ({ do: what }: SplitOp) => what === 'loop', read: readGuess, write: ({ segments, copies }: SplitAnswer) => `${segments} + ${copies}` },
});

/** `1000 + 1`: segments taken, and copies of the whole stack. */
function readGuess(text: string): SplitAnswer | undefined {
  const [, segments, copies] = /^\s*(\d{1,6})\s*\+\s*(\d{1,6})\s*$/.exec(text) ?? [];
  return segments === undefined ? undefined : { segments: Number(segments), copies: Number(copies) };
}

/** How many segments are drawn: the newest. */
const shown = 2;

function draw(picture: SplitPicture, words: SplitWords, { event }: { readonly event: SplitEvent | undefined }): Scenes['stacks'] {
  const { segments, stack } = picture;
  const first = Math.max(0, segments.length - shown);
  const drawn = segments.slice(first).map((segment, i) => ({ segment, index: first + i }));
  const took = event?.kind === 'called' && event.took;
  return {
    marks: [...drawn.flatMap(({ segment, index }) => segmentMarks(segment, index, took && index === segments.length - 1, words)), ...stackMarks(stack, words)],
    frame: {
      columns: [...drawn.map(({ segment, index }, i) => segmentColumn(segment, index, i, picture, words)), stackColumn(picture, words)],
      places: shown + 1, most: Math.max(stack.size, ...segments.map(({ size }) => size)), arrows: [], history: [], historyName: '',
    },
    facts: factsOf(picture, words),
  };
}

function segmentColumn({ size }: Segment, index: number, place: number, { taken }: SplitPicture, words: SplitWords): StackColumn {
  return { key: `s${index}`, place, name: place === 0 ? words.segmented : '', note: place === 0 ? words.taken(taken) : '', size, hi: index === 0 ? words.bytes(size) : words.more(size), lo: '', state: 'used', lines: [{ at: size - segmentGuard, label: '', crossed: false }] };
}

function stackColumn({ stack: { size }, copies }: SplitPicture, words: SplitWords): StackColumn {
  return { key: 'whole', place: shown, name: words.contiguous, note: words.copies(copies), size, hi: words.bytes(size), lo: '', state: 'used', lines: [{ at: size - stackGuard, label: words.guard, crossed: false }] };
}

/** What leads back to the former segment, then the calls. */
function segmentMarks({ size, frames, used }: Segment, index: number, fresh: boolean, words: SplitWords): readonly FrameMark[] {
  const key = `s${index}`;
  const top: FrameMark = { key: `${key}/top`, stack: key, from: 0, size: segmentTop, meaning: 'header', label: '', title: words.wayBack, now: false };
  return [top, ...callMarks(key, segmentTop, frames, fresh, words), roomMark(key, used, size)];
}

function stackMarks({ size, used, frames }: SplitPicture['stack'], words: SplitWords): readonly FrameMark[] {
  const above = used - frames.reduce((sum, frame) => sum + frame + returnAddress, 0);
  return [...callMarks('whole', above, frames, false, words), roomMark('whole', used, size)];
}

function callMarks(key: string, above: number, frames: readonly number[], fresh: boolean, words: SplitWords): readonly FrameMark[] {
  let from = above;
  return frames.map((frame, i): FrameMark => {
    const size = frame + returnAddress;
    const mark: FrameMark = { key: `${key}/${i}`, stack: key, from, size, meaning: 'live', label: words.frame(size), title: words.call(size), now: fresh && i === frames.length - 1 };
    from += size;
    return mark;
  });
}

const roomMark = (key: string, from: number, size: number): FrameMark => ({ key: `${key}/room`, stack: key, from, size: size - from, meaning: 'none', label: '', title: '', now: false });

function factsOf({ segments, taken, given, stack, copies, copiedBytes }: SplitPicture, { facts, list, number, bytes }: SplitWords): readonly Fact[] {
  return [
    { label: facts.segments, value: list(segments.map(({ size }) => size)) },
    { label: facts.taken, value: number(taken) },
    { label: facts.given, value: number(given) },
    { label: facts.stack, value: bytes(stack.size) },
    { label: facts.copies, value: number(copies) },
    { label: facts.bytes, value: bytes(copiedBytes) },
  ];
}
