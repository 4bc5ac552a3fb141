/** Whole numbers from 0 up to 2^53, in a table with open addressing: several times faster here than a `Set`. */
export class NumberSet {
  #slots = new Float64Array(1 << 12).fill(-1);
  size = 0;

  /** Adds a number; false when it was there. */
  add(value: number): boolean {
    if (2 * this.size > this.#slots.length) this.#grow();
    const at = this.#find(value);
    if (this.#slots[at] === value) return false;
    this.#slots[at] = value;
    this.size++;
    return true;
  }

  /** Where the number is, or would be. */
  #find(value: number): number {
    const mask = this.#slots.length - 1;
    let at = (Math.imul(value % 0x1_0000_0000 | 0, 0x9e37_79b1) ^ Math.imul((value / 0x1_0000_0000) | 0, 0x85eb_ca6b)) >>> 0;
    for (at = (at ^ (at >>> 15)) & mask; this.#slots[at] !== -1 && this.#slots[at] !== value; at = (at + 1) & mask);
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(2 * old.length).fill(-1);
    for (const value of old) if (value !== -1) this.#slots[this.#find(value)] = value;
  }
}
