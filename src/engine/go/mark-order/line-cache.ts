/** Bytes of a cache line. */
export const lineSize = 64;

/** What a line holds: an object, or what the collector keeps about objects. */
export type LineOf = 'object' | 'record';

/** A cache of so many lines, of which the one unused for longest makes room. It counts what must be fetched from memory. */
export class LineCache {
  readonly #capacity: number;
  readonly #held = new Map<string, true>();
  readonly fetched: Record<LineOf, number> = { object: 0, record: 0 };

  constructor(capacity: number) { this.#capacity = capacity; }

  /** Reads or writes a line, by name. */
  touch(of: LineOf, line: string): void {
    if (!this.#held.delete(line)) {
      this.fetched[of]++;
      const [oldest] = this.#held.keys();
      if (this.#held.size === this.#capacity && oldest !== undefined) this.#held.delete(oldest);
    }
    this.#held.set(line, true);
  }
}
