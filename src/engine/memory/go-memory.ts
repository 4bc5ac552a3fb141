/**
 * Go's own view of memory: None, Reserved, Prepared, Ready, on top of what Linux does for each step
 * (`mem.go`, `mem_linux.go`, `mheap.go:allocSpan`, `mgcscavenge.go:scavengeOne`; Go 1.27). Sizes in bytes.
 */
import { invariant } from '../machine.ts';
import { RangeMap } from './range-map.ts';
import type { AddressSpace } from './address-space.ts';
import type { Entry } from './range-map.ts';

/** None is the absence of a state. */
export type GoState = 'reserved' | 'prepared' | 'ready';

/** A stretch the runtime owns; `isHeap` decides which counters hear of it. */
export interface Owned {
  readonly state: GoState;
  readonly isHeap: boolean;
}

/** The runtime's counters, in bytes. */
export interface GoCounters {
  /** Heap that may be used without asking for addresses: Prepared and Ready (MemStats.HeapSys, less stacks). */
  readonly heapSys: number;
  /** Heap that Linux need not back: Prepared (MemStats.HeapReleased). */
  readonly heapReleased: number;
  /** Everything Ready, the runtime's own tables too: what GOMEMLIMIT limits, Sys less HeapReleased. */
  readonly mappedReady: number;
}

export interface GoMemoryOptions {
  /** GODEBUG=madvdontneed: on by default since Go 1.16. Off, memory is given back with MADV_FREE. */
  readonly madvDontNeed: boolean;
}

export class GoMemory {
  readonly #space: AddressSpace;
  readonly #madvDontNeed: boolean;
  readonly #owned = new RangeMap<Owned>((a, b) => a.state === b.state && a.isHeap === b.isHeap);

  constructor(space: AddressSpace, { madvDontNeed }: GoMemoryOptions = { madvDontNeed: true }) {
    this.#space = space;
    this.#madvDontNeed = madvDontNeed;
  }

  /** None → Ready, for the runtime's tables. Undefined when Linux refuses. */
  sysAlloc(bytes: number): number | undefined {
    const start = this.#space.mmap({ bytes, protection: 'rw-' });
    if (typeof start !== 'number') return undefined;
    this.#owned.set(start, start + bytes, { state: 'ready', isHeap: false });
    return start;
  }

  /** None → Reserved: addresses, at the hint if Linux will. Undefined when it refuses. */
  sysReserve(bytes: number, hint?: number): number | undefined {
    const start = this.#space.mmap({ bytes, protection: '---', ...(hint === undefined ? {} : { hint }) });
    if (typeof start !== 'number') return undefined;
    this.#owned.set(start, start + bytes, { state: 'reserved', isHeap: false });
    return start;
  }

  /** Reserved → Prepared: the heap grows, all of it counted as released. No page comes with it. */
  sysMap(start: number, bytes: number): void {
    this.#expect(start, bytes, 'reserved');
    const at = this.#space.mmap({ bytes, protection: 'rw-', hint: start, fixed: true });
    invariant(at === start, `sysMap at ${start.toString(16)} answered ${at}`);
    this.#owned.set(start, start + bytes, { state: 'prepared', isHeap: true });
  }

  /** Prepared → Ready, for pages handed to a span. Linux hears nothing of it. Returns the bytes that were Prepared. */
  sysUsed(start: number, bytes: number): number {
    this.#expect(start, bytes, 'prepared', 'ready');
    const prepared = this.#bytes((owned) => owned.state === 'prepared', start, start + bytes);
    this.#owned.update(start, start + bytes, (owned) => ({ ...owned, state: 'ready' }));
    return prepared;
  }

  /** Ready → Prepared: the scavenger gives pages back. */
  sysUnused(start: number, bytes: number): void {
    this.#expect(start, bytes, 'ready');
    const answer = this.#madvDontNeed ? this.#space.adviseDontNeed(start, bytes) : this.#space.adviseFree(start, bytes);
    invariant(answer === 0, `sysUnused at ${start.toString(16)} answered ${answer}`);
    this.#owned.update(start, start + bytes, (owned) => ({ ...owned, state: 'prepared' }));
  }

  /** Ready → Reserved: whoever touches it dies (freed user arenas). */
  sysFault(start: number, bytes: number): void {
    this.#expect(start, bytes, 'ready');
    this.#space.mprotect(start, bytes, '---');
    this.#space.adviseDontNeed(start, bytes);
    this.#owned.update(start, start + bytes, (owned) => ({ ...owned, state: 'reserved' }));
  }

  /** Any state → None. */
  sysFree(start: number, bytes: number): void {
    this.#expect(start, bytes, 'reserved', 'prepared', 'ready');
    this.#space.munmap(start, bytes);
    this.#owned.delete(start, start + bytes);
  }

  counters(): GoCounters {
    return {
      heapSys: this.#bytes((owned) => owned.isHeap && owned.state !== 'reserved'),
      heapReleased: this.#bytes((owned) => owned.isHeap && owned.state === 'prepared'),
      mappedReady: this.#bytes((owned) => owned.state === 'ready'),
    };
  }

  /** Everything the runtime owns, lowest address first. */
  owned(): readonly Entry<Owned>[] {
    return this.#owned.entries();
  }

  /** The states alone: the address space saves itself. */
  save(): readonly Entry<Owned>[] {
    return [...this.#owned.entries()];
  }

  load(owned: readonly Entry<Owned>[]): void {
    this.#owned.load(owned);
  }

  #expect(start: number, bytes: number, ...states: readonly GoState[]): void {
    const fine = this.#owned.covers(start, start + bytes) && this.#owned.within(start, start + bytes).every((part) => states.includes(part.value.state));
    invariant(fine, `${start.toString(16)}, ${bytes} bytes: not all ${states.join(' or ')}`);
  }

  #bytes(counts: (owned: Owned) => boolean, start = 0, end = Infinity): number {
    return this.#owned.within(start, end).reduce((sum, part) => sum + (counts(part.value) ? part.end - part.start : 0), 0);
  }
}
