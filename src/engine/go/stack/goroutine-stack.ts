import { invariant } from '../../machine.ts';
import { go127, newstackSize, shrinkstackSize, type Growing } from './newstack.ts';
import { callsThatFit } from './prologue.ts';
import { goexitBytes, returnAddress, stackGuard } from './sizes.ts';
import type { Stack } from './stack-alloc.ts';
import { order, StackPointers, type StackPointer } from './stack-pointers.ts';

/** Who gives stacks and takes them back. */
export interface Stacks { alloc(size: number): Stack; free(stack: Stack): void }

/** So many calls in a row of functions with a frame of `frame` bytes; each takes eight bytes more, the address to return to. */
export interface Calls { readonly frame: number; readonly count: number }

export interface SavedGoroutineStack { readonly stack: Stack; readonly calls: readonly Calls[]; readonly pointers: readonly StackPointer[] }

/** A stack moves: `used` bytes at its top. */
export interface Move { readonly old: Stack; readonly stack: Stack; readonly used: number }

export type StackMoment =
  /** The prologue's check fails: a frame would reach too far down. */
  | { readonly kind: 'check'; readonly frame: number; readonly sp: number; readonly stackguard0: number; readonly used: number }
  | { readonly kind: 'copied' } & Move
  | { readonly kind: 'aimed'; readonly frames: number; readonly counts: Readonly<Record<StackPointer['kind'], number>> } & Move
  | { readonly kind: 'freed' } & Move;

/** What a goroutine's first function has as its frame on amd64, if it is a `go func` that does nothing but call. */
export const firstFrame = 32;

const pitch = (frame: number): number => frame + returnAddress;

/** The stack of one goroutine, from `newproc1` on (`stack.go:newstack`, `copystack`, `shrinkstack`, Go 1.27; amd64). */
export class GoroutineStack {
  readonly #stacks: Stacks;
  readonly #growing: Growing;
  #stack: Stack;
  #calls: readonly Calls[];
  #pointers: StackPointers;
  #sp: number;

  constructor(stacks: Stacks, { stack, calls, pointers }: SavedGoroutineStack, growing = go127) {
    [this.#stacks, this.#growing, this.#stack, this.#calls, this.#pointers] = [stacks, growing, stack, calls, new StackPointers(pointers)];
    this.#sp = calls.reduce((sp, { frame, count }) => sp - pitch(frame) * count, stack.hi - goexitBytes + returnAddress);
  }

  /** One that stands in its first function. */
  static start(stacks: Stacks, stack: Stack, growing = go127, first = firstFrame): GoroutineStack {
    return new GoroutineStack(stacks, { stack, calls: [{ frame: first, count: 1 }], pointers: [] }, growing);
  }

  get stack(): Stack { return this.#stack; }
  get size(): number { return this.#stack.hi - this.#stack.lo; }
  get sp(): number { return this.#sp; }
  get used(): number { return this.#stack.hi - this.#sp; }
  get stackguard0(): number { return this.#stack.lo + stackGuard; }
  get calls(): readonly Calls[] { return this.#calls; }
  get depth(): number { return this.#calls.reduce((sum, { count }) => sum + count, 0); }
  get pointers(): readonly StackPointer[] { return this.#pointers.all; }

  /** So many calls deeper, each, if `passing`, with a pointer to a variable of its caller. False: the stack may not grow further, and the program dies. */
  *call(frame: number, count: number, passing = false): Generator<StackMoment, boolean, void> {
    for (let left = count; left > 0;) {
      const made = Math.min(left, callsThatFit(this.#sp, this.stackguard0, frame));
      this.#enter(frame, made, passing);
      left -= made;
      if (left > 0 && !(yield* this.#newstack(frame))) return false;
    }
    return true;
  }

  /** Returns from so many functions; the first one stays. */
  return(count: number): void {
    let left = Math.min(count, this.depth - 1);
    const calls = [...this.#calls];
    while (left > 0) {
      const last = calls.pop()!;
      const gone = Math.min(left, last.count);
      if (gone < last.count) calls.push({ ...last, count: last.count - gone });
      this.#sp += gone * pitch(last.frame);
      left -= gone;
    }
    this.#calls = calls;
    this.#pointers.returned(this.#sp);
  }

  /** A deferred call remembers the stack pointer. */
  defer(): void { this.#pointers.add('defer', [undefined, this.#sp]); }

  /** The goroutine waits for a channel to fill a variable in the newest frame; or does so no more. */
  wait(): void { this.#pointers.add('sudog', [undefined, this.#sp + local]); }
  wake(): void { this.#pointers.woken(); }

  /** A collection scans the stack, whose goroutine waits `below` bytes further down: half of it may go. */
  *shrink(below: number): Generator<StackMoment, void, void> {
    const size = shrinkstackSize(this.size, this.used + below);
    if (size < this.size) yield* this.#copystack(size, this.used + below);
  }

  save(): SavedGoroutineStack { return { stack: this.#stack, calls: this.#calls, pointers: this.#pointers.all }; }

  #enter(frame: number, count: number, passing: boolean): void {
    if (count === 0) return;
    if (passing) this.#pointers.add('argument', ...Array.from({ length: count }, (_, i) => this.#argumentAt(this.#sp - i * pitch(frame))));
    this.#sp -= pitch(frame) * count;
    const last = this.#calls.at(-1);
    this.#calls = last?.frame === frame ? [...this.#calls.slice(0, -1), { frame, count: last.count + count }] : [...this.#calls, { frame, count }];
  }

  /** A callee keeps its argument below the address to return to; it points to a variable of its caller, whose stack pointer is `sp`. */
  #argumentAt(sp: number): readonly [at: number, to: number] { return [sp - returnAddress - 2 * word, sp + local]; }

  *#newstack(frame: number): Generator<StackMoment, boolean, void> {
    const sp = this.#sp - returnAddress;
    const used = this.#stack.hi - sp;
    yield { kind: 'check', frame, sp, stackguard0: this.stackguard0, used };
    const size = newstackSize(this.size, used, frame, this.#growing);
    if (size === undefined) return false;
    yield* this.#copystack(size, used);
    return true;
  }

  /** Only what is in use is copied, to the same distance from the upper end. */
  *#copystack(size: number, used: number): Generator<StackMoment, void, void> {
    const old = this.#stack;
    const stack = this.#stacks.alloc(size);
    const delta = stack.hi - old.hi;
    const move = { old, stack, used };
    invariant(used <= size, 'what is in use fits into the new stack');
    this.#pointers.copied(old, delta);
    yield { kind: 'copied', ...move };
    const [sudog, defer, argument] = order.map((kind) => this.#pointers.adjust(kind, old, delta));
    [this.#stack, this.#sp] = [stack, this.#sp + delta];
    yield { kind: 'aimed', frames: this.depth, counts: { sudog: sudog!, defer: defer!, argument: argument! }, ...move };
    this.#stacks.free(old);
    yield { kind: 'freed', ...move };
  }
}

const word = 8;
/** Where a function keeps the variable that pointers lead to: so many bytes above its stack pointer. */
const local = 2 * word;
