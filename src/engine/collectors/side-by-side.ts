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

/** An operation, done by all at once. */
export interface SideEvent { readonly kind: CollectorOp['do']; readonly op: CollectorOp; readonly lanes: readonly LaneMoment[] }

export interface SideLane extends CollectorPicture {
  /** Bytes touched during each operation so far, in turn. */
  readonly pauses: readonly number[];
  /** Garbage that the last collection to end left in memory: bytes of objects that nothing led to when it ended. */
  readonly floating: number;
}

export interface SidePicture { readonly lanes: readonly SideLane[] }

interface Noted { readonly pauses: readonly number[]; readonly floating: number }
interface Saved { readonly collectors: readonly ReturnType<Collector['save']>[]; readonly noted: readonly Noted[] }

/** Several collectors serve one program, each its own heap: an operation is one moment, its answer a list of theirs. */
export class SideBySide implements Machine<CollectorOp, SideEvent, readonly Answer[], SidePicture, Saved> {
  readonly #collectors: readonly Collector[];
  #noted: readonly Noted[];

  constructor(collectors: readonly Collector[]) {
    this.#collectors = collectors;
    this.#noted = collectors.map(() => ({ pauses: [], floating: 0 }));
  }

  *run(op: CollectorOp): Generator<SideEvent, readonly Answer[], void> {
    const lanes = this.#collectors.map((collector, i) => this.#note(i, () => watch(collector, op)));
    yield { kind: op.do, op, lanes };
    return lanes.map(({ answer }) => answer);
  }

  apply(op: CollectorOp): readonly Answer[] {
    return this.#collectors.map((collector, i) => this.#note(i, () => collector.apply(op)));
  }

  save(): Saved { return { collectors: this.#collectors.map((collector) => collector.save()), noted: this.#noted }; }

  load({ collectors, noted }: Saved): void {
    for (const [i, collector] of this.#collectors.entries()) collector.load(collectors[i]!);
    this.#noted = noted;
  }

  picture(): SidePicture { return { lanes: this.#collectors.map((collector, i) => ({ ...collector.picture(), ...this.#noted[i]! })) }; }

  /** Notes the pause; and what floats, if a collection has ended. */
  #note<Result>(i: number, act: () => Result): Result {
    const collector = this.#collectors[i]!;
    const before = collector.work.collections;
    const result = act();
    const { lastPause, garbage, collections } = collector.figures();
    const { pauses, floating } = this.#noted[i]!;
    this.#noted = this.#noted.with(i, { pauses: [...pauses, lastPause], floating: collections > before ? garbage - collector.condemned() : floating });
    return result;
  }
}

function watch(collector: Collector, op: CollectorOp): LaneMoment {
  const before = collector.figures();
  const events: CollectorEvent[] = [];
  const moments = collector.run(op);
  let next = moments.next();
  for (; !next.done; next = moments.next()) events.push(next.value);
  const after = collector.figures();
  return { answer: next.value, events, pause: after.lastPause, collections: after.collections - before.collections, moved: after.moved - before.moved };
}
