import { highestBit, lowestBit } from './bits.ts';

/** A set of numbers below 1024: a bit for each, and for each word of bits one that it is not empty. No search is longer than two words. */
export class SizeSet {
  readonly #words = new Int32Array(32);
  #filled = 0;

  add(n: number): void {
    this.#words[n >>> 5]! |= 1 << (n & 31);
    this.#filled |= 1 << (n >>> 5);
  }

  delete(n: number): void {
    this.#words[n >>> 5]! &= ~(1 << (n & 31));
    if (this.#words[n >>> 5] === 0) this.#filled &= ~(1 << (n >>> 5));
  }

  clear(): void {
    this.#words.fill(0);
    this.#filled = 0;
  }

  /** The least from `n` up; -1 if there is none. */
  atLeast(n: number): number {
    const here = this.#words[n >>> 5]! & (-1 << (n & 31));
    if (here !== 0) return (n & -32) + lowestBit(here);
    const above = this.#filled & (-2 << (n >>> 5));
    return above === 0 ? -1 : 32 * lowestBit(above) + lowestBit(this.#words[lowestBit(above)]!);
  }

  /** The largest; -1 of none. */
  largest(): number {
    if (this.#filled === 0) return -1;
    const word = highestBit(this.#filled);
    return 32 * word + highestBit(this.#words[word]!);
  }
}
