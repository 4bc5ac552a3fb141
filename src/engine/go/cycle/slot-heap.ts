import { nil } from './barrier-buffer.ts';
import { objectSize, objectsPerSpan } from './settings.ts';

/** Objects by the slot they lie in, what each points to, and their marks. Eight slots make a span. */
export class SlotHeap {
  readonly #points: number[][] = [];
  readonly #allocated: boolean[] = [];
  readonly #marked: boolean[] = [];
  /** Of this cycle, in bytes. */
  bytesMarked = 0;
  /** Spans ever made. */
  spans = 0;

  /** A new object, which points nowhere. `black`: it counts as marked from the start (`mgcmark.go:gcmarknewobject`). */
  allocate(slot: number, black: boolean): void {
    this.#points[slot] = [];
    this.#allocated[slot] = true;
    if (black) this.mark(slot);
  }

  /** Returns whether it was white. */
  mark(slot: number): boolean {
    if (this.#marked[slot]) return false;
    this.#marked[slot] = true;
    this.bytesMarked += objectSize;
    return true;
  }

  marked(slot: number): boolean { return this.#marked[slot] === true; }
  /** Whether an object lies there that was not swept yet. */
  holds(slot: number): boolean { return this.#allocated[slot] === true; }

  load(slot: number, index: number): number { return this.#points[slot]?.[index] ?? nil; }

  store(slot: number, index: number, ptr: number): void {
    const points = (this.#points[slot] ??= []);
    while (points.length < index) points.push(nil);
    points[index] = ptr;
  }

  pointers(slot: number): readonly number[] { return (this.#points[slot] ?? []).filter((ptr) => ptr !== nil); }

  /** The slots of a span in which nothing lies. */
  freeIn(span: number): number[] {
    const free: number[] = [];
    for (let slot = span * objectsPerSpan; slot < (span + 1) * objectsPerSpan; slot++) if (!this.#allocated[slot]) free.push(slot);
    return free;
  }

  /** The marks become what is allocated, and are fresh again (`mgcsweep.go:sweep`). */
  sweep(span: number): void {
    for (let slot = span * objectsPerSpan; slot < (span + 1) * objectsPerSpan; slot++) {
      if (!this.#marked[slot]) {
        this.#allocated[slot] = false;
        this.#points[slot] = [];
      }
      this.#marked[slot] = false;
    }
  }

  /** What can be reached from `from` now. */
  reachable(from: readonly number[]): ReadonlySet<number> {
    const found = new Set(from.filter((slot) => slot !== nil));
    for (const slot of found) for (const ptr of this.pointers(slot)) found.add(ptr);
    return found;
  }
}
