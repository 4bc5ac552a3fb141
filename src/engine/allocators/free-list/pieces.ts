/**
 * The free list as an index holds it: blocks in order of address, in pieces of at most 64, each of which knows its
 * largest. A search skips the pieces that cannot serve it, and still knows how many blocks a textbook's search, which
 * goes from block to block, would have looked at.
 */
const most = 64;

/** `block(i)` and `size(i)` are words 2i and 2i + 1, so that a change moves one stretch of memory. */
class Piece {
  readonly words = new Float64Array(2 * most);
  count = 0;
  largest = 0;

  block(at: number): number { return this.words[2 * at]!; }
  size(at: number): number { return this.words[2 * at + 1]!; }

  measure(): void {
    let largest = 0;
    for (let i = 0; i < this.count; i++) if (this.size(i) > largest) largest = this.size(i);
    this.largest = largest;
  }

  /** How many of its blocks lie before this address. */
  rank(block: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.block(middle) < block) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert(at: number, block: number, size: number): void {
    this.words.copyWithin(2 * at + 2, 2 * at, 2 * this.count++);
    this.words[2 * at] = block;
    this.words[2 * at + 1] = size;
    if (size > this.largest) this.largest = size;
  }

  remove(at: number): void {
    const size = this.size(at);
    this.words.copyWithin(2 * at, 2 * at + 2, 2 * this.count--);
    if (size === this.largest) this.measure();
  }

  set(at: number, block: number, size: number): void {
    const before = this.size(at);
    this.words[2 * at] = block;
    this.words[2 * at + 1] = size;
    if (size > this.largest) this.largest = size;
    else if (before === this.largest) this.measure();
  }
}

export class Pieces {
  /** One at least. */
  readonly #pieces = [new Piece()];
  /** The piece last used: the next question is often about it. */
  #last = 0;
  count = 0;
  /** Blocks a search from the list's start looks at to come to what was last found, that one included. */
  looked = 0;

  clear(): void {
    this.#pieces.length = 1;
    this.#pieces[0]!.count = this.#pieces[0]!.largest = this.#last = this.count = 0;
  }

  insert(block: number, size: number): void {
    this.count++;
    const index = this.#find(block);
    if (this.#pieces[index]!.count === most) this.#halve(index);
    const piece = this.#pieces[this.#find(block)]!;
    piece.insert(piece.rank(block), block, size);
  }

  remove(block: number): void {
    this.count--;
    const index = this.#find(block);
    const piece = this.#pieces[index]!;
    piece.remove(piece.rank(block));
    if (piece.count === 0 && this.#pieces.length > 1) this.#pieces.splice(index, 1);
  }

  /** Another block, or another size, takes a block's place between the same neighbours. */
  replace(old: number, block: number, size: number): void {
    const piece = this.#pieces[this.#find(old)]!;
    piece.set(piece.rank(old), block, size);
  }

  /** The last block before an address; -1 if there is none. */
  before(block: number): number {
    const index = this.#find(block);
    const piece = this.#pieces[index]!;
    const rank = piece.rank(block);
    return rank > 0 ? piece.block(rank - 1) : -1;
  }

  /** How many blocks lie before an address. */
  rank(block: number): number {
    const index = this.#find(block);
    let rank = this.#pieces[index]!.rank(block);
    for (let i = 0; i < index; i++) rank += this.#pieces[i]!.count;
    return rank;
  }

  /** The lowest block of at least `size` that lies at `from` or above; -1 if there is none. */
  first(size: number, from = -1): number {
    const start = from === -1 ? 0 : this.#find(from);
    let passed = 0;
    for (let i = 0; i < start; i++) passed += this.#pieces[i]!.count;
    for (let i = start; i < this.#pieces.length; passed += this.#pieces[i++]!.count) {
      const piece = this.#pieces[i]!;
      if (piece.largest < size) continue;
      for (let at = i === start && from !== -1 ? piece.rank(from) : 0; at < piece.count; at++) {
        if (piece.size(at) < size) continue;
        this.#last = i;
        this.looked = passed + at + 1;
        return piece.block(at);
      }
    }
    return -1;
  }

  /** Size of the largest; 0 of none. */
  largest(): number {
    let largest = 0;
    for (const piece of this.#pieces) if (piece.largest > largest) largest = piece.largest;
    return largest;
  }

  /** The piece in which an address belongs: the last that begins at or before it, or the first. */
  #find(block: number): number {
    const pieces = this.#pieces;
    const last = this.#last;
    if (last < pieces.length && pieces[last]!.block(0) <= block && (last + 1 === pieces.length || pieces[last + 1]!.block(0) > block)) return last;
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pieces[middle]!.block(0) <= block) low = middle + 1;
      else high = middle;
    }
    return (this.#last = Math.max(0, low - 1));
  }

  #halve(index: number): void {
    const [low, high] = [this.#pieces[index]!, new Piece()];
    high.words.set(low.words.subarray(most));
    low.count = high.count = most / 2;
    low.measure();
    high.measure();
    this.#pieces.splice(index + 1, 0, high);
  }
}
