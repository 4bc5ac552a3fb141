interface Entry { readonly at: number; readonly run: () => void }

/** What is to happen at given moments, in nanoseconds; of two at the same moment the one that was put in first comes first. */
export class Agenda {
  readonly #entries: Entry[] = [];

  /** When the next is due. */
  get next(): number { return this.#entries[0]?.at ?? Infinity; }

  put(at: number, run: () => void): void {
    const before = this.#entries.findLastIndex((entry) => entry.at <= at);
    this.#entries.splice(before + 1, 0, { at, run });
  }

  /** Lets the next happen. */
  fire(): void { this.#entries.shift()?.run(); }
}
