/** What every engine in the book is, and how it fails. See CONTRIBUTING.md, "An engine". */

/**
 * The whole state of one simulated system.
 *
 * Two runs of the same operations from the same options, seed and start are equal to the byte:
 * an engine reads no clock, no DOM and no chance of its own.
 */
export interface Machine<Op, Event, Answer, Picture, Checkpoint = unknown> {
  /** Runs one operation: yields each moment worth a picture, returns what the system answers. */
  run(op: Op): Generator<Event, Answer, void>;
  /** The same operation unwatched. Its answer and final state equal those of `run`. */
  apply(op: Op): Answer;
  /** The whole state as plain data. Called between operations only. */
  save(): Checkpoint;
  /** Returns to a saved state. */
  load(checkpoint: Checkpoint): void;
  /** Everything a view draws, as plain data whose marks carry stable keys. */
  picture(): Picture;
}

/** Makes a machine from its inputs; `start` replaces the empty initial state. */
export type Create<Options, M extends Machine<never, unknown, unknown, unknown>> =
  (options: Options, seed: number, start?: ReturnType<M['save']>) => M;

/** Something real that can answer the same program: a recording, or the live Go runtime. */
export interface Real<Op, Answer> {
  answers(program: readonly Op[]): Promise<readonly Answer[]>;
}

/** Drains a generator and returns what it answers: the default body of `apply`. */
export function drain<Answer>(moments: Generator<unknown, Answer, void>): Answer {
  let next = moments.next();
  while (!next.done) next = moments.next();
  return next.value;
}

/**
 * A program or pasted text cannot be read or run: the reader's to mend.
 * `code` and `args` pick the sentence in the reader's language; `message` is its English form.
 * Lines and columns count from 1.
 */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly line: number;
  readonly column: number;

  constructor(code: string, message: string, at: { line: number; column?: number }, args: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.args = args;
    this.line = at.line;
    this.column = at.column ?? 1;
  }
}

/** What a ProgramError says, as plain data: what a reader skipped is told, not thrown, and an error costs more than reading a line. */
export type Damage = Readonly<Pick<ProgramError, 'code' | 'message' | 'args' | 'line' | 'column'>>;

/** A broken invariant: our fault, never the reader's. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** Throws an {@link EngineError} unless `holds`. */
export function invariant(holds: boolean, what: string): asserts holds {
  if (!holds) throw new EngineError(what);
}
