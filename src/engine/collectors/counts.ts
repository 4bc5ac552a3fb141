import { grown } from './grown.ts';
import type { Holes } from './holes.ts';
import { fieldsOf, nil, type ObjectHeap } from './object-heap.ts';
import type { Work } from './work.ts';

/** In use or free; perhaps part of a dead cycle; under trial; found dead. Colors of Bacon and Rajan (2001). */
export const inUse = 0;
export const suspect = 1;
export const onTrial = 2;
export const dead = 3;

export interface SavedCounts { readonly counts: Int32Array; readonly colors: Uint8Array; readonly place: Int32Array; readonly suspects: readonly number[] }

/**
 * How many pointers lead to each object, from other objects and from roots. At zero it is freed, and what it pointed to has one
 * pointer less. When a count falls and does not reach zero, the object is a suspect: only so can a cycle have lost its last
 * outside pointer.
 */
export class Counts {
  readonly #heap: ObjectHeap;
  readonly #holes: Holes;
  readonly #work: Work;
  /** All by the number of the object. */
  counts = new Int32Array(16);
  colors = new Uint8Array(16);
  /** Its place among the suspects, counted from 1. */
  #place = new Int32Array(16);
  /** Addresses. */
  suspects: number[] = [];

  constructor(heap: ObjectHeap, holes: Holes, work: Work) {
    this.#heap = heap;
    this.#holes = holes;
    this.#work = work;
  }

  /** One more pointer. A count is a word, read and written. */
  inc(addr: number): void {
    const id = this.#heap.words[addr]!;
    this.#widen(id);
    const count = ++this.counts[id]!;
    this.colors[id] = inUse;
    this.#work.touched++;
    this.#work.tell?.({ kind: 'counted', id, count });
  }

  /** One pointer less, and what follows from it; the dead wait in a list, so that no chain is too long. */
  dec(addr: number): void {
    const released: number[] = [];
    for (let next: number | undefined = addr; next !== undefined; next = released.pop()) {
      if (this.#oneLess(next)) this.#release(next, released);
    }
  }

  isWaiting(id: number): boolean { return this.#place[id] !== 0; }

  /** No suspect any more; the last one takes its place (Nim's orc.nim:unregisterCycle). */
  acquit(id: number): void {
    const last = this.suspects.pop()!;
    const place = this.#place[id]!;
    this.#place[id] = 0;
    if (last === this.#heap.addr[id]) return;
    this.suspects[place - 1] = last;
    this.#place[this.#heap.words[last]!] = place;
  }

  free(addr: number): void {
    this.#work.touched++;
    this.#holes.free(addr);
  }

  save(): SavedCounts { return { counts: this.counts.slice(), colors: this.colors.slice(), place: this.#place.slice(), suspects: this.suspects.slice() }; }

  load({ counts, colors, place, suspects }: SavedCounts): void {
    this.counts = counts.slice();
    this.colors = colors.slice();
    this.#place = place.slice();
    this.suspects = suspects.slice();
  }

  /** True when it was the last. */
  #oneLess(addr: number): boolean {
    const id = this.#heap.words[addr]!;
    const count = --this.counts[id]!;
    this.#work.touched++;
    this.#work.tell?.({ kind: 'counted', id, count });
    if (count > 0) this.#suspect(addr, id);
    return count === 0;
  }

  #suspect(addr: number, id: number): void {
    if (this.colors[id] === suspect) return;
    this.colors[id] = suspect;
    if (this.isWaiting(id)) return;
    this.#place[id] = this.suspects.push(addr);
    this.#work.touched++;
    this.#work.tell?.({ kind: 'suspected', id });
  }

  /** Its pointers are pointers no more: their targets are to be counted down. */
  #release(addr: number, released: number[]): void {
    const { words, shape } = this.#heap;
    const id = words[addr]!;
    const fields = fieldsOf(shape[id]!);
    for (let at = addr + fields; at > addr; at--) {
      if (words[at] !== nil) released.push(words[at]!);
      words[at] = nil;
    }
    this.#work.touched += 1 + fields;
    this.colors[id] = inUse;
    if (this.isWaiting(id)) this.acquit(id);
    this.free(addr);
  }

  #widen(id: number): void {
    this.counts = grown(this.counts, id);
    this.colors = grown(this.colors, id);
    this.#place = grown(this.#place, id);
  }
}
