import type { Stack } from './stack-alloc.ts';

/**
 * A pointer into a goroutine's stack: an argument of a function on it, the stack pointer that a deferred call remembers, or
 * where a channel is to put what the goroutine waits for. The last two lie outside the stack (`_defer`, `sudog`).
 */
export interface StackPointer { readonly id: number; readonly kind: 'argument' | 'defer' | 'sudog'; readonly at: number | undefined; readonly to: number }

/** A pointer after a stack has moved by `delta`: only one into the old stack changes (`stack.go:adjustpointer`). */
export const adjustpointer = (pointer: number, old: Stack, delta: number): number => (old.lo <= pointer && pointer < old.hi ? pointer + delta : pointer);

/** The order in which `copystack` re-aims: what waits on channels, then deferred calls, then frame by frame. */
export const order: readonly StackPointer['kind'][] = ['sudog', 'defer', 'argument'];

/** Every pointer into one stack but the saved frame pointers, which are as many as there are frames. */
export class StackPointers {
  #all: readonly StackPointer[];
  #next: number;

  constructor(all: readonly StackPointer[] = []) {
    this.#all = all;
    this.#next = (all.at(-1)?.id ?? -1) + 1;
  }

  get all(): readonly StackPointer[] { return this.#all; }

  add(kind: StackPointer['kind'], ...places: readonly (readonly [at: number | undefined, to: number])[]): void {
    this.#all = this.#all.concat(places.map(([at, to]) => ({ id: this.#next++, kind, at, to })));
  }

  /** What lies below `sp` is gone, and so is what points there. */
  returned(sp: number): void { this.#all = this.#all.filter(({ at = sp, to }) => at >= sp && to >= sp); }

  /** The goroutine runs again. */
  woken(): void { this.#all = this.#all.filter(({ kind }) => kind !== 'sudog'); }

  /** The stack's bytes were copied: those of its pointers that lie in it lie elsewhere now, and still point where they did. */
  copied(old: Stack, delta: number): void { this.#all = this.#all.map((pointer) => ({ ...pointer, at: pointer.at === undefined ? undefined : adjustpointer(pointer.at, old, delta) })); }

  /** Re-aims those of one kind. Returns how many. */
  adjust(kind: StackPointer['kind'], old: Stack, delta: number): number {
    this.#all = this.#all.map((pointer) => (pointer.kind === kind ? { ...pointer, to: adjustpointer(pointer.to, old, delta) } : pointer));
    return this.#all.filter((pointer) => pointer.kind === kind).length;
  }
}
