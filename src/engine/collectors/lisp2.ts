import type { Marker } from './marker.ts';
import { fieldsOf, nil, wordBytes, wordsOf, type ObjectHeap } from './object-heap.ts';
import type { Phase } from './event.ts';
import type { Work } from './work.ts';

/** A stretch of memory filled with objects from its first word to its last. */
export interface Filled { readonly from: number; readonly to: number }

/**
 * Slides what is marked together, in order (the compactor of LISP 2, in Knuth, TAOCP 1, 2.5, exercise 33): one pass says where each object will
 * lie, one rewrites the pointers, one moves. Each visits every object there is, dead ones too.
 *
 * Where an object will lie stands in the table by its number, a word an object: it is true again once the object has moved.
 */
export class Lisp2 {
  readonly #heap: ObjectHeap;
  readonly #work: Work;
  readonly #marker: Marker;
  readonly #spaces: readonly Filled[];
  /** The first object not yet moved, and where it would go. */
  scan: number;
  free: number;

  /** The spaces come from low to high; all slides down to the first word of the first. */
  constructor(heap: ObjectHeap, work: Work, marker: Marker, spaces: readonly Filled[]) {
    this.#heap = heap;
    this.#work = work;
    this.#marker = marker;
    this.#spaces = spaces;
    this.scan = this.free = spaces[0]!.from;
  }

  compact(phase: (phase: Phase) => void): void {
    phase('forward');
    this.#forward();
    phase('update');
    this.#updateRoots();
    this.#each((addr, id) => { this.#update(addr, id); });
    phase('slide');
    this.#each((addr, id) => { this.#move(addr, id); });
  }

  /** The first pass: each in turn goes where the one before it ends. */
  #forward(): void {
    let free = this.free;
    this.#each((_, id) => {
      this.#heap.addr[id] = free;
      free += wordsOf(this.#heap.shape[id]!);
      this.#work.touched++;
      this.#work.tell?.({ kind: 'forwarded', id, addr: this.#heap.addr[id]! * wordBytes });
    });
  }

  #updateRoots(): void {
    const { roots, rootCount } = this.#heap;
    for (let slot = 0; slot < rootCount; slot++) this.#point(roots, slot);
    this.#work.touched += rootCount;
  }

  #update(addr: number, id: number): void {
    const fields = fieldsOf(this.#heap.shape[id]!);
    for (let at = addr + 1; at <= addr + fields; at++) this.#point(this.#heap.words, at);
    this.#work.touched += fields;
    this.#work.tell?.({ kind: 'updated', id });
  }

  #point(table: Int32Array, at: number): void {
    const target = table[at]!;
    if (target === nil) return;
    table[at] = this.#heap.addr[this.#heap.words[target]!]!;
    this.#work.touched += 2;
  }

  /** Down, or not at all: what lies below has moved already. */
  #move(addr: number, id: number): void {
    const { words, addr: goal, shape } = this.#heap;
    const to = goal[id]!;
    const size = wordsOf(shape[id]!);
    this.scan = addr + size;
    this.free = to + size;
    if (to === addr) return;
    for (let i = 0; i < size; i++) words[to + i] = words[addr + i]!;
    const work = this.#work;
    work.touched += 2 * size;
    work.movedObjects++;
    work.movedWords += size;
    work.tell?.({ kind: 'moved', id, from: addr * wordBytes, addr: to * wordBytes, size: size * wordBytes });
  }

  /** Every marked object from low to high. A visit to any object reads its header and its mark. */
  #each(visit: (addr: number, id: number) => void): void {
    const { words, shape } = this.#heap;
    for (const { from, to } of this.#spaces) {
      let visited = 0;
      for (let addr = from; addr < to; visited++) {
        const id = words[addr]!;
        const size = wordsOf(shape[id]!);
        if (this.#marker.isMarked(addr)) visit(addr, id);
        addr += size;
      }
      this.#work.touched += visited;
    }
  }
}
