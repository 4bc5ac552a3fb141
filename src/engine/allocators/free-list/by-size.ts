/** The free blocks by size, those of one size by address: what best fit looks up. */

/** Sizes below this many grains have a list of their own. */
const exact = 128;

export class BySize {
  readonly #grain: number;
  /** Blocks of each exact size, from the highest to the lowest. */
  readonly #lists: number[][] = Array.from({ length: exact }, () => []);
  /** Larger ones by size, then address. */
  readonly #large: { readonly size: number; readonly block: number }[] = [];

  constructor(grain: number) { this.#grain = grain; }

  clear(): void {
    for (const list of this.#lists) if (list.length > 0) list.length = 0;
    this.#large.length = 0;
  }

  insert(block: number, size: number): void {
    const list = this.#lists[size / this.#grain];
    if (list === undefined) this.#large.splice(this.#rank(size, block), 0, { size, block });
    else list.splice(above(list, block), 0, block);
  }

  remove(block: number, size: number): void {
    const list = this.#lists[size / this.#grain];
    if (list === undefined) this.#large.splice(this.#rank(size, block), 1);
    else if (list.at(-1) === block) list.pop();
    else list.splice(above(list, block), 1);
  }

  /** The smallest block of at least `size`, the lowest of equals; -1 if there is none. */
  best(size: number): number {
    for (let grains = size / this.#grain; grains < exact; grains++) {
      const list = this.#lists[grains]!;
      if (list.length > 0) return list.at(-1)!;
    }
    return this.#large[this.#rank(size, -1)]?.block ?? -1;
  }

  #rank(size: number, block: number): number {
    let [low, high] = [0, this.#large.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#large[middle]!;
      if (other.size < size || (other.size === size && other.block < block)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How many blocks of a falling list lie above an address. */
function above(list: readonly number[], block: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! > block) low = middle + 1;
    else high = middle;
  }
  return low;
}
