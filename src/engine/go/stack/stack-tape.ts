import { drain, ProgramError, type Machine } from '../../machine.ts';
import { GoroutineStack, type Calls, type Move, type SavedGoroutineStack, type StackMoment } from './goroutine-stack.ts';
import { go127, usedToScan, type Growing } from './newstack.ts';
import { StackProcess, type SavedProcess } from './process-start.ts';
import { fixedStack, returnAddress } from './sizes.ts';
import type { Stack } from './stack-alloc.ts';
import type { StackPointer } from './stack-pointers.ts';

/** What one goroutine does. `bytes` is what a call takes of the stack, its return address included; `count` may be infinite. */
export type TapeOp =
  | { readonly do: 'call'; readonly bytes: number; readonly count: number; readonly passes: boolean }
  | { readonly do: 'return'; readonly count: number }
  | { readonly do: 'defer' }
  | { readonly do: 'wait' }
  | { readonly do: 'collect' };

/** Bytes of the stack afterwards. */
export interface TapeAnswer { readonly size: number }

export type TapeEvent = StackMoment
  | { readonly kind: 'scanned'; readonly used: number; readonly quarter: number; readonly halves: boolean }
  /** The next size is above the limit: the program dies. */
  | { readonly kind: 'overflow'; readonly limit: number; readonly newsize: number; readonly stack: Stack; readonly used: number };

export interface TapePicture {
  readonly stack: Stack;
  readonly calls: readonly Calls[];
  readonly used: number;
  readonly depth: number;
  readonly stackguard0: number;
  readonly pointers: readonly StackPointer[];
  /** The move under way, and how far it is. */
  readonly move: Move & { readonly step: 'copied' | 'aimed' | 'freed' } | undefined;
  /** The sizes so far, each with what brought it about. */
  readonly sizes: readonly { readonly size: number; readonly by: 'start' | 'call' | 'collection' }[];
  readonly copied: number;
  readonly dead: boolean;
}

interface Saved { readonly process: SavedProcess; readonly stack: SavedGoroutineStack; readonly told: Told }
interface Told { readonly sizes: TapePicture['sizes']; readonly copied: number; readonly dead: boolean; readonly waits: boolean }

/** From a function that receives from a channel down to where its goroutine waits: `chanrecv1`, `chanrecv`, `gopark` (Go 1.27.4, amd64, by their code). */
export const parkedBelow = 192;

/** One goroutine's stack, call by call and collection by collection, at the addresses of a real small process (linux/amd64, Go 1.27). */
export class StackTape implements Machine<TapeOp, TapeEvent, TapeAnswer, TapePicture, Saved> {
  readonly #growing: Growing;
  #process = new StackProcess();
  #stack: GoroutineStack;
  #told: Told = { sizes: [{ size: fixedStack, by: 'start' }], copied: 0, dead: false, waits: false };
  #move: TapePicture['move'];

  constructor(growing: Growing = go127) {
    this.#growing = growing;
    this.#stack = GoroutineStack.start(this.#process.stacks, this.#process.stacks.alloc(fixedStack), growing);
  }

  *run(op: TapeOp): Generator<TapeEvent, TapeAnswer, void> {
    if (this.#told.dead) throw new ProgramError('dead', 'The program has died.', { line: 1 });
    if (op.do !== 'collect') this.#wake();
    yield* this.#one(op);
    this.#move = undefined;
    return { size: this.#stack.size };
  }

  apply(op: TapeOp): TapeAnswer { return drain(this.run(op)); }

  save(): Saved { return { process: this.#process.save(), stack: this.#stack.save(), told: this.#told }; }

  load({ process, stack, told }: Saved): void {
    this.#process = new StackProcess(process);
    this.#stack = new GoroutineStack(this.#process.stacks, stack, this.#growing);
    this.#told = told;
    this.#move = undefined;
  }

  picture(): TapePicture {
    const { stack, calls, used, depth, stackguard0, pointers } = this.#stack;
    const { sizes, copied, dead } = this.#told;
    return { stack, calls, used, depth, stackguard0, pointers, move: this.#move, sizes, copied, dead };
  }

  *#one(op: TapeOp): Generator<TapeEvent, void, void> {
    switch (op.do) {
      case 'call': yield* this.#call(op.bytes - returnAddress, op.count, op.passes); return;
      case 'return': this.#stack.return(op.count); return;
      case 'defer': this.#stack.defer(); return;
      case 'wait': this.#stack.wait(); this.#told = { ...this.#told, waits: true }; return;
      case 'collect': yield* this.#collect(); return;
    }
  }

  *#call(frame: number, count: number, passes: boolean): Generator<TapeEvent, void, void> {
    if (yield* this.#watched(this.#stack.call(frame, count, passes), 'call')) return;
    this.#told = { ...this.#told, dead: true };
    const { size, stack, used } = this.#stack;
    yield { kind: 'overflow', limit: this.#growing.limit, newsize: size * 2, stack, used: used + returnAddress };
  }

  /** The collector scans a stack whose goroutine waits, and may halve it once. */
  *#collect(): Generator<TapeEvent, void, void> {
    const used = usedToScan(this.#stack.used + parkedBelow);
    const quarter = this.#stack.size / 4;
    this.#process.stacks.markStarts();
    yield { kind: 'scanned', used, quarter, halves: used < quarter && this.#stack.size > fixedStack };
    yield* this.#watched(this.#stack.shrink(parkedBelow), 'collection');
    this.#process.stacks.markEnds();
  }

  /** Tells each moment, keeps the last move for the picture, and adds up. */
  *#watched<Result>(moments: Generator<StackMoment, Result, void>, by: 'call' | 'collection'): Generator<StackMoment, Result, void> {
    let next = moments.next();
    for (; !next.done; next = moments.next()) {
      const event = next.value;
      this.#move = event.kind === 'check' ? undefined : { old: event.old, stack: event.stack, used: event.used, step: event.kind };
      if (event.kind === 'copied') this.#told = { ...this.#told, copied: this.#told.copied + event.used, sizes: [...this.#told.sizes, { size: event.stack.hi - event.stack.lo, by }] };
      yield event;
    }
    this.#move = undefined;
    return next.value;
  }

  #wake(): void {
    if (!this.#told.waits) return;
    this.#stack.wake();
    this.#told = { ...this.#told, waits: false };
  }
}
