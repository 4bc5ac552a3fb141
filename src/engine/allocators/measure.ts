import type { Allocator, HeapOp } from './allocator.ts';
import type { Figures } from './figures.ts';
import { Watched } from './watched.ts';

/** How an allocator stands after `op` operations. */
export interface Moment extends Figures { readonly op: number }

/** A trace performed by one allocator. */
export interface Run {
  /** At each mark, in order. */
  readonly moments: readonly Moment[];
  /** When the heap was first as large as it ever got. */
  readonly peak: Moment;
  /** When most bytes of blocks were wasted: headers and rounding. */
  readonly worstInside: Moment;
  /** When most bytes of heap were in no block. */
  readonly worstBetween: Moment;
  readonly last: Moment;
  /** Requests answered with the null pointer. */
  readonly refused: number;
}

/** Operations between two looks up from the work. */
const stretch = 1024;

/**
 * Performs a program, noting how the allocator stands at each mark (numbers of operations done, rising), and in the worst
 * moments, which a second run looks at. Yields how many operations are done, of twice as many as the program has.
 */
export function* measure(make: () => Allocator, program: readonly HeapOp[], marks: readonly number[]): Generator<number, Run, void> {
  const watched = new Watched(make());
  const extremes = new Extremes();
  const moments: Moment[] = [];
  for (let done = 0, mark = 0; ; done++) {
    extremes.look(watched, done);
    if (marks[mark] === done) moments.push({ op: done, ...watched.figures() });
    if (marks[mark] === done) mark++;
    if (done === program.length) break;
    if (done % stretch === 0) yield done;
    watched.apply(program[done]!);
  }
  const last = { op: program.length, ...watched.figures() };
  const [peak, worstInside, worstBetween] = yield* lookAgain(make, program, [extremes.heap, extremes.inside, extremes.between]);
  return { moments, peak: peak!, worstInside: worstInside!, worstBetween: worstBetween!, last, refused: watched.refused };
}

/** The first operation after which each quantity was as large as it ever got. */
class Extremes {
  heap = 0;
  inside = 0;
  between = 0;
  #mostHeap = 0;
  #mostInside = 0;
  #mostBetween = 0;

  look(watched: Watched, done: number): void {
    const { live, heap } = watched.sums();
    const [inside, between] = [watched.blocks - live, heap - watched.blocks];
    if (heap > this.#mostHeap) [this.#mostHeap, this.heap] = [heap, done];
    if (inside > this.#mostInside) [this.#mostInside, this.inside] = [inside, done];
    if (between > this.#mostBetween) [this.#mostBetween, this.between] = [between, done];
  }
}

/** Runs once more, up to the last of some operations, and notes how the allocator stands at each. */
function* lookAgain(make: () => Allocator, program: readonly HeapOp[], ops: readonly number[]): Generator<number, readonly Moment[], void> {
  const watched = new Watched(make());
  const seen = new Map<number, Moment>();
  const end = Math.max(...ops);
  for (let done = 0; ; done++) {
    if (ops.includes(done)) seen.set(done, { op: done, ...watched.figures() });
    if (done === end) break;
    if (done % stretch === 0) yield program.length + done;
    watched.apply(program[done]!);
  }
  return ops.map((op) => seen.get(op)!);
}

/** Rising numbers of operations from 0 to `length`, evenly spread, at most `count` + 1 of them, with `extra` among them. */
export function marksOf(length: number, count: number, extra: readonly number[] = []): readonly number[] {
  const even = Array.from({ length: Math.min(length, count) + 1 }, (_, i) => Math.round((i * length) / Math.min(length, count)));
  return [...new Set([...(length === 0 ? [0] : even), ...extra])].sort((a, b) => a - b);
}
