import { invariant } from '../../machine.ts';

/** Who has pages: objects, the queues of the marking, or stacks (`mheap.go:spanAllocType`). */
export type Use = 'heap' | 'workbuf' | 'stack';

/** Bytes of the heap's address space by what they are. */
export interface SavedLedger {
  /** Spans of objects (`HeapInuse`). */
  readonly inUse: number;
  /** Free, and as far as the runtime knows in physical memory. */
  readonly free: number;
  /** Free and given back, or never used (`HeapReleased`). */
  readonly released: number;
  readonly workbufs: number;
  readonly stacks: number;
}

export const emptyLedger: SavedLedger = { inUse: 0, free: 0, released: 0, workbufs: 0, stacks: 0 };

/** The heap's accounts (`mgcpacer.go:gcController.heapInUse`, `heapFree`, `heapReleased`, Go 1.27): every byte of every chunk is in one of them. */
export class Ledger {
  #bytes: Record<keyof SavedLedger, number>;

  constructor(saved: SavedLedger) {
    this.#bytes = { ...saved };
  }

  get inUse(): number { return this.#bytes.inUse; }
  get free(): number { return this.#bytes.free; }
  get released(): number { return this.#bytes.released; }

  /** What counts as held from the system (`mgcscavenge.go:heapRetained`). */
  get retained(): number { return this.#bytes.inUse + this.#bytes.free; }

  /** Everything but what is released. */
  get mapped(): number { return this.retained + this.#bytes.workbufs + this.#bytes.stacks; }

  /** New chunks: reserved and never used (`mheap.go:grow`). */
  grown(bytes: number): void { this.#bytes.released += bytes; }

  /** Pages that now have a user; `released` bytes of them were not in memory (`mheap.go:allocSpan`). */
  taken(bytes: number, released: number, use: Use): void {
    this.#bytes.released -= released;
    this.#bytes.free -= bytes - released;
    this.#bytes[accountOf[use]] += bytes;
    this.#check();
  }

  /** Pages nobody has any more (`mheap.go:freeSpanLocked`). */
  given(bytes: number, use: Use): void {
    this.#bytes.free += bytes;
    this.#bytes[accountOf[use]] -= bytes;
    this.#check();
  }

  /** Free pages given back to the system (`mgcscavenge.go:scavengeOne`). */
  scavenged(bytes: number): void {
    this.#bytes.free -= bytes;
    this.#bytes.released += bytes;
    this.#check();
  }

  save(): SavedLedger { return { ...this.#bytes }; }

  #check(): void {
    const { inUse, free, released, workbufs, stacks } = this.#bytes;
    invariant(Math.min(inUse, free, released, workbufs, stacks) >= 0, 'an account of the heap is below zero');
  }
}

const accountOf = { heap: 'inUse', workbuf: 'workbufs', stack: 'stacks' } as const;
