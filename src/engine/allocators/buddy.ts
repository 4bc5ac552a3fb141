import { Allocator, type Answer, type Cell, type HeapPicture } from './allocator.ts';
import { BuddySystem, type BuddyTell, type Choice, type SavedBuddies } from './buddy-system.ts';

export interface BuddyOptions {
  /** Bytes of a bounded heap, at most 2^29 least blocks. Without it the heap doubles when nothing fits. */
  readonly heap?: number;
  /** Least block, bytes, a power of two; 16 unless told. */
  readonly least?: number;
  readonly choice?: Choice;
}

/** Least blocks an unbounded heap begins with, and may come to. */
const first = 1024;
const most = 2 ** 29;

/** Binary buddies as a malloc without headers: the order of a block is kept beside the heap, as the Linux kernel does. */
export class Buddy extends Allocator<SavedBuddies> {
  readonly #least: number;
  readonly #units: number;
  /** In units of the least block. */
  readonly system: BuddySystem;
  /** Set by who wants to see every step, in units of the least block. */
  tellStep: BuddyTell | undefined;

  constructor({ heap, least = 16, choice = 'last' }: BuddyOptions = {}, _seed = 0, start?: ReturnType<Buddy['save']>) {
    super();
    this.#least = least;
    this.#units = heap === undefined ? most : Math.min(most, Math.floor(heap / least));
    this.system = heap === undefined ? new BuddySystem(first, choice, most) : new BuddySystem(this.#units, choice);
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    const units = Math.max(1, Math.ceil(size / this.#least));
    if (units > this.#units) return null;
    const addr = this.#watched().take(units === 1 ? 0 : 32 - Math.clz32(units - 1));
    return addr === -1 ? null : addr * this.#least;
  }

  protected free(addr: number): void { this.#watched().give(addr / this.#least); }

  blockSize(addr: number): number { return this.#bytes(this.system.orderAt(addr / this.#least)); }
  protected heapBytes(): number { return this.system.end * this.#least; }

  protected largestFree(): number { return this.system.largestFree() * this.#least; }

  protected look(): HeapPicture {
    const heap = this.heapBytes();
    const cells: Cell[] = [];
    for (const { addr, order, free } of this.system.blocks(this.system.end)) {
      const start = addr * this.#least;
      cells.push({ addr: start, size: Math.min(this.#bytes(order), heap - start), state: free ? 'free' : 'live', list: String(order) });
    }
    return { heap, cells, mapped: [] };
  }

  protected saveState(): SavedBuddies { return this.system.save(); }
  protected loadState(state: SavedBuddies): void { this.system.load(state); }

  #bytes(order: number): number { return 2 ** order * this.#least; }

  #watched(): BuddySystem {
    const { tell } = this;
    this.system.effort = this.effort;
    this.system.tell = this.tellStep ?? (tell && {
      split: (addr, order) => { tell({ kind: 'split', addr: addr * this.#least, size: this.#bytes(order), rest: this.#bytes(order) }); },
      coalesce: (addr, order) => { tell({ kind: 'coalesce', addr: addr * this.#least, size: this.#bytes(order), side: 'after' }); },
    });
    return this.system;
  }
}
