/** What the reader holds and what points to what: slots by number, and the words of objects that hold an address. */
export interface SavedObjects {
  readonly slots: readonly (readonly [slot: number, held: Held])[];
  readonly links: readonly (readonly [from: number, words: readonly (readonly [word: number, to: number])[]])[];
}

/** An object held: its address, its bytes, and whether it may hold pointers. */
export interface Held { readonly addr: number; readonly size: number; readonly pointers: boolean }

/** The reader's object graph. */
export class Objects {
  readonly #slots: Map<number, Held>;
  readonly #links: Map<number, Map<number, number>>;

  constructor({ slots, links }: SavedObjects = { slots: [], links: [] }) {
    this.#slots = new Map(slots);
    this.#links = new Map(links.map(([from, words]) => [from, new Map(words)]));
  }

  /** Of every object held. */
  *addresses(): Generator<number> {
    for (const { addr } of this.#slots.values()) yield addr;
  }

  get slots(): ReadonlyMap<number, Held> { return this.#slots; }

  /** A new object in a slot. It is of zeroes: an address comes back only after a collection, and `keep` has forgotten its words. */
  hold(slot: number, object: Held): void { this.#slots.set(slot, object); }

  drop(slot: number): void { this.#slots.delete(slot); }

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
    return { slots: [...this.#slots], links: [...this.#links].map(([from, words]) => [from, [...words]] as const) };
  }
}
