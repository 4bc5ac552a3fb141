import { drain, type Machine } from '../../machine.ts';
import { LineCache, type LineOf } from './line-cache.ts';
import { collectors, Marking, type Collector, type Visit } from './marking.ts';
import type { ObjectHeap } from './object-heap.ts';

export interface MarkOp { readonly do: 'mark'; readonly by: Collector }
interface Visited extends Visit { readonly by: Collector; readonly nth: number; readonly waiting: number }
/** A page that was gone to for the first time, or once more. */
export type VisitEvent = (Visited & { readonly kind: 'first' }) | (Visited & { readonly kind: 'again' });
/** Cache lines fetched from memory. */
export type Fetched = Readonly<Record<LineOf, number>>;
/** Visits to pages, objects scanned, and lines fetched for both. */
export interface MarkAnswer { readonly visits: number; readonly objects: number; readonly fetched: Fetched }

/** In which visit each object was scanned, from 1; 0 when it was only found, undefined when not even that. */
export interface MarkState { readonly by: Collector; readonly visits: number; readonly fetched: Fetched; readonly scannedIn: readonly (number | undefined)[] }
export interface MarkPicture { readonly heap: ObjectHeap; readonly states: readonly MarkState[] }

type Saved = readonly Collector[];

/** The same heap marked twice: object after object, and page after page. */
export class MarkOrder implements Machine<MarkOp, VisitEvent, MarkAnswer, MarkPicture, Saved> {
  readonly #heap: ObjectHeap;
  /** Lines that its cache holds. */
  readonly #cache: number;
  #states: MarkState[];
  #done: Collector[] = [];

  constructor(heap: ObjectHeap, cache: number) {
    [this.#heap, this.#cache] = [heap, cache];
    this.#states = collectors.map((by) => this.#untouched(by));
  }

  *run({ by }: MarkOp): Generator<VisitEvent, MarkAnswer, void> {
    const cache = new LineCache(this.#cache);
    const marking = new Marking(this.#heap, by, cache);
    const seen = new Set<number>();
    const scannedIn: (number | undefined)[] = this.#heap.points.map((_, object) => (marking.marked.has(object) ? 0 : undefined));
    let nth = 0;
    for (let visit = marking.next(); visit; visit = marking.next()) {
      nth++;
      for (const object of visit.found) scannedIn[object] ??= 0;
      for (const object of visit.scanned) scannedIn[object] = nth;
      this.#show({ by, visits: nth, fetched: { ...cache.fetched }, scannedIn: [...scannedIn] });
      yield { kind: seen.has(visit.page) ? 'again' : 'first', by, nth, waiting: marking.marked.size - marking.scanned.size, ...visit };
      seen.add(visit.page);
    }
    this.#done.push(by);
    return { visits: nth, objects: marking.scanned.size, fetched: { ...cache.fetched } };
  }

  apply(op: MarkOp): MarkAnswer { return drain(this.run(op)); }
  save(): Saved { return [...this.#done]; }

  load(done: Saved): void {
    this.#states = collectors.map((by) => this.#untouched(by));
    this.#done = [];
    for (const by of done) this.apply({ do: 'mark', by });
  }

  picture(): MarkPicture { return { heap: this.#heap, states: [...this.#states] }; }

  #show(state: MarkState): void { this.#states = this.#states.map((other) => (other.by === state.by ? state : other)); }
  #untouched(by: Collector): MarkState { return { by, visits: 0, fetched: { object: 0, record: 0 }, scannedIn: this.#heap.points.map(() => undefined) }; }
}
