import { noSlots, Slots, type SavedSlots } from './slots.ts';

/** What the reader holds and what points to what: slots by number, and the words of objects that hold an address. */
export interface SavedObjects {
  readonly slots: SavedSlots;
  readonly links: readonly (readonly [from: number, words: readonly (readonly [word: number, to: number])[]])[];
}

/** The reader's object graph. A new object is of zeroes: an address comes back only after a collection, and `keep` has forgotten its words. */
export class Objects {
  readonly slots: Slots;
  readonly #links: Map<number, Map<number, number>>;

  constructor({ slots, links }: SavedObjects = { slots: noSlots, links: [] }) {
    this.slots = new Slots(slots);
    this.#links = new Map(links.map(([from, words]) => [from, new Map(words)]));
  }

  /** Stores an address in a word of an object. */
  link(from: number, word: number, to: number): void {
    const words = this.#links.get(from) ?? new Map<number, number>();
    this.#links.set(from, words.set(word, to));
  }

  pointersOf(addr: number): Iterable<number> { return this.#links.get(addr)?.values() ?? []; }

  /** Forgets the words of objects that are dead. */
  keep(isLive: (addr: number) => boolean): void {
    for (const addr of this.#links.keys()) if (!isLive(addr)) this.#links.delete(addr);
  }

  save(): SavedObjects {
    return { slots: this.slots.save(), links: [...this.#links].map(([from, words]) => [from, [...words]] as const) };
  }
}
