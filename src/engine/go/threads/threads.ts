/**
 * The threads of a Go process with one P while its goroutines wait in calls that Go cannot wait for itself: the runtime's Ms,
 * who takes the P over, and who is left (`proc.go:handoffp`, `startm`, `stopm`, `mexit`; Go 1.16 to 1.27).
 */
import { invariant } from '../../machine.ts';

/** What a thread is for. `main` is the process's first thread, which cannot end before the process. */
export type ThreadKind = 'main' | 'sysmon' | 'template' | 'm';
/** `waits`: the main goroutine waits in it. `call`: a goroutine's call keeps it. `parked`: put away for good (`proc.go:mexit`). */
export type ThreadState = 'waits' | 'call' | 'idle' | 'parked' | 'own';

export interface Thread {
  readonly id: number;
  readonly kind: ThreadKind;
  readonly state: ThreadState;
  /** Bound to its goroutine by LockOSThread. */
  readonly locked: boolean;
}

export interface SavedThreads { readonly threads: readonly Thread[]; readonly idle: readonly number[]; readonly calls: readonly number[]; readonly waits: number; readonly next: number }

export class Threads {
  readonly #threads = new Map<number, Thread>();
  /** Idle Ms; the last is taken first (`proc.go:mget`). */
  #idle: number[] = [];
  /** Ms kept by calls, in the order in which they went in. */
  #calls: number[] = [];
  #waits = 0;
  #next = 0;

  /** As a program stands when it waits for its first input. With cgo the template thread is there from the start (`proc.go:main`). */
  static atStart(cgo: boolean): Threads {
    const made = new Threads();
    made.#waits = made.#add('main', 'waits');
    made.#add('sysmon', 'own');
    if (cgo) made.#add('template', 'own');
    made.#idle.push(made.#add('m', 'idle'));
    return made;
  }

  static from({ threads, idle, calls, waits, next }: SavedThreads): Threads {
    const made = new Threads();
    for (const thread of threads) made.#threads.set(thread.id, thread);
    [made.#idle, made.#calls, made.#waits, made.#next] = [[...idle], [...calls], waits, next];
    return made;
  }

  save(): SavedThreads { return { threads: this.all, idle: [...this.#idle], calls: [...this.#calls], waits: this.#waits, next: this.#next }; }

  /** Every thread there is, oldest first. */
  get all(): readonly Thread[] { return [...this.#threads.values()]; }
  get count(): number { return this.#threads.size; }
  /** Ms kept by calls. */
  get inCalls(): number { return this.#calls.length; }

  /**
   * So many goroutines go into calls, one after the other: each keeps the M it runs on, and the P goes to an idle M or a new
   * one. Then the main goroutine waits as well, and the P is taken over once more.
   */
  block(count: number, locked: boolean): void {
    if (locked) this.#needTemplate();
    let running = this.#waits;
    for (let i = 0; i < count; i++) {
      this.#set(running, { state: 'call', locked });
      this.#calls.push(running);
      running = this.#takeOver();
    }
    this.#set(running, { state: 'waits' });
    this.#waits = running;
    this.#rest(this.#takeOver());
  }

  /** All calls return. An M is idle then; one that is locked ends with its goroutine, and the process's first is parked instead. Returns how many ended. */
  release(): number {
    const before = this.count;
    for (const id of this.#calls.splice(0)) {
      const { kind, locked } = this.#threads.get(id)!;
      if (!locked) this.#rest(id);
      else if (kind === 'main') this.#set(id, { state: 'parked' });
      else this.#threads.delete(id);
    }
    return before - this.count;
  }

  /** New Ms of a program with locked ones start from a clean thread (`proc.go:startTemplateThread`). */
  #needTemplate(): void {
    if (!this.all.some(({ kind }) => kind === 'template')) this.#add('template', 'own');
  }

  #takeOver(): number { return this.#idle.pop() ?? this.#add('m', 'idle'); }

  #rest(id: number): void {
    this.#set(id, { state: 'idle', locked: false });
    this.#idle.push(id);
  }

  #add(kind: ThreadKind, state: ThreadState): number {
    const id = this.#next++;
    this.#threads.set(id, { id, kind, state, locked: false });
    return id;
  }

  #set(id: number, change: Partial<Thread>): void {
    const thread = this.#threads.get(id);
    invariant(thread !== undefined, `no thread ${id}`);
    this.#threads.set(id, { ...thread, ...change });
  }
}
