import { grown } from './grown.ts';
import { base, fieldsOf, wordsOf, type ObjectHeap } from './object-heap.ts';
import type { Work } from './work.ts';

/** Words of a card: 512 bytes, as HotSpot's. */
export const cardWords = 64;

export interface SavedRemembered { readonly slots: Int32Array; readonly flags: Uint8Array; readonly first: Int32Array }

/** Which old objects may point to young ones, so that a minor collection finds those pointers without looking at all that is old. */
export interface Remembered {
  /** The `at`-th word of memory, a field of the old object at `addr`, points to a young one. */
  note(addr: number, at: number): void;
  /** An object now lies in the old space, above those told of before. */
  placed(addr: number): void;
  /** Every word that may hold such a pointer; what is old ends at `end`. */
  each(end: number, visit: (at: number) => void): void;
  /** No pointer leads from old to young. */
  clear(): void;
  /** Nor is anything old. */
  forget(): void;
  save(): SavedRemembered;
  load(saved: SavedRemembered): void;
}

/** A list of the fields themselves, each once: exact, and as long as there are fields. */
export class Slots implements Remembered {
  readonly #work: Work;
  #slots = new Int32Array(16);
  #count = 0;
  /** By word of memory, 1: it is in the list. */
  readonly #listed: Uint8Array;

  constructor(heap: ObjectHeap, work: Work) {
    this.#work = work;
    this.#listed = new Uint8Array(heap.limit);
  }

  note(_addr: number, at: number): void {
    this.#work.touched++;
    if (this.#listed[at] === 1) return;
    this.#listed[at] = 1;
    this.#slots = grown(this.#slots, this.#count);
    this.#slots[this.#count++] = at;
    this.#work.touched++;
  }

  placed(): void { /* a field needs no object to be found by */ }

  each(_end: number, visit: (at: number) => void): void {
    for (let i = 0; i < this.#count; i++) visit(this.#slots[i]!);
    this.#work.touched += 2 * this.#count;
  }

  clear(): void {
    for (let i = 0; i < this.#count; i++) this.#listed[this.#slots[i]!] = 0;
    this.#count = 0;
  }

  forget(): void { this.clear(); }

  save(): SavedRemembered { return { slots: this.#slots.slice(0, this.#count), flags: new Uint8Array(0), first: new Int32Array(0) }; }

  load({ slots }: SavedRemembered): void {
    this.clear();
    this.#count = slots.length;
    this.#slots = grown(slots.slice(), 15);
    for (const slot of slots) this.#listed[slot] = 1;
  }
}

/** A flag for every 512 bytes: one store to note, and a minor collection scans all objects that begin on a flagged card. */
export class Cards implements Remembered {
  readonly #heap: ObjectHeap;
  readonly #work: Work;
  readonly #dirty: Uint8Array;
  /** By card: the lowest object that begins there; 0: none. */
  readonly #first: Int32Array;

  constructor(heap: ObjectHeap, work: Work) {
    this.#heap = heap;
    this.#work = work;
    this.#dirty = new Uint8Array(Math.ceil((heap.limit - base) / cardWords));
    this.#first = new Int32Array(this.#dirty.length);
  }

  note(addr: number): void {
    this.#dirty[cardOf(addr)] = 1;
    this.#work.touched++;
  }

  placed(addr: number): void {
    if (this.#first[cardOf(addr)] === 0) this.#first[cardOf(addr)] = addr;
  }

  each(end: number, visit: (at: number) => void): void {
    this.#work.touched += this.#dirty.length / 8;
    for (let card = this.#dirty.indexOf(1); card >= 0; card = this.#dirty.indexOf(1, card + 1)) this.#scan(card, end, visit);
  }

  clear(): void { this.#dirty.fill(0); }

  forget(): void {
    this.clear();
    this.#first.fill(0);
  }

  save(): SavedRemembered { return { slots: new Int32Array(0), flags: this.#dirty.slice(), first: this.#first.slice() }; }

  load({ flags, first }: SavedRemembered): void {
    this.#dirty.set(flags);
    this.#first.set(first);
  }

  /** From the first object on the card to the last that begins on it. */
  #scan(card: number, end: number, visit: (at: number) => void): void {
    const { words, shape } = this.#heap;
    for (let addr = this.#first[card]!; addr !== 0 && addr < end && cardOf(addr) === card;) {
      const its = shape[words[addr]!]!;
      for (let at = addr + 1; at <= addr + fieldsOf(its); at++) visit(at);
      this.#work.touched += 1 + fieldsOf(its);
      addr += wordsOf(its);
    }
  }
}

const cardOf = (addr: number): number => Math.floor((addr - base) / cardWords);
