/** The thread's own lists, one a class, last in first out, whose lengths follow use (thread_cache.cc). */
import type { Central } from './central.ts';
import { sizeClasses } from './size-classes.ts';

/** Bytes by which the cache may grow at a time, from a pool shared by all threads. */
const step = 64 * 1024;
const pool = 32 * 2 ** 20;
const maxOverages = 3;
const longest = 8192;

interface List { head: number; length: number; lowWater: number; limit: number; overages: number }

export interface SavedThreadCache { readonly lists: readonly Readonly<List>[]; readonly size: number; readonly limit: number; readonly unclaimed: number }

export class ThreadCache {
  readonly #central: Central;
  #lists: List[] = sizeClasses.map(() => ({ head: 0, length: 0, lowWater: 0, limit: 1, overages: 0 }));
  /** Bytes in all lists. */
  #size = 0;
  #limit = step;
  #unclaimed = pool - step;

  constructor(central: Central) { this.#central = central; }

  /** An object of the class, its address plus one; 0 without memory. */
  take(index: number): number {
    const list = this.#lists[index]!;
    if (list.head === 0) return this.#refill(list, index);
    const object = list.head;
    list.head = this.#central.next(object);
    this.#shorten(list, 1);
    this.#size -= sizeClasses[index]!.size;
    return object;
  }

  give(index: number, object: number): void {
    const list = this.#lists[index]!;
    this.#central.link(object, list.head);
    list.head = object;
    this.#size += sizeClasses[index]!.size;
    if (++list.length > list.limit) this.#tooLong(list, index);
    if (this.#size > this.#limit) this.#scavenge();
  }

  /** The objects that wait, their addresses plus one. */
  *objects(): Generator<number, void> {
    for (const { head } of this.#lists) for (let object = head; object !== 0; object = this.#central.next(object)) yield object;
  }

  save(): SavedThreadCache {
    return { lists: this.#lists.map((list) => ({ ...list })), size: this.#size, limit: this.#limit, unclaimed: this.#unclaimed };
  }

  load({ lists, size, limit, unclaimed }: SavedThreadCache): void {
    this.#lists = lists.map((list) => ({ ...list }));
    this.#size = size;
    this.#limit = limit;
    this.#unclaimed = unclaimed;
  }

  /** Slow start: the first miss fetches one object, the next two, up to a batch; then the list may grow by batches. */
  #refill(list: List, index: number): number {
    const { size, batch } = sizeClasses[index]!;
    const { head, count } = this.#central.take(index, Math.min(list.limit, batch));
    if (count === 0) return 0;
    list.head = this.#central.next(head);
    list.length = count - 1;
    this.#size += size * (count - 1);
    const grown = Math.min(longest, list.limit + batch);
    list.limit = list.limit < batch ? list.limit + 1 : grown - (grown % batch);
    return head;
  }

  /** Gives a batch back and lets the limit come near the batch: up by one below it, down after three overages above. */
  #tooLong(list: List, index: number): void {
    const { batch } = sizeClasses[index]!;
    this.#release(list, index, batch);
    if (list.limit < batch) {
      list.limit++;
    } else if (list.limit > batch && ++list.overages > maxOverages) {
      list.limit -= batch;
      list.overages = 0;
    }
  }

  #release(list: List, index: number, count: number): void {
    const { size, batch } = sizeClasses[index]!;
    let left = Math.min(count, list.length);
    this.#size -= left * size;
    for (; left > batch; left -= batch) this.#central.give(index, this.#cut(list, batch), batch);
    this.#central.give(index, this.#cut(list, left), left);
  }

  /** The first n objects, as a chain of their own. */
  #cut(list: List, n: number): number {
    const head = list.head;
    let tail = head;
    for (let i = 1; i < n; i++) tail = this.#central.next(tail);
    list.head = this.#central.next(tail);
    this.#central.link(tail, 0);
    this.#shorten(list, n);
    return head;
  }

  #shorten(list: List, n: number): void {
    list.length -= n;
    if (list.length < list.lowWater) list.lowWater = list.length;
  }

  /** Drops half of what no list has needed since the last time, and asks for a larger cache. */
  #scavenge(): void {
    for (const [index, list] of this.#lists.entries()) {
      const { batch } = sizeClasses[index]!;
      if (list.lowWater > 0) {
        this.#release(list, index, Math.max(1, Math.floor(list.lowWater / 2)));
        if (list.limit > batch) list.limit = Math.max(batch, list.limit - batch);
      }
      list.lowWater = list.length;
    }
    if (this.#unclaimed <= 0) return;
    this.#unclaimed -= step;
    this.#limit += step;
  }
}
