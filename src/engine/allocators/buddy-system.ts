/**
 * The binary buddy system (Knowlton 1965; Knuth, TAOCP 2.5, algorithms R and S): a block of order k is 2^k units at a
 * multiple of 2^k; its buddy's address differs from its own in bit k alone. Addresses here count units.
 */
import type { Effort } from './allocator.ts';
import { Words, type SavedWords } from './words.ts';

export interface SavedBuddies { readonly words: SavedWords; readonly heads: Float64Array; readonly filled: number; readonly units: number; readonly end: number }

export interface BuddyTell {
  split(addr: number, order: number): void;
  coalesce(addr: number, order: number): void;
  /** A free block of the order has been found. */
  take?(addr: number, order: number): void;
  /** A block being freed asks whether its buddy is free and whole. */
  ask?(addr: number, buddy: number, order: number): void;
  /** A block is free again, and in no larger one. */
  put?(addr: number, order: number): void;
}

/** Which block is split: the last one put into the first list that has any, or the lowest of all that are large enough. */
export type Choice = 'last' | 'lowest';

/** Orders there are: units up to 2^31 - 1. */
const orders = 31;

export class BuddySystem {
  /** For each unit three words: 1 + order if a free block starts there, -1 - order if a used one; next; previous. */
  readonly #words = new Words(Float64Array);
  #heads = new Float64Array(orders).fill(-1);
  /** Bit k: there is a free block of order k. */
  #filled = 0;
  /** Behind the highest unit ever used. */
  end = 0;
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: BuddyTell | undefined;

  readonly #choice: Choice;
  readonly #limit: number;
  /** Units covered so far. */
  #units: number;

  /** Covers `units` with blocks as large as alignment allows; a power of two may double, up to `limit`, when all is taken. */
  constructor(units: number, choice: Choice = 'last', limit = units) {
    this.#choice = choice;
    this.#units = units;
    this.#limit = limit;
    for (let addr = 0; addr < units;) {
      const order = Math.min(addr === 0 ? 30 : 31 - Math.clz32(addr & -addr), 31 - Math.clz32(units - addr));
      this.#put(addr, order);
      addr += 2 ** order;
    }
  }

  orderAt(addr: number): number { return Math.abs(this.#words.get(addr * 3)) - 1; }
  isFree(addr: number): boolean { return this.#words.get(addr * 3) > 0; }

  /** A block of the order, the low half of each split; -1 if none is large enough. */
  take(order: number): number {
    let larger = this.#filled & (-1 << order);
    for (; larger === 0; larger = this.#filled & (-1 << order)) {
      if (this.#units * 2 > this.#limit) return -1;
      this.#double();
    }
    const addr = this.#choice === 'last' ? this.#heads[31 - Math.clz32(larger & -larger)]! : this.#lowest(larger);
    this.#halve(addr, order);
    this.end = Math.max(this.end, addr + 2 ** order);
    return addr;
  }

  /** Gives a block back, merging with its buddy as long as that is free and whole. */
  give(addr: number): void {
    let order = this.orderAt(addr);
    let block = addr;
    for (let buddy = addr ^ (1 << order); this.#merges(block, buddy, order); buddy = block ^ (1 << order)) {
      this.effort.steps++;
      this.#remove(buddy, order);
      this.#words.set(Math.max(block, buddy) * 3, 0);
      block = Math.min(block, buddy);
      order++;
      this.#words.set(block * 3, -1 - order);
      this.tell?.coalesce(block, order);
    }
    this.#put(block, order);
    this.tell?.put?.(block, order);
  }

  #merges(block: number, buddy: number, order: number): boolean {
    this.tell?.ask?.(block, buddy, order);
    return this.#words.get(buddy * 3) === 1 + order;
  }

  /** Every block from the lowest to beyond `until`. */
  *blocks(until: number): Generator<{ addr: number; order: number; free: boolean }, void> {
    for (let addr = 0; addr < until;) {
      const order = this.orderAt(addr);
      yield { addr, order, free: this.isFree(addr) };
      addr += 2 ** order;
    }
  }

  /** Units below `end` of the largest free block; of one that reaches beyond, what lies below. */
  largestFree(): number {
    let most = 0;
    for (let bits = this.#filled; bits !== 0 && 2 ** (31 - Math.clz32(bits)) > most; bits ^= 1 << (31 - Math.clz32(bits))) {
      const order = 31 - Math.clz32(bits);
      for (let addr = this.#heads[order]!; addr !== -1 && most < 2 ** order; addr = this.#words.get(addr * 3 + 1)) {
        most = Math.max(most, Math.min(2 ** order, this.end - addr));
      }
    }
    return most;
  }

  save(): SavedBuddies { return { words: this.#words.save(), heads: this.#heads.slice(), filled: this.#filled, units: this.#units, end: this.end }; }

  load({ words, heads, filled, units, end }: SavedBuddies): void {
    this.#words.load(words);
    this.#heads = heads.slice();
    this.#filled = filled;
    this.#units = units;
    this.end = end;
  }

  /** As much again, the buddy of all there is. */
  #double(): void {
    const upper = this.#units;
    this.effort.systemCalls++;
    this.#units *= 2;
    this.#words.set(upper * 3, -1 - (31 - Math.clz32(upper)));
    this.give(upper);
  }

  /** Splits a free block until its low end has the order, and takes that; the upper halves stay free. */
  #halve(addr: number, order: number): void {
    let has = this.orderAt(addr);
    this.tell?.take?.(addr, has);
    this.#remove(addr, has);
    this.#words.set(addr * 3, -1 - has);
    while (has > order) {
      has--;
      this.effort.steps++;
      this.#words.set(addr * 3, -1 - has);
      this.#put(addr + 2 ** has, has);
      this.tell?.split(addr, has);
    }
  }

  #lowest(orders: number): number {
    let lowest = Infinity;
    for (let bits = orders; bits !== 0; bits &= bits - 1) {
      for (let addr = this.#heads[31 - Math.clz32(bits & -bits)]!; addr !== -1; addr = this.#words.get(addr * 3 + 1)) {
        this.effort.steps++;
        lowest = Math.min(lowest, addr);
      }
    }
    return lowest;
  }

  #put(addr: number, order: number): void {
    const head = this.#heads[order]!;
    this.#words.set(addr * 3, 1 + order);
    this.#words.set(addr * 3 + 1, head);
    this.#words.set(addr * 3 + 2, -1);
    if (head !== -1) this.#words.set(head * 3 + 2, addr);
    this.#heads[order] = addr;
    this.#filled |= 1 << order;
  }

  #remove(addr: number, order: number): void {
    const [after, before] = [this.#words.get(addr * 3 + 1), this.#words.get(addr * 3 + 2)];
    if (after !== -1) this.#words.set(after * 3 + 2, before);
    if (before !== -1) this.#words.set(before * 3 + 1, after);
    else this.#heads[order] = after;
    if (this.#heads[order] === -1) this.#filled &= ~(1 << order);
  }
}
