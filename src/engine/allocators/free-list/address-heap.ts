/** Addresses a heap has room for, at least. */
const least = 32;

/**
 * A binary heap of addresses, the lowest on top. What is removed stays inside until it comes up, or until there
 * is no room and the heap is made anew without it: an insertion costs a step or two, a removal none.
 */
export class AddressHeap {
  #count = 0;
  #addrs = new Int32Array(least);
  readonly #isMeant: (addr: number) => boolean;

  constructor(isMeant: (addr: number) => boolean) { this.#isMeant = isMeant; }

  clear(): void { this.#count = 0; }

  insert(addr: number): void {
    if (this.#count === this.#addrs.length) this.#makeRoom();
    const addrs = this.#addrs;
    let at = this.#count++;
    for (let parent = (at - 1) >> 1; at > 0 && addrs[parent]! > addr; at = parent, parent = (at - 1) >> 1) addrs[at] = addrs[parent]!;
    addrs[at] = addr;
  }

  /** The lowest that is meant; -1 if there is none. */
  lowest(): number {
    while (this.#count > 0) {
      const lowest = this.#addrs[0]!;
      if (this.#isMeant(lowest)) return lowest;
      this.#pop();
    }
    return -1;
  }

  #pop(): void {
    const addrs = this.#addrs;
    const last = addrs[--this.#count]!;
    let at = 0;
    for (let child = 1; child < this.#count; child = 2 * at + 1) {
      if (child + 1 < this.#count && addrs[child + 1]! < addrs[child]!) child++;
      if (addrs[child]! >= last) break;
      addrs[at] = addrs[child]!;
      at = child;
    }
    addrs[at] = last;
  }

  /** Keeps each address that is meant once, with three times the room they take; a sorted row is a heap. */
  #makeRoom(): void {
    const rows = this.#addrs.sort();
    let count = 0;
    for (const addr of rows) if (this.#isMeant(addr) && (count === 0 || rows[count - 1] !== addr)) rows[count++] = addr;
    this.#addrs = new Int32Array(Math.max(least, 4 * count));
    this.#addrs.set(rows.subarray(0, count));
    this.#count = count;
  }
}
