import { drain, ProgramError, type Machine } from '../../machine.ts';
import { arenaKiB, mappedFor, stackKiB, type GlibcMapped, type GlibcOptions } from './glibc.ts';
import { Threads, type SavedThreads, type Thread } from './threads.ts';

/** So many goroutines wait in calls, or do so locked to their threads; all calls return; five collections. */
export type ThreadOp =
  | { readonly do: 'block' | 'lock'; readonly count: number }
  | { readonly do: 'return' | 'gc' };

export type ThreadEvent = { readonly [Kind in ThreadOp['do']]: { readonly kind: Kind; readonly count: number; readonly threads: number; readonly before: number } }[ThreadOp['do']];

/** Threads as the kernel counts them; glibc's stacks for them, those kept of ended ones too; glibc's arenas. */
export interface ThreadAnswer { readonly threads: number; readonly stacks: number; readonly arenas: number }

export interface ThreadPicture extends ThreadAnswer {
  readonly all: readonly Thread[];
  readonly goroutines: number;
  readonly kept: number;
  /** KiB of addresses that stacks and arenas of glibc take. */
  readonly addressesKiB: number;
  /** Threads at the start and after each operation. */
  readonly counts: readonly number[];
  readonly event: ThreadEvent | undefined;
}

export interface ThreadOptions extends GlibcOptions {
  /** The calls go into C, by cgo. */
  readonly cgo: boolean;
}

/** Most goroutines that may be in calls at once. */
export const mostBlocked = 500;

interface Saved { readonly threads: SavedThreads; readonly mapped: GlibcMapped; readonly counts: readonly number[] }

const nothing: GlibcMapped = { stacks: 0, kept: 0, arenas: 0 };

/** Threads that calls bring and nothing takes away, but for those that were locked. */
export class ThreadMachine implements Machine<ThreadOp, ThreadEvent, ThreadAnswer, ThreadPicture, Saved> {
  readonly #options: ThreadOptions;
  #threads: Threads;
  #mapped: GlibcMapped;
  #counts: readonly number[];
  #event: ThreadEvent | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#threads = Threads.atStart(options.cgo);
    this.#mapped = this.#map(nothing);
    this.#counts = [this.#threads.count];
  }

  *run(op: ThreadOp): Generator<ThreadEvent, ThreadAnswer, void> {
    const before = this.#threads.count;
    const count = this.#one(op);
    this.#mapped = this.#map(this.#mapped);
    this.#counts = [...this.#counts, this.#threads.count];
    const event: ThreadEvent = { kind: op.do, count, before, threads: this.#threads.count };
    this.#event = event;
    yield event;
    this.#event = undefined;
    return this.#answer();
  }

  apply(op: ThreadOp): ThreadAnswer { return drain(this.run(op)); }
  save(): Saved { return { threads: this.#threads.save(), mapped: this.#mapped, counts: this.#counts }; }

  load({ threads, mapped, counts }: Saved): void {
    [this.#threads, this.#mapped, this.#counts, this.#event] = [Threads.from(threads), mapped, counts, undefined];
  }

  picture(): ThreadPicture {
    const { stacks, kept, arenas } = this.#mapped;
    return {
      ...this.#answer(), all: this.#threads.all, goroutines: this.#threads.inCalls + 1, kept, addressesKiB: (stacks + kept) * stackKiB + arenas * arenaKiB,
      counts: this.#counts, event: this.#event,
    };
  }

  /** Returns how many goroutines went in or came out. */
  #one(op: ThreadOp): number {
    const inside = this.#threads.inCalls;
    switch (op.do) {
      case 'block': case 'lock': {
        if (inside + op.count > mostBlocked) throw new ProgramError('many', `more than ${mostBlocked} goroutines in calls`, { line: 1 }, { most: mostBlocked });
        this.#threads.block(op.count, op.do === 'lock');
        return op.count;
      }
      case 'return': this.#threads.release(); return inside;
      case 'gc': return 0;
    }
  }

  #answer(): ThreadAnswer {
    const { stacks, kept, arenas } = this.#mapped;
    return { threads: this.#threads.count, stacks: stacks + kept, arenas };
  }

  /** Without cgo threads have their stacks from Go’s heap, and glibc is not there. */
  #map(mapped: GlibcMapped): GlibcMapped {
    return this.#options.cgo ? mappedFor(this.#threads.count, mapped, this.#options) : nothing;
  }
}
