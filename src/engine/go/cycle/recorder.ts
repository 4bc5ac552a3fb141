import { invariant } from '../../machine.ts';
import type { CycleEvent, Doing, Stretch, TracedCycle } from '../traced-cycle.ts';

interface Open { readonly g: number; readonly what: Doing; readonly from: number }

/** Of what happens again and again only so much is drawn, evenly. */
const drawn = 150;
/** Nanoseconds before a collection that can be drawn. */
const before = 10e6;

/** Notes who did what on which P, as an execution trace does, and the heap's size. */
export class Recorder {
  readonly #open = new Map<number, Open>();
  #stretches: Stretch[] = [];
  heap: [at: number, bytes: number][] = [];
  swept: number[] = [];
  #events: CycleEvent[] = [];
  stops: [from: number, to: number][] = [];
  /** What the end of marking said: its goal, the next one, spans to be swept. */
  marked: { readonly goal: number; readonly next: number; readonly spans: number } | undefined;

  /** From now on goroutine `g` does `what` on this P; undefined: nobody does anything. */
  turn(p: number, now: number, g = 0, what?: Doing): void {
    const open = this.#open.get(p);
    if (open && open.g === g && open.what === what) return;
    if (open && now > open.from) this.#stretches.push({ p, g: open.g, what: open.what, from: open.from, to: now });
    if (what) this.#open.set(p, { g, what, from: now });
    else this.#open.delete(p);
  }

  /** What is worth a stop. */
  note(event: CycleEvent): void { this.#events.push(event); }

  /** What is worth a stop only the first time. */
  noteFirst(event: CycleEvent): void { if (!this.#events.some(({ kind }) => kind === event.kind)) this.note(event); }

  /** A collection has begun, with a stop: of what was before only the last moments are of interest. */
  begin(now: number): void {
    [this.#events, this.stops, this.marked] = [[], this.stops.slice(-1), undefined];
    this.#stretches = this.#stretches.filter(({ to }) => to > now - before);
    this.heap = this.heap.filter(([at]) => at > now - before);
    this.swept = [];
  }

  /** The collection that ended last, from one moment to another; `zero` is when it began. */
  cut(procs: number, zero: number, from: number, to: number): TracedCycle {
    const [first, second] = [this.stops[0], this.stops.at(-1)];
    invariant(first !== undefined && second !== undefined && this.marked !== undefined, 'no collection has ended');
    for (const p of this.#open.keys()) this.turn(p, to);
    const since = (at: number): number => Math.round(at - zero);
    const swept = this.swept.filter((at) => at >= second[0] && at <= to).map(since);
    return {
      procs, goal: this.marked.goal, next: this.marked.next,
      stops: [[since(first[0]), since(first[1])], [since(second[0]), since(second[1])]],
      stretches: this.#stretches.filter((each) => each.to > from && each.from < to).map((each) => ({ ...each, from: since(Math.max(from, each.from)), to: since(Math.min(to, each.to)) })).sort((a, b) => a.p - b.p || a.from - b.from),
      swept: swept.filter((at, i) => i === 0 || Math.floor((drawn * at) / (to - from)) > Math.floor((drawn * swept[i - 1]!) / (to - from))), sweeps: swept.length,
      heap: thinned(this.heap.filter(([at]) => at >= from && at <= to), (to - from) / drawn).map(([at, bytes]) => [since(at), bytes] as const),
      noted: this.#events.map((event) => ({ ...event, at: since(event.at) })),
    };
  }
}

/** Of the heap's sizes only such as lie apart, and both sides of a fall. */
function thinned(heap: readonly (readonly [at: number, bytes: number])[], least: number): readonly (readonly [at: number, bytes: number])[] {
  const falls = (i: number): boolean => (heap[i]?.[1] ?? Infinity) < (heap[i - 1]?.[1] ?? 0);
  let last = -Infinity;
  return heap.filter(([at], i) => {
    const kept = at - last >= least || falls(i) || falls(i + 1);
    if (kept) last = at;
    return kept;
  });
}
