import { nil } from './barrier-buffer.ts';
import { objectSize } from './settings.ts';
import type { Random } from '../../random.ts';
import type { Goroutine } from './goroutine.ts';

/** Pointers in one table, which is an object. An entry is an object and the parts it points to. */
const perTable = objectSize / 8;
const parts = 3;

/** What a program can do with pointers in the heap; a store leaves its note in the barrier's buffer. */
export interface Memory {
  load(slot: number, index: number): number;
  store(slot: number, index: number, ptr: number): void;
}

/**
 * What the program keeps: a global points to a table, that to tables, these to entries, each with three parts. When it
 * has all it keeps, a new entry replaces another, which becomes garbage.
 */
export class Store {
  readonly #capacity: number;
  #entries = 0;
  /** The global. */
  #top = nil;

  constructor(bytes: number) { this.#capacity = Math.max(1, Math.floor(bytes / (objectSize * (1 + parts)))); }

  get globals(): readonly number[] { return [this.#top]; }

  /** A new object becomes what is missing: a table, a part, or an entry that takes up the parts. */
  use(fresh: number, g: Goroutine, memory: Memory, chance: Random): void {
    if (this.#top === nil) this.#top = fresh;
    else if (this.#entries < this.#capacity && this.#tableOf(this.#entries, memory) === nil) memory.store(this.#top, Math.floor(this.#entries / perTable), fresh);
    else if (g.parts.length < parts) g.parts.push(fresh);
    else {
      for (const [i, part] of g.parts.entries()) memory.store(fresh, i, part);
      g.parts = [];
      this.#put(this.#entries < this.#capacity ? this.#entries++ : chance.int(this.#capacity), fresh, memory);
    }
  }

  /** Takes an entry out, which only the stack then holds; the next time it is put where another lies, and that one to where it was. */
  move(g: Goroutine, memory: Memory, chance: Random): void {
    if (this.#entries === 0) return;
    const place = chance.int(this.#entries);
    if (g.held.ptr === nil) {
      g.held = { ptr: this.#get(place, memory), from: place };
      if (g.held.ptr !== nil) this.#put(place, nil, memory);
      return;
    }
    const other = this.#get(place, memory);
    this.#put(place, g.held.ptr, memory);
    if (other !== nil && place !== g.held.from) this.#put(g.held.from, other, memory);
    g.held = { ptr: nil, from: nil };
  }

  #tableOf(place: number, memory: Memory): number { return memory.load(this.#top, Math.floor(place / perTable)); }
  #get(place: number, memory: Memory): number { return memory.load(this.#tableOf(place, memory), place % perTable); }
  #put(place: number, ptr: number, memory: Memory): void { memory.store(this.#tableOf(place, memory), place % perTable, ptr); }
}
