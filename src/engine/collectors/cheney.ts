import { fieldsOf, nil, wordBytes, wordsOf, type ObjectHeap } from './object-heap.ts';
import type { Work } from './work.ts';

/**
 * Copies what is reached out of one stretch of memory (Cheney 1970), breadth first and without a stack: the copies themselves are
 * the queue. Between `scan` and `free` they are grey, below `scan` black; a husk keeps minus the address of its copy.
 */
export class Cheney {
  readonly #heap: ObjectHeap;
  readonly #work: Work;
  readonly #low: number;
  readonly #high: number;
  scan: number;
  free: number;

  /** Objects from `low` up to `high` are copied to `to` and after. */
  constructor(heap: ObjectHeap, work: Work, low: number, high: number, to: number) {
    this.#heap = heap;
    this.#work = work;
    this.#low = low;
    this.#high = high;
    this.scan = this.free = to;
  }

  copyRoots(): void {
    const { roots, rootCount } = this.#heap;
    for (let slot = 0; slot < rootCount; slot++) this.forward(roots, slot);
    this.#work.touched += rootCount;
  }

  /** Until nothing is grey: the fields of each copy now point to copies. */
  scanAll(): void {
    const { words, shape } = this.#heap;
    const { tell } = this.#work;
    while (this.scan < this.free) {
      const its = shape[words[this.scan]!]!;
      const fields = fieldsOf(its);
      for (let at = this.scan + 1; at <= this.scan + fields; at++) this.forward(words, at);
      this.#work.touched += 1 + fields;
      const id = words[this.scan]!;
      this.scan += wordsOf(its);
      tell?.({ kind: 'scanned', id });
    }
  }

  /** Makes one pointer, wherever it lies, point to the copy. Its target's header is read, and it is written. */
  forward(table: Int32Array, at: number): void {
    const target = table[at]!;
    if (target < this.#low || target >= this.#high || target === nil) return;
    const header = this.#heap.words[target]!;
    table[at] = header < 0 ? -header : this.#copy(target, header);
    this.#work.touched += 2;
  }

  /** Each word is read and written, and the husk's header. */
  #copy(from: number, id: number): number {
    const { words, shape, addr } = this.#heap;
    const size = wordsOf(shape[id]!);
    const to = this.free;
    for (let i = 0; i < size; i++) words[to + i] = words[from + i]!;
    words[from] = -to;
    addr[id] = to;
    this.free += size;
    const work = this.#work;
    work.touched += 2 * size + 1;
    work.movedObjects++;
    work.movedWords += size;
    work.tell?.({ kind: 'moved', id, from: from * wordBytes, addr: to * wordBytes, size: size * wordBytes });
    return to;
  }
}

/** What lies from one address to another, without gaps: objects by address, and husks, with where they went. */
export function* walk({ words, shape }: ObjectHeap, from: number, to: number): Generator<{ readonly addr: number; readonly words: number; readonly movedTo: number }, void, void> {
  for (let addr = from; addr < to;) {
    const movedTo = words[addr]! < 0 ? -words[addr]! : nil;
    const size = wordsOf(shape[words[movedTo === nil ? addr : movedTo]!]!);
    yield { addr, words: size, movedTo };
    addr += size;
  }
}

/** Addresses of those that have not moved. */
export function* standing(heap: ObjectHeap, from: number, to: number): Generator<number, void, void> {
  for (const { addr, movedTo } of walk(heap, from, to)) if (movedTo === nil) yield addr;
}
