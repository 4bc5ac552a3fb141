import type { Machine } from '../machine.ts';
import type { Allocator, Answer, HeapEvent } from './allocator.ts';
import { named, Names, type NamedOp, type NamedPicture } from './named-heap.ts';

/** What one allocator did for one operation. */
export interface LaneMoment {
  readonly answer: Answer;
  readonly events: readonly HeapEvent[];
  /** Blocks it looked at for this operation. */
  readonly steps: number;
}

type Ask = Extract<NamedOp, { readonly size: number }>;
interface Done<Kind extends string, Op> { readonly kind: Kind; readonly op: Op; readonly lanes: readonly LaneMoment[] }

/** An operation, done by all at once: served by all, refused by some, a free; or a free of what nobody has. */
export type SideEvent = Done<'served', Ask> | Done<'refused', Ask> | Done<'freed', NamedOp> | Done<'nothing', NamedOp>;

export interface SideLane extends NamedPicture {
  /** Requests answered with the null pointer so far. */
  readonly failures: number;
  /** Bytes of the last operation, if this allocator refused it. */
  readonly refused: number | undefined;
}
export interface SidePicture { readonly lanes: readonly SideLane[] }

interface Saved {
  readonly allocators: readonly ReturnType<Allocator['save']>[];
  readonly names: ReturnType<Names['save']>;
  readonly failures: readonly number[];
  readonly refused: readonly (number | undefined)[];
}

/** Several allocators serve one program, each from its own heap: an operation is one moment, its answer a list of theirs. */
export class SideBySide implements Machine<NamedOp, SideEvent, readonly Answer[], SidePicture, Saved> {
  readonly #allocators: readonly Allocator[];
  readonly #names = new Names();
  #failures: readonly number[];
  #refused: readonly (number | undefined)[];

  constructor(allocators: readonly Allocator[]) {
    this.#allocators = allocators;
    this.#failures = allocators.map(() => 0);
    this.#refused = allocators.map(() => undefined);
  }

  *run(op: NamedOp): Generator<SideEvent, readonly Answer[], void> {
    const held = this.#allocators.map((allocator) => holds(allocator, op));
    const lanes = this.#allocators.map((allocator) => watchOne(allocator, op));
    const answers = lanes.map(({ answer }) => answer);
    this.#judge(op, answers);
    yield eventOf(op, lanes, held, this.#refused);
    return answers;
  }

  apply(op: NamedOp): readonly Answer[] {
    const answers = this.#allocators.map((allocator) => allocator.apply(op));
    this.#judge(op, answers);
    return answers;
  }

  save(): Saved {
    return { allocators: this.#allocators.map((allocator) => allocator.save()), names: this.#names.save(), failures: this.#failures, refused: this.#refused };
  }

  load({ allocators, names, failures, refused }: Saved): void {
    for (const [i, allocator] of this.#allocators.entries()) allocator.load(allocators[i]!);
    this.#names.load(names);
    this.#failures = failures;
    this.#refused = refused;
  }

  picture(): SidePicture {
    return { lanes: this.#allocators.map((allocator, i) => ({ ...named(allocator, this.#names), failures: this.#failures[i]!, refused: this.#refused[i] })) };
  }

  #judge(op: NamedOp, answers: readonly Answer[]): void {
    this.#names.note(op);
    this.#refused = answers.map((answer) => (answer === null && op.do !== 'free' && op.size > 0 ? op.size : undefined));
    this.#failures = this.#failures.map((count, i) => count + (this.#refused[i] === undefined ? 0 : 1));
  }
}

const holds = (allocator: Allocator, { id }: NamedOp): boolean => allocator.objects().some((object) => object.id === id);

function watchOne(allocator: Allocator, op: NamedOp): LaneMoment {
  const before = allocator.sums().steps;
  const events: HeapEvent[] = [];
  const moments = allocator.run(op);
  let next = moments.next();
  for (; !next.done; next = moments.next()) events.push(next.value);
  return { answer: next.value, events, steps: allocator.sums().steps - before };
}

function eventOf(op: NamedOp, lanes: readonly LaneMoment[], held: readonly boolean[], refused: readonly (number | undefined)[]): SideEvent {
  if (op.do === 'free') return { kind: held.includes(true) ? 'freed' : 'nothing', op, lanes };
  return { kind: refused.some((size) => size !== undefined) ? 'refused' : 'served', op, lanes };
}
