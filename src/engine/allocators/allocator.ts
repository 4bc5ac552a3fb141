/** What all allocators share: the calls they take, what they answer, the figures they are judged by. */
import type { Machine } from '../machine.ts';
import { figuresOf, type Figures, type Sums } from './figures.ts';
import { film } from '../film.ts';
import type { HeapPicture } from './heap-picture.ts';
import { Objects, type SavedObjects } from './objects.ts';

export type { BlockList, Cell, HeapPicture } from './heap-picture.ts';

/** One line of a trace. `id` names an object; a free or realloc of an unknown id is one of the null pointer. */
export type HeapOp =
  | { readonly do: 'malloc' | 'calloc' | 'realloc'; readonly id: number; readonly size: number }
  | { readonly do: 'free'; readonly id: number };

/**
 * Where the object lies: bytes from the start of the heap; -k for the k-th block mapped on its own.
 * Null for the null pointer, and for a free, which answers nothing.
 */
export type Answer = number | null;

/**
 * A moment inside an operation. `list` is the allocator's own name for where a block waits, `by` the function of the
 * real library's source that does it.
 */
export type HeapEvent = { readonly by?: string } & (
  | { readonly kind: 'look'; readonly list: string; readonly addr: number; readonly size: number }
  | { readonly kind: 'take' | 'put'; readonly list: string; readonly addr: number; readonly size: number }
  | { readonly kind: 'split'; readonly addr: number; readonly size: number; readonly rest: number }
  | { readonly kind: 'coalesce'; readonly addr: number; readonly size: number; readonly side: 'before' | 'after' | 'top' }
  | { readonly kind: 'grow' | 'trim'; readonly addr: number; readonly size: number }
  | { readonly kind: 'map' | 'unmap'; readonly addr: number; readonly size: number }
  | { readonly kind: 'copy'; readonly from: number; readonly addr: number; readonly size: number }
);

export type Tell = (event: HeapEvent) => void;

/** Work done since the start. */
export interface Effort {
  /** Blocks looked at: the searches' cost, free of any machine's speed. */
  steps: number;
  /** Calls of brk, mmap, munmap and mremap that the real allocator would have made for memory. */
  systemCalls: number;
}

interface Saved<State> {
  readonly state: State;
  readonly objects: SavedObjects;
  readonly effort: Readonly<Effort>;
  readonly peakHeap: number;
}

/**
 * A malloc with the table of ids that a program would keep in its variables.
 *
 * `run` lets the call happen at once and films it, a picture for each event; `apply` runs the same code unfilmed.
 */
export abstract class Allocator<State = unknown, Picture extends HeapPicture = HeapPicture> implements Machine<HeapOp, HeapEvent, Answer, Picture, Saved<State>> {
  readonly #objects = new Objects();
  #peakHeap = 0;
  #shown: Picture | undefined;
  protected effort: Effort = { steps: 0, systemCalls: 0 };
  /** Set while an operation is filmed. */
  protected tell: Tell | undefined;

  protected abstract malloc(size: number): Answer;
  protected abstract free(addr: number): void;
  /** Where zeroing changes no address, a malloc. */
  protected calloc(size: number): Answer { return this.malloc(size); }
  /** Bytes the block at a live address occupies. */
  abstract blockSize(addr: number): number;
  /** realloc to no bytes is a free, or a block of none. */
  protected readonly reallocToNothingFrees: boolean = true;
  /** Bytes of it a program may write. */
  protected usable(addr: number): number { return this.blockSize(addr); }

  /** As any program could do it: stay if there is room, else ask anew, copy and free. */
  protected realloc(addr: number, size: number): Answer {
    if (size <= this.usable(addr)) return addr;
    const moved = this.malloc(size);
    if (moved === null) return null;
    this.tell?.({ kind: 'copy', from: addr, addr: moved, size: this.usable(addr) });
    this.free(addr);
    return moved;
  }

  /** Bytes now held from the operating system. */
  protected abstract heapBytes(): number;
  protected abstract largestFree(): number;
  protected abstract look(): Picture;
  protected abstract saveState(): State;
  protected abstract loadState(state: State): void;

  run(op: HeapOp): Generator<HeapEvent, Answer, void> {
    return film((tell) => this.overheard(op, tell), () => this.look(), (picture) => { this.#shown = picture; });
  }

  /** The operation at once, each event told as it happens. */
  overheard(op: HeapOp, tell: Tell): Answer {
    this.tell = tell;
    try {
      return this.apply(op);
    } finally {
      this.tell = undefined;
    }
  }

  apply(op: HeapOp): Answer {
    const answer = this.#call(op);
    const heap = this.heapBytes();
    if (heap > this.#peakHeap) this.#peakHeap = heap;
    return answer;
  }

  save(): Saved<State> {
    return { state: this.saveState(), objects: this.#objects.save(), effort: { ...this.effort }, peakHeap: this.#peakHeap };
  }

  load({ state, objects, effort, peakHeap }: Saved<State>): void {
    this.loadState(state);
    this.#objects.load(objects);
    this.effort = { ...effort };
    this.#peakHeap = peakHeap;
    this.#shown = undefined;
  }

  picture(): Picture { return this.#shown ?? this.look(); }

  /** Addresses and asked sizes of all live objects with an id, by id. */
  objects(): readonly { readonly id: number; readonly addr: number; readonly size: number }[] { return this.#objects.list(); }

  /** What costs nothing to ask, however much is live. */
  sums(): Sums {
    const { live, peakLive } = this.#objects;
    return { steps: this.effort.steps, systemCalls: this.effort.systemCalls, live, heap: this.heapBytes(), peakLive, peakHeap: this.#peakHeap };
  }

  /** Bytes of the largest stretch of heap in no block. */
  hole(): number { return this.largestFree(); }

  /** Looks at every live object: {@link Watched} keeps the same figures as it goes. */
  figures(): Figures {
    const blocks = this.#objects.list().reduce((sum, { addr }) => sum + this.blockSize(addr), 0);
    return figuresOf(this.sums(), blocks, this.largestFree());
  }

  #call(op: HeapOp): Answer {
    switch (op.do) {
      case 'malloc': return this.#objects.put(op.id, op.size, this.malloc(op.size));
      case 'calloc': return this.#objects.put(op.id, op.size, this.calloc(op.size));
      case 'realloc': return this.#resize(op.id, op.size);
      case 'free': return this.#release(op.id);
    }
  }

  #resize(id: number, size: number): Answer {
    if (!this.#objects.has(id)) return this.#objects.put(id, size, this.malloc(size));
    if (size === 0 && this.reallocToNothingFrees) return this.#release(id);
    const addr = this.realloc(this.#objects.addr(id), size);
    if (addr !== null) this.#objects.drop(id);
    return this.#objects.put(id, size, addr);
  }

  #release(id: number): null {
    if (!this.#objects.has(id)) return null;
    this.free(this.#objects.addr(id));
    this.#objects.drop(id);
    return null;
  }
}
