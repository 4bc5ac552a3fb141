import { drain, ProgramError, type Machine } from '../../machine.ts';
import { GoroutineStack, type SavedGoroutineStack } from './goroutine-stack.ts';
import { StackProcess, type SavedProcess } from './process-start.ts';
import { returnAddress } from './sizes.ts';
import { SegmentedStack, segmentMin, type Segment } from './segmented-stack.ts';

/** A call of `bytes`, its return address included; a loop that makes one `times` times and returns from it each time; a return. */
export type SplitOp =
  | { readonly do: 'call'; readonly bytes: number }
  | { readonly do: 'loop'; readonly bytes: number; readonly times: number }
  | { readonly do: 'return' };

/** Segments taken, and stacks copied, by this operation. */
export interface SplitAnswer { readonly segments: number; readonly copies: number }

export type SplitEvent =
  | { readonly kind: 'called'; readonly turn: number; readonly took: boolean; readonly copied: number }
  | { readonly kind: 'returned'; readonly turn: number; readonly gave: boolean }
  /** The turns of a loop between the first and the last, at once: each does what the last will do. */
  | { readonly kind: 'rest'; readonly turns: number; readonly segments: number };

export interface SplitPicture {
  readonly segments: readonly Segment[];
  readonly taken: number;
  readonly given: number;
  readonly stack: { readonly size: number; readonly used: number; readonly frames: readonly number[] };
  readonly copies: number;
  readonly copiedBytes: number;
}

interface Counts { readonly taken: number; readonly given: number; readonly copies: number; readonly copiedBytes: number }
interface Saved { readonly segments: readonly Segment[]; readonly process: SavedProcess; readonly stack: SavedGoroutineStack; readonly counts: Counts }

/** The same calls on segments (Go 1.2) and on one stack that moves (Go 1.27), both of 8 KiB at first. */
export class HotSplit implements Machine<SplitOp, SplitEvent, SplitAnswer, SplitPicture, Saved> {
  #segmented = new SegmentedStack();
  #process = new StackProcess();
  #stack = GoroutineStack.start(this.#process.stacks, this.#process.stacks.alloc(segmentMin));
  #counts: Counts = { taken: 0, given: 0, copies: 0, copiedBytes: 0 };

  *run(op: SplitOp): Generator<SplitEvent, SplitAnswer, void> {
    const { taken, copies } = this.#counts;
    switch (op.do) {
      case 'call': yield this.#call(op.bytes, 1); break;
      case 'return': yield this.#return(1); break;
      case 'loop': yield* this.#loop(op.bytes, op.times); break;
    }
    return { segments: this.#counts.taken - taken, copies: this.#counts.copies - copies };
  }

  apply(op: SplitOp): SplitAnswer { return drain(this.run(op)); }

  save(): Saved { return { segments: this.#segmented.segments, process: this.#process.save(), stack: this.#stack.save(), counts: this.#counts }; }

  load({ segments, process, stack, counts }: Saved): void {
    this.#segmented = new SegmentedStack(segments);
    this.#process = new StackProcess(process);
    this.#stack = new GoroutineStack(this.#process.stacks, stack);
    this.#counts = counts;
  }

  picture(): SplitPicture {
    const { size, used, calls } = this.#stack;
    const frames = calls.flatMap(({ frame, count }) => Array.from({ length: count }, () => frame));
    return { segments: this.#segmented.segments, stack: { size, used, frames }, ...this.#counts };
  }

  /** The first turn and the last are shown. */
  *#loop(bytes: number, times: number): Generator<SplitEvent, void, void> {
    yield* this.#turn(bytes, 1);
    const before = this.#counts.taken;
    for (let turn = 2; turn < times; turn++) drain(this.#turn(bytes, turn));
    if (times > 2) yield { kind: 'rest', turns: times - 2, segments: this.#counts.taken - before };
    if (times > 1) yield* this.#turn(bytes, times);
  }

  *#turn(bytes: number, turn: number): Generator<SplitEvent, void, void> {
    yield this.#call(bytes, turn);
    yield this.#return(turn);
  }

  #call(bytes: number, turn: number): SplitEvent {
    const { taken, copies, copiedBytes } = this.#counts;
    const took = this.#segmented.call(bytes - returnAddress);
    const moves = [...this.#stack.call(bytes - returnAddress, 1)].filter((moment) => moment.kind === 'copied');
    const copied = moves.reduce((sum, { used }) => sum + used, 0);
    this.#counts = { ...this.#counts, taken: taken + (took ? 1 : 0), copies: copies + moves.length, copiedBytes: copiedBytes + copied };
    return { kind: 'called', turn, took, copied };
  }

  #return(turn: number): SplitEvent {
    const gave = this.#segmented.return();
    if (gave === undefined) throw new ProgramError('first', 'The first function of a goroutine does not return here.', { line: 1 });
    this.#stack.return(1);
    this.#counts = { ...this.#counts, given: this.#counts.given + (gave ? 1 : 0) };
    return { kind: 'returned', turn, gave };
  }
}
