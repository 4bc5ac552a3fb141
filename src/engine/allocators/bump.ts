import { drain, ProgramError, type Machine } from '../machine.ts';

/** `sbrk(n)`: move the program break by `n` bytes; negative gives memory back. */
export interface Sbrk { readonly do: 'sbrk'; readonly size: number }

export type BumpEvent =
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'map'; readonly addr: number; readonly size: number }
  | { readonly kind: 'unmap'; readonly addr: number; readonly size: number }
  | { readonly kind: 'refuse'; readonly size: number };

/** The old break, as sbrk(3) returns it: where the new memory begins. Null: ENOMEM. */
export type BumpAnswer = number | null;

export interface BumpPicture { readonly base: number; readonly brk: number; readonly mappedEnd: number }

export interface BumpOptions {
  /** Address of the first break; page-aligned. */
  readonly base: number;
  /** Bytes the kernel maps at a time. */
  readonly pageSize: number;
  /** First address the heap may not reach. */
  readonly limit: number;
}

type Checkpoint = { readonly brk: number; readonly mappedEnd: number };

/**
 * The simplest allocator there is: one pointer that moves up. Linux's program break works so, and
 * maps whole pages beneath it (brk(2), mm/mmap.c:do_brk_flags).
 */
export class Bump implements Machine<Sbrk, BumpEvent, BumpAnswer, BumpPicture, Checkpoint> {
  readonly #options: BumpOptions;
  #brk: number;
  #mappedEnd: number;

  constructor(options: BumpOptions, _seed = 0, start: Checkpoint = { brk: options.base, mappedEnd: options.base }) {
    this.#options = options;
    this.#brk = start.brk;
    this.#mappedEnd = start.mappedEnd;
  }

  *run({ size }: Sbrk): Generator<BumpEvent, BumpAnswer, void> {
    const from = this.#brk;
    const to = this.#place(from, size);
    if (to === null) {
      yield { kind: 'refuse', size };
      return null;
    }
    yield* this.#moveMapping(this.#pageUp(to));
    this.#brk = to;
    yield { kind: 'move', from, to };
    return from;
  }

  apply(op: Sbrk): BumpAnswer { return drain(this.run(op)); }

  save(): Checkpoint { return { brk: this.#brk, mappedEnd: this.#mappedEnd }; }

  load({ brk, mappedEnd }: Checkpoint): void {
    this.#brk = brk;
    this.#mappedEnd = mappedEnd;
  }

  picture(): BumpPicture {
    return { base: this.#options.base, brk: this.#brk, mappedEnd: this.#mappedEnd };
  }

  *#moveMapping(to: number): Generator<BumpEvent, void, void> {
    const from = this.#mappedEnd;
    this.#mappedEnd = to;
    if (to > from) yield { kind: 'map', addr: from, size: to - from };
    if (to < from) yield { kind: 'unmap', addr: to, size: from - to };
  }

  #pageUp(addr: number): number {
    const { pageSize } = this.#options;
    return Math.ceil(addr / pageSize) * pageSize;
  }

  /** Where the break goes: the kernel leaves it where it is when asked below its start, and refuses above the limit. */
  #place(from: number, size: number): number | null {
    if (!Number.isSafeInteger(size)) throw new ProgramError('size', `sbrk takes a whole number of bytes, not ${size}.`, { line: 1 }, { size });
    const to = from + size;
    if (to >= this.#options.limit) return null;
    return to < this.#options.base ? from : to;
  }
}
