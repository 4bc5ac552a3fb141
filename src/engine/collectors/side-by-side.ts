import type { Machine } from '../machine.ts';
import type { Collector } from './collector.ts';
import type { Answer, CollectorEvent, CollectorOp } from './event.ts';
import type { CollectorPicture } from './picture.ts';

/** What one collector did for one operation. */
export interface LaneMoment {
  readonly answer: Answer;
  readonly events: readonly CollectorEvent[];
  /** Bytes it touched while the program waited. */
  readonly pause: number;
  /** Collections that ended, objects moved. */
  readonly collections: number;
  readonly moved: number;
}

/** An operation, and what the program calls its objects. */
export type NamedOp = CollectorOp & { readonly name?: string; readonly toName?: string };

interface Done<Kind extends CollectorOp['do']> { readonly kind: Kind; readonly op: Extract<NamedOp, { do: Kind }>; readonly lanes: readonly LaneMoment[] }

/** A step of a collector that is watched closely; or an operation, done by all at once. */
export type SideEvent = { readonly kind: 'step'; readonly step: CollectorEvent; readonly name: string } | Done<'new'> | Done<'set'> | Done<'hold'> | Done<'drop'> | Done<'collect'>;

export interface SideLane extends CollectorPicture {
  /** Bytes touched during each operation so far, in turn. */
  readonly pauses: readonly number[];
  /** Garbage that the last collection to end left in memory: bytes of objects that nothing led to when it ended. */
  readonly floating: number;
}

export interface SidePicture { readonly lanes: readonly SideLane[]; readonly names: Readonly<Record<number, string>> }

interface Noted { readonly pauses: readonly number[]; readonly floating: number }
interface Saved { readonly collectors: readonly ReturnType<Collector['save']>[]; readonly noted: readonly Noted[]; readonly names: SidePicture['names'] }

/** What the program does, and the collector only serves: no step of its own. */
const ofProgram: ReadonlySet<CollectorEvent['kind']> = new Set(['placed', 'stored', 'held', 'dropped']);

/**
 * Several collectors serve one program, each its own heap: an operation is one moment, its answer a list of theirs. Watched
 * closely, each step of a collector is a moment too.
 */
export class SideBySide implements Machine<NamedOp, SideEvent, readonly Answer[], SidePicture, Saved> {
  readonly #collectors: readonly Collector[];
  readonly #closely: boolean;
  #noted: readonly Noted[];
  #names: SidePicture['names'] = {};

  constructor(collectors: readonly Collector[], closely = false) {
    this.#collectors = collectors;
    this.#closely = closely;
    this.#noted = collectors.map(() => ({ pauses: [], floating: 0 }));
  }

  *run(op: NamedOp): Generator<SideEvent, readonly Answer[], void> {
    this.#name(op);
    const lanes: LaneMoment[] = [];
    for (const [i, collector] of this.#collectors.entries()) {
      const before = collector.work.collections;
      lanes.push(yield* this.#watch(collector, op));
      this.#note(i, before);
    }
    yield { kind: op.do, op, lanes } as SideEvent;
    return lanes.map(({ answer }) => answer);
  }

  apply(op: NamedOp): readonly Answer[] {
    this.#name(op);
    return this.#collectors.map((collector, i) => {
      const before = collector.work.collections;
      const answer = collector.apply(op);
      this.#note(i, before);
      return answer;
    });
  }

  save(): Saved { return { collectors: this.#collectors.map((collector) => collector.save()), noted: this.#noted, names: this.#names }; }

  load({ collectors, noted, names }: Saved): void {
    for (const [i, collector] of this.#collectors.entries()) collector.load(collectors[i]!);
    this.#noted = noted;
    this.#names = names;
  }

  picture(): SidePicture {
    return { lanes: this.#collectors.map((collector, i) => ({ ...collector.picture(), ...this.#noted[i]! })), names: this.#names };
  }

  *#watch(collector: Collector, op: NamedOp): Generator<SideEvent, LaneMoment, void> {
    const before = collector.figures();
    const events: CollectorEvent[] = [];
    const moments = collector.run(op);
    let next = moments.next();
    for (; !next.done; next = moments.next()) {
      const step = next.value;
      events.push(step);
      if (this.#closely && !ofProgram.has(step.kind)) yield { kind: 'step', step, name: 'id' in step ? this.#names[step.id] ?? '' : '' };
    }
    const after = collector.figures();
    return { answer: next.value, events, pause: after.lastPause, collections: after.collections - before.collections, moved: after.moved - before.moved };
  }

  #name(op: NamedOp): void {
    if (op.do === 'new' && op.name !== undefined) this.#names = { ...this.#names, [op.id]: op.name };
  }

  /** Notes the pause; and what floats, if a collection has ended. */
  #note(i: number, collectionsBefore: number): void {
    const { lastPause, garbage, collections } = this.#collectors[i]!.figures();
    const { pauses, floating } = this.#noted[i]!;
    const left = garbage - this.#collectors[i]!.condemned();
    this.#noted = this.#noted.with(i, { pauses: [...pauses, lastPause], floating: collections > collectionsBefore ? left : floating });
  }
}
