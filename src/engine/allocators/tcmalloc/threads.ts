/** Threads over one tcmalloc: each has its cache, all share the central lists and the page heap, which are locked. */
import { invariant, type Machine } from '../../machine.ts';
import type { HeapEvent } from '../allocator.ts';
import { Central, type SavedCentral } from './central.ts';
import { PageHeap, type SavedPageHeap } from './page-heap.ts';
import { classOf, sizeClasses } from './size-classes.ts';
import { beforeMain } from './tcmalloc.ts';
import { ThreadCache, type SavedThreadCache } from './thread-cache.ts';

/** `thread` asks for `count` blocks, or frees the `count` oldest that thread `of` asked for. */
export type ThreadOp =
  | { readonly do: 'malloc'; readonly thread: number; readonly count: number }
  | { readonly do: 'free'; readonly thread: number; readonly count: number; readonly of: number };

/** A thread went where a lock is needed, with or for `count` blocks; a batch to or from the transfer cache is whole. */
interface Visit { readonly thread: number; readonly count: number; readonly whole: boolean }
export type LockEvent =
  | Visit & { readonly kind: 'fetch' }
  | Visit & { readonly kind: 'return' }
  /** A thread without a cache frees one block. */
  | Visit & { readonly kind: 'direct' }
  /** The central list had none: a span of `bytes` from the page heap; or a span nobody uses went back to it. */
  | { readonly kind: 'span'; readonly thread: number; readonly bytes: number }
  | { readonly kind: 'span-back'; readonly thread: number; readonly bytes: number }
  /** The operation is done: so many of its calls needed no lock. */
  | { readonly kind: 'done'; readonly thread: number; readonly calls: number; readonly unlocked: number };

/** The blocks that were got: bytes from the first block ever got, which is 0. */
export interface BlocksAnswer { readonly blocks: readonly number[] }

/** What one thread did: calls of malloc and free, and visits behind a lock. */
export interface ThreadCount { readonly calls: number; readonly visits: number }

export interface ThreadsPicture { readonly threads: readonly ThreadCount[] }

interface Saved {
  readonly heap: SavedPageHeap;
  readonly central: SavedCentral;
  readonly caches: readonly (SavedThreadCache | undefined)[];
  readonly held: readonly (readonly number[])[];
  readonly counts: readonly ThreadCount[];
  readonly first: number | undefined;
}

/** Bytes that starting a thread takes: the table of its thread-local storage, with three libraries that have some (ld.so, allocate_dtv). */
const threadTable = 304;

/**
 * Threads of tcmalloc 2.10 that take turns, an operation each; all blocks are of one size of bytes. Which block each
 * call gets equals the real library's.
 *
 * Not modelled: that caches share a pool of 32 MiB, and that two threads meet at a lock at the same time.
 */
export class Threads implements Machine<ThreadOp, LockEvent, BlocksAnswer, ThreadsPicture, Saved> {
  readonly #index: number;
  readonly #heap = new PageHeap();
  readonly #central = new Central(this.#heap);
  /** A thread has a cache from its first malloc on. */
  #caches: (ThreadCache | undefined)[];
  /** Blocks each thread asked for and nobody freed yet, oldest first. */
  #held: number[][];
  #counts: ThreadCount[];
  /** The first block ever got. */
  #first: number | undefined;

  constructor(threads: number, size: number) {
    this.#index = classOf(size);
    invariant(this.#index > 0, `blocks of ${size} bytes have no class`);
    this.#caches = new Array<undefined>(threads).fill(undefined);
    this.#held = Array.from({ length: threads }, () => []);
    this.#start(threads);
    this.#counts = Array.from({ length: threads }, () => ({ calls: 0, visits: 0 }));
  }

  *run(op: ThreadOp): Generator<LockEvent, BlocksAnswer, void> {
    let unlocked = 0;
    for (let call = 0; call < op.count; call++) {
      const events = this.#call(op);
      if (events.length === 0) unlocked++;
      yield* events;
    }
    yield { kind: 'done', thread: op.thread, calls: op.count, unlocked };
    return this.#answer(op);
  }

  apply(op: ThreadOp): BlocksAnswer {
    for (let call = 0; call < op.count; call++) this.#call(op);
    return this.#answer(op);
  }

  save(): Saved {
    return { heap: this.#heap.save(), central: this.#central.save(), caches: this.#caches.map((cache) => cache?.save()), held: this.#held.map((blocks) => blocks.slice()), counts: this.#counts.slice(), first: this.#first };
  }

  load({ heap, central, caches, held, counts, first }: Saved): void {
    this.#heap.load(heap);
    this.#central.load(central);
    this.#caches = caches.map((saved) => {
      const cache = saved && new ThreadCache(this.#central);
      cache?.load(saved!);
      return cache;
    });
    this.#held = held.map((blocks) => blocks.slice());
    this.#counts = counts.slice();
    this.#first = first;
  }

  picture(): ThreadsPicture { return { threads: this.#counts.slice() }; }

  /** What the main thread asks for before the others begin. */
  #start(threads: number): void {
    const main = new ThreadCache(this.#central);
    for (const bytes of [...beforeMain, ...new Array<number>(threads).fill(threadTable)]) {
      const block = main.take(classOf(bytes));
      if (bytes === 1) main.give(classOf(1), block);
    }
  }

  /** One malloc or free, and its visits. */
  #call(op: ThreadOp): LockEvent[] {
    const events: LockEvent[] = [];
    this.#heap.tell = (event) => { events.push(...this.#visit(event, op.thread)); };
    if (op.do === 'malloc') this.#held[op.thread]!.push((this.#caches[op.thread] ??= new ThreadCache(this.#central)).take(this.#index));
    else this.#give(op.thread, op.of);
    this.#heap.tell = undefined;
    const { calls, visits } = this.#counts[op.thread]!;
    this.#counts[op.thread] = { calls: calls + 1, visits: visits + events.length };
    return events;
  }

  #answer(op: ThreadOp): BlocksAnswer {
    if (op.do === 'free') return { blocks: [] };
    const got = this.#held[op.thread]!.slice(-op.count);
    this.#first ??= got[0]!;
    return { blocks: got.map((block) => block - this.#first!) };
  }

  /** A thread without a cache frees straight into the central list (tcmalloc.cc:do_free_with_callback). */
  #give(thread: number, of: number): void {
    const block = this.#held[of]!.shift();
    invariant(block !== undefined, `thread ${of} holds no block`);
    const cache = this.#caches[thread];
    if (cache) return cache.give(this.#index, block);
    this.#central.link(block, 0);
    this.#central.give(this.#index, block, 1);
  }

  #visit(event: HeapEvent, thread: number): LockEvent[] {
    if (event.kind !== 'take' && event.kind !== 'put') return [];
    if (event.list === 'page heap') return [{ kind: event.kind === 'take' ? 'span' : 'span-back', thread, bytes: event.size }];
    return [{ kind: event.kind === 'take' ? 'fetch' : this.#caches[thread] ? 'return' : 'direct', thread, count: event.size / sizeClasses[this.#index]!.size, whole: event.list === 'transfer' }];
  }
}
