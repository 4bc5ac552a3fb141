import { ProgramError, type Machine } from './machine.ts';

/** Where a reader stands: before operation `op` when `moment` is 0, else just after its `moment`-th event. */
export interface Position { readonly op: number; readonly moment: number }

export const start: Position = { op: 0, moment: 0 };

/** Moments one operation may take before it counts as a runaway. */
export const momentBudget = 20_000;

/** What a timeline knows of a program that it has run: plain data, for another one of the same program. Of the checkpoints some may be left out: holes. */
export interface Learnt { readonly checkpoints: readonly unknown[]; readonly answers: readonly unknown[] }

/** Checkpoints of a short program: one operation of it may be a hundred thousand goroutines, which are not to be started twice. */
const fewCheckpoints = 16;

/** Operations between two checkpoints of a long one, and checkpoints at most, whatever its length. */
const [farApart, mostCheckpoints] = [256, 1024];

const apart = (operations: number): number => Math.max(1, Math.min(farApart, Math.ceil(operations / fewCheckpoints)), Math.ceil(operations / mostCheckpoints));

/**
 * A program and a machine that can stand at any position in it.
 *
 * Seek loads the nearest checkpoint, applies whole operations, then steps `run` to the moment.
 * Checkpoints lie `every` operations apart: 100,000 operations cost a few hundred of them, a million no more than a thousand.
 */
export class Timeline<Op, Event, Answer, Picture> {
  readonly program: readonly Op[];
  readonly machine: Machine<Op, Event, Answer, Picture>;
  readonly #lines: readonly number[];
  readonly #every: number;
  /** Of a machine that has no state one may be undefined; where none is kept there is a hole. */
  readonly #checkpoints: unknown[] = [];
  #answers: Answer[] = [];
  #op = 0;
  #moment = 0;
  #running: Generator<Event, Answer, void> | undefined;
  #event: Event | undefined;

  /** `lines[op]` is the line a reader wrote operation `op` on, for errors. */
  constructor(machine: Machine<Op, Event, Answer, Picture>, program: readonly Op[], lines: readonly number[] = [], every = apart(program.length)) {
    this.machine = machine;
    this.program = program;
    this.#lines = lines;
    this.#every = every;
    this.#keepCheckpoint();
  }

  get position(): Position { return { op: this.#op, moment: this.#moment }; }

  get atEnd(): boolean { return this.#op === this.program.length; }

  /** The event just shown; undefined between operations. */
  get event(): Event | undefined { return this.#event; }

  /** What the system answered operation `op`; known once that operation has run to its end. */
  answer(op: number): Answer | undefined { return this.#answers[op]; }

  picture(): Picture { return this.machine.picture(); }

  /** Moves to the next moment, or past the operation's end. False at the end of the program. */
  step(): boolean {
    if (this.atEnd) return false;
    const next = this.#guard(() => (this.#running ??= this.machine.run(this.program[this.#op]!)).next());
    if (next.done) this.#finish(next.value);
    else this.#show(next.value);
    return true;
  }

  /** Moves to the moment before this one. False at the start. */
  back(): boolean {
    if (this.#moment > 0) return this.#to({ op: this.#op, moment: this.#moment - 1 });
    if (this.#op === 0) return false;
    const op = this.#op - 1;
    return this.#to({ op, moment: this.moments(op) });
  }

  /** How many events operation `op` yields. Leaves the timeline at that operation's end. */
  moments(op: number): number {
    this.seek({ op, moment: 0 });
    let seen = 0;
    while (this.#op === op && this.step()) seen = Math.max(seen, this.#moment);
    return seen;
  }

  /** Stands at `position`; one beyond an operation's last moment means that operation's end. */
  seek(position: Position): void {
    const op = Math.max(0, Math.min(position.op, this.program.length));
    this.#stand(op, position.moment);
    while (this.#op < op) this.#applyOne();
    while (this.#op === op && this.#moment < position.moment && this.step());
  }

  /** What it has learnt; nobody else may write to it. */
  get learnt(): Learnt { return { checkpoints: this.#checkpoints, answers: this.#answers }; }

  /** Takes over what another timeline of the same program has learnt: nothing that is known need be run again. */
  learn({ checkpoints, answers }: Learnt): void {
    checkpoints.forEach((checkpoint, index) => { this.#checkpoints[index] = checkpoint; });
    this.#answers = [...answers] as Answer[];
  }

  /** Runs to the end; returns every answer. */
  finish(): readonly Answer[] {
    this.seek({ op: this.program.length, moment: 0 });
    return this.#answers;
  }

  #to(position: Position): true {
    this.seek(position);
    return true;
  }

  /** Puts the machine between operations at the latest known place not after (`op`, `moment`). */
  #stand(op: number, moment: number): void {
    const ahead = this.#op < op || (this.#op === op && this.#moment <= moment);
    const nearest = this.#nearest(op);
    if (ahead && nearest * this.#every <= this.#op) return this.#leaveOperation(op);
    this.#rewind(op);
  }

  /** Finishes a half-run operation that lies before `op`. */
  #leaveOperation(op: number): void {
    const here = this.#op;
    while (this.#running && here < op && this.step());
  }

  #applyOne(): void {
    this.#finish(this.#guard(() => this.machine.apply(this.program[this.#op]!)));
  }

  #show(event: Event): void {
    this.#event = event;
    this.#moment += 1;
    if (this.#moment > momentBudget) this.#refuse(new ProgramError('budget', `This operation takes more than ${momentBudget} moments.`, { line: 1 }, { budget: momentBudget }));
  }

  #finish(answer: Answer): void {
    this.#answers[this.#op] = answer;
    this.#running = undefined;
    this.#event = undefined;
    this.#moment = 0;
    this.#op += 1;
    this.#keepCheckpoint();
  }

  /** Gives a failed operation its line, and stands before it again. */
  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      return this.#refuse(error);
    }
  }

  #refuse(error: unknown): never {
    const op = this.#op;
    this.#rewind(op);
    while (this.#op < op) this.#finish(this.machine.apply(this.program[this.#op]!));
    if (!(error instanceof ProgramError)) throw error;
    throw new ProgramError(error.code, error.message, { line: this.#lines[op] ?? op + 1, column: error.column }, error.args);
  }

  #rewind(op: number): void {
    const nearest = this.#nearest(op);
    this.#running = undefined;
    this.#event = undefined;
    this.#moment = 0;
    this.#op = nearest * this.#every;
    this.machine.load(this.#checkpoints[nearest]);
  }

  /** The last checkpoint there is not after an operation. */
  #nearest(op: number): number {
    let index = Math.min(Math.floor(op / this.#every), this.#checkpoints.length - 1);
    while (!(index in this.#checkpoints)) index--;
    return index;
  }

  #keepCheckpoint(): void {
    const index = this.#op / this.#every;
    if (Number.isInteger(index) && !(index in this.#checkpoints)) this.#checkpoints[index] = this.machine.save();
  }
}
