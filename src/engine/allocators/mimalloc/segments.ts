/**
 * Segments of 512 slices, numbered through: slice i of segment s is 512 s + i. Free runs of slices wait in queues by
 * length, last in first out (segment.c). Emptied segments go to a cache and are used again, the lowest slot first.
 */
import type { Effort, Tell } from '../allocator.ts';
import { sliceSize, slicesPerSegment } from './sizes.ts';

const queues = 36;
const limit = 2 ** 20;

/** The queue of a length: exact to eight, then four to each doubling (mi_slice_bin8). */
export function spanBin(count: number): number {
  if (count <= 1) return count;
  const top = 31 - Math.clz32(count - 1);
  return top <= 2 ? count : ((top << 2) | (((count - 1) >>> (top - 2)) & 3)) - 4;
}

export interface SavedSegments {
  readonly free: readonly (readonly [slice: number, count: number])[];
  readonly queues: readonly (readonly number[])[];
  readonly used: readonly number[];
  readonly cache: readonly number[];
}

export class Segments {
  /** Length of each free run by its first slice, and the first slice by its last. */
  #free = new Map<number, number>();
  #firstOf = new Map<number, number>();
  /** First slices; the end is the front. */
  #queues: number[][] = Array.from({ length: queues }, () => []);
  /** Pages in use in each segment. */
  #used: number[] = [];
  /** Emptied segments by slot; -1 is none. */
  #cache: number[] = [];
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: Tell | undefined;

  get count(): number { return this.#used.length; }

  /** A run of slices within one segment; -1 when the address space ends. */
  take(count: number): number {
    const found = this.#find(count);
    if (found !== -1) return found;
    return this.#open() ? this.#find(count) : -1;
  }

  /** A segment, or several in a row, for one block larger than half of one. Never used again. */
  takeHuge(count: number): number {
    const slice = this.#used.length * slicesPerSegment + 1;
    const segments = Math.ceil((count + 1) / slicesPerSegment);
    if (this.#used.length + segments > limit) return -1;
    this.effort.systemCalls++;
    for (let i = 0; i < segments; i++) this.#used.push(1);
    return slice;
  }

  /** Gives a page's slices back, merged with the free ones beside them; an empty segment is put away. */
  give(slice: number, count: number): void {
    const after = this.#free.get(slice + count);
    if (after !== undefined) this.#remove(slice + count, after);
    const before = this.#firstOf.get(slice - 1);
    const first = before ?? slice;
    if (before !== undefined) this.#remove(before, slice - before);
    this.#put(first, slice + count + (after ?? 0) - first);
    const segment = Math.floor(slice / slicesPerSegment);
    if (--this.#used[segment]! === 0) this.#putAway(segment);
  }

  giveHuge(): void { this.effort.systemCalls++; }

  list(): readonly (readonly [slice: number, count: number])[] { return [...this.#free]; }

  save(): SavedSegments {
    return { free: [...this.#free], queues: this.#queues.map((queue) => queue.slice()), used: this.#used.slice(), cache: this.#cache.slice() };
  }

  load({ free, queues, used, cache }: SavedSegments): void {
    this.#free = new Map(free);
    this.#firstOf = new Map(free.map(([slice, count]) => [slice + count - 1, slice]));
    this.#queues = queues.map((queue) => queue.slice());
    this.#used = used.slice();
    this.#cache = cache.slice();
  }

  /** The first run of the first queue that has one long enough; its low end is used. */
  #find(count: number): number {
    for (let bin = spanBin(count); bin < queues; bin++) {
      const queue = this.#queues[bin]!;
      for (let i = queue.length - 1; i >= 0; i--) {
        this.effort.steps++;
        const slice = queue[i]!;
        const length = this.#free.get(slice)!;
        if (length < count) continue;
        this.#remove(slice, length);
        if (length > count) this.#put(slice + count, length - count);
        this.#used[Math.floor(slice / slicesPerSegment)]!++;
        return slice;
      }
    }
    return -1;
  }

  #open(): boolean {
    const slot = this.#cache.findIndex((segment) => segment !== -1);
    const segment = slot === -1 ? this.#used.length : this.#cache[slot]!;
    if (segment >= limit) return false;
    if (slot === -1) this.#map(segment);
    else this.#cache[slot] = -1;
    this.#used[segment] = 0;
    this.#put(segment * slicesPerSegment + 1, slicesPerSegment - 1);
    return true;
  }

  #map(segment: number): void {
    this.effort.systemCalls++;
    this.tell?.({ kind: 'grow', addr: segment * slicesPerSegment * sliceSize, size: slicesPerSegment * sliceSize });
  }

  #putAway(segment: number): void {
    this.#remove(segment * slicesPerSegment + 1, slicesPerSegment - 1);
    const slot = this.#cache.indexOf(-1);
    if (slot === -1) this.#cache.push(segment);
    else this.#cache[slot] = segment;
  }

  #put(slice: number, count: number): void {
    this.#free.set(slice, count);
    this.#firstOf.set(slice + count - 1, slice);
    this.#queues[spanBin(count)]!.push(slice);
  }

  #remove(slice: number, count: number): void {
    const queue = this.#queues[spanBin(count)]!;
    queue.splice(queue.lastIndexOf(slice), 1);
    this.#free.delete(slice);
    this.#firstOf.delete(slice + count - 1);
  }
}
