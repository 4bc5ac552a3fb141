import type { Calls } from '../engine/go/stack/goroutine-stack.ts';
import { returnAddress } from '../engine/go/stack/sizes.ts';
import type { Stack } from '../engine/go/stack/stack-alloc.ts';
import type { StackPointer } from '../engine/go/stack/stack-pointers.ts';
import type { TapeEvent, TapePicture } from '../engine/go/stack/stack-tape.ts';
import { formatAddress } from '../i18n/quantity.ts';
import type { Fact } from './scene.ts';
import type { FrameMark, StackArrow, StackColumn, StacksFrame } from './scene-stacks.ts';

/** What a figure of a stack says. */
export interface StackWords {
  readonly stack: (size: number) => string;
  readonly used: (bytes: number) => string;
  readonly exact: (bytes: number) => string;
  readonly left: string;
  readonly old: string;
  readonly fresh: string;
  /** A stack's size, and which of two it is. */
  readonly which: (size: string, which: string) => string;
  readonly guard: string;
  readonly calls: (number: number, bytes: number) => string;
  /** The same, short enough for a frame. */
  readonly run: (number: number, bytes: number) => string;
  readonly first: string;
  readonly unused: (bytes: number) => string;
  readonly wanted: (bytes: number) => string;
  /** The same, short enough for a frame. */
  readonly next: (bytes: number) => string;
  readonly outside: Readonly<Record<StackPointer['kind'], string>>;
  readonly history: string;
  readonly step: (size: number) => string;
  readonly facts: Readonly<Record<'stack' | 'used' | 'guard' | 'depth' | 'pointers' | 'copied' | 'sizes', string>>;
  readonly range: (lo: string, hi: string, size: number) => string;
  readonly depth: (depth: number) => string;
  readonly pointers: (frames: number, others: number) => string;
  readonly total: (copied: number, moves: number) => string;
}

/** Frames drawn one by one, as a share of the height: smaller ones stand together. */
const smallest = 1 / 20;
/** Pointers drawn, the newest. */
const mostArrows = 12;

/** One stack to draw, with what lies on it. */
interface Drawn { readonly key: string; readonly stack: Stack; readonly calls: readonly Calls[]; readonly used: number }

const sizeOf = ({ lo, hi }: Stack): number => hi - lo;

/** A picture of one goroutine's stack, of two while it moves. Every move goes to the other side, and what lies still stays. */
export function drawStack(picture: TapePicture, words: StackWords, event: TapeEvent | undefined): { readonly marks: readonly FrameMark[]; readonly frame: StacksFrame; readonly facts: readonly Fact[] } {
  const { move, sizes } = picture;
  const side = (sizes.length - 1) % 2;
  const now = drawnOf(picture, 'here', move ? move.stack : picture.stack);
  const former = move && drawnOf(picture, 'there', move.old);
  const most = Math.max(sizeOf(now.stack), former ? sizeOf(former.stack) : 0);
  const columns = [columnOf(now, side, picture, words, event), ...(former ? [leftOf(former, 1 - side, picture, words)] : [])];
  const wanted = event?.kind === 'check' ? [wantedOf(event.frame + returnAddress, now, words)] : [];
  return {
    marks: [...framesOn(now, most, words), ...(former && move?.step !== 'freed' ? framesOn(former, most, words) : []), ...wanted],
    frame: { columns, places: 2, most, arrows: arrowsOf(picture, words), history: sizes.map(({ size, by }) => ({ size, by, label: words.step(size) })), historyName: words.history },
    facts: factsOf(picture, words),
  };
}

const drawnOf = ({ calls, used }: TapePicture, key: string, stack: Stack): Drawn => ({ key, stack, calls, used });

function columnOf({ key, stack }: Drawn, place: number, { used, stackguard0, move }: TapePicture, words: StackWords, event: TapeEvent | undefined): StackColumn {
  const guard = move ? stackguard0 - (move.step === 'copied' ? move.old.lo : move.stack.lo) : stackguard0 - stack.lo;
  const size = words.stack(sizeOf(stack));
  const name = move ? words.which(size, words.fresh) : size;
  return { key, place, name, note: words.used(move ? move.used : used), size: sizeOf(stack), hi: formatAddress(stack.hi), lo: formatAddress(stack.lo), state: 'used', lines: [{ at: sizeOf(stack) - guard, label: words.guard, crossed: event?.kind === 'check' }] };
}

function leftOf({ key, stack }: Drawn, place: number, { move }: TapePicture, words: StackWords): StackColumn {
  const freed = move?.step === 'freed';
  return { key, place, name: words.which(words.stack(sizeOf(stack)), freed ? words.left : words.old), note: '', size: sizeOf(stack), hi: formatAddress(stack.hi), lo: formatAddress(stack.lo), state: freed ? 'left' : 'used', lines: [] };
}

/** The oldest call on top; what is below the stack pointer is left empty. */
function framesOn({ key, stack, calls, used }: Drawn, most: number, words: StackWords): readonly FrameMark[] {
  const marks: FrameMark[] = [];
  let from = used - calls.reduce((sum, { frame, count }) => sum + (frame + returnAddress) * count, 0);
  for (const [i, { frame, count }] of calls.entries()) {
    const bytes = frame + returnAddress;
    const single = bytes / most >= smallest ? count : 1;
    for (let at = 0; at < single; at++) {
      const size = (bytes * count) / single;
      const many = count / single;
      const label = i === 0 ? words.first : words.run(many, bytes);
      marks.push({ key: `${key}/${i}.${at}`, stack: key, from, size, meaning: 'live', label, title: i === 0 ? words.first : words.calls(many, bytes), now: false });
      from += size;
    }
  }
  const room = sizeOf(stack) - used;
  return [...marks, { key: `${key}/room`, stack: key, from: used, size: room, meaning: 'none', label: '', title: words.unused(room), now: false }];
}

/** What does not fit, as far as it would reach. */
function wantedOf(bytes: number, { key, stack, used }: Drawn, words: StackWords): FrameMark {
  return { key: `${key}/wanted`, stack: key, from: used, size: Math.min(bytes, sizeOf(stack) - used), meaning: 'refused', label: words.next(bytes), title: words.wanted(bytes), now: true };
}

function arrowsOf({ pointers, stack, move }: TapePicture, words: StackWords): readonly StackArrow[] {
  const stale = move?.step === 'copied';
  const here = move ? move.stack : stack;
  const target = stale ? move.old : here;
  return pointers.slice(-mostArrows).map(({ id, kind, at, to }): StackArrow => ({
    key: `p${id}`,
    from: at === undefined ? words.outside[kind] : { stack: 'here', at: here.hi - at },
    to: { stack: stale ? 'there' : 'here', at: target.hi - to },
    now: move?.step === 'aimed',
  }));
}

function factsOf({ stack, used, stackguard0, depth, pointers, copied, sizes }: TapePicture, words: StackWords): readonly Fact[] {
  const { facts } = words;
  return [
    { label: facts.stack, value: words.range(formatAddress(stack.lo), formatAddress(stack.hi), sizeOf(stack)) },
    { label: facts.used, value: words.exact(used) },
    { label: facts.guard, value: formatAddress(stackguard0) },
    { label: facts.depth, value: words.depth(depth) },
    { label: facts.pointers, value: words.pointers(depth, pointers.length) },
    { label: facts.copied, value: words.total(copied, sizes.length - 1) },
    { label: facts.sizes, value: sizes.map(({ size }) => words.step(size)).join(', ') },
  ];
}
