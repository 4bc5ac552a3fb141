/**
 * The central free lists, one a class: a transfer cache of whole batches, and behind it the spans with free objects
 * (central_freelist.cc). Chains of objects are linked through the objects; 0 ends one, else address + 1.
 */
import { classLists, type PageHeap } from './page-heap.ts';
import { pageSize, sizeClasses } from './size-classes.ts';
import { Words, type SavedWords } from '../words.ts';

/** Batches a transfer cache holds at most, and at first; together no more than 1 MiB. */
const maxSlots = 64;
const firstSlots = 16;

const capacityOf = (index: number): number => {
  const { size, batch } = sizeClasses[index]!;
  return index === 0 ? maxSlots : Math.min(maxSlots, Math.max(1, Math.floor(2 ** 20 / (size * batch))));
};

interface Transfer { readonly batches: number[]; slots: number }

export interface SavedCentral {
  readonly links: SavedWords;
  readonly transfers: readonly { readonly batches: readonly number[]; readonly slots: number }[];
  readonly turn: number;
}

export class Central {
  readonly #heap: PageHeap;
  readonly #links = new Words(Float64Array);
  #transfers: Transfer[] = sizeClasses.map((_, index) => ({ batches: [], slots: Math.min(firstSlots, capacityOf(index)) }));
  /** The class next asked to give up room in its transfer cache. */
  #turn = 0;

  constructor(heap: PageHeap) { this.#heap = heap; }

  next(object: number): number { return this.#links.get((object - 1) / 8); }
  link(object: number, to: number): void { this.#links.set((object - 1) / 8, to); }

  /** A chain of up to n objects and its length; none: no memory (RemoveRange). */
  take(index: number, n: number): { head: number; count: number } {
    const { batches } = this.#transfers[index]!;
    if (n === sizeClasses[index]!.batch && batches.length > 0) return this.#told('take', 'transfer', index, { head: batches.pop()!, count: n });
    let chain = this.#fromSpan(index, n);
    if (chain.count === 0 && this.#populate(index)) chain = this.#fromSpan(index, n);
    let { head, count } = chain;
    while (count > 0 && count < n) {
      const more = this.#fromSpan(index, n - count);
      if (more.count === 0) break;
      this.link(more.tail, head);
      head = more.head;
      count += more.count;
    }
    return this.#told('take', 'central', index, { head, count });
  }

  /** Takes a chain of n objects back: a whole batch to the transfer cache, if there is room, else to the spans. */
  give(index: number, head: number, n: number): void {
    const whole = n === sizeClasses[index]!.batch && this.#makeRoom(index);
    if (whole) this.#transfers[index]!.batches.push(head);
    else this.#toSpans(index, head);
    this.#told('put', whole ? 'transfer' : 'central', index, { head, count: n });
  }

  save(): SavedCentral {
    return { links: this.#links.save(), transfers: this.#transfers.map(({ batches, slots }) => ({ batches: batches.slice(), slots })), turn: this.#turn };
  }

  load({ links, transfers, turn }: SavedCentral): void {
    this.#links.load(links);
    this.#transfers = transfers.map(({ batches, slots }) => ({ batches: batches.slice(), slots }));
    this.#turn = turn;
  }

  /** Tells of a chain that moves: its first object, and the bytes of all. */
  #told<Chain extends { head: number; count: number }>(kind: 'take' | 'put', list: 'transfer' | 'central', index: number, chain: Chain): Chain {
    if (chain.count > 0) this.#heap.tell?.({ kind, list, addr: chain.head - 1, size: chain.count * sizeClasses[index]!.size });
    return chain;
  }

  /** Up to n objects of the span that last got some (FetchFromOneSpans). */
  #fromSpan(index: number, n: number): { head: number; tail: number; count: number } {
    const { spans } = this.#heap;
    const span = spans.first(classLists + index);
    if (span === -1) return { head: 0, tail: 0, count: 0 };
    const head = spans.objects(span);
    let [tail, count] = [head, 1];
    for (; count < n && this.next(tail) !== 0; count++) tail = this.next(tail);
    spans.setObjects(span, this.next(tail));
    if (this.next(tail) === 0) spans.remove(classLists + index, span);
    this.link(tail, 0);
    spans.setUsed(span, spans.used(span) + count);
    this.#heap.effort.steps += count;
    return { head, tail, count };
  }

  /** A new span, its objects linked from low to high. */
  #populate(index: number): boolean {
    const { size, pages } = sizeClasses[index]!;
    const span = this.#heap.take(pages);
    if (span === -1) return false;
    this.#heap.tell?.({ kind: 'take', list: 'page heap', addr: span * pageSize, size: pages * pageSize });
    const count = Math.floor((pages * pageSize) / size);
    const start = span * pageSize + 1;
    for (let i = 0; i < count; i++) this.link(start + i * size, i + 1 < count ? start + (i + 1) * size : 0);
    this.#heap.spans.classify(span, index);
    this.#heap.spans.setObjects(span, start);
    this.#heap.spans.prepend(classLists + index, span);
    return true;
  }

  /** Each object to the head of its span's list; a span nobody uses goes back to the page heap. */
  #toSpans(index: number, head: number): void {
    const { spans } = this.#heap;
    for (let object = head, next; object !== 0; object = next) {
      next = this.next(object);
      const span = spans.of(Math.floor((object - 1) / pageSize));
      if (spans.objects(span) === 0) spans.prepend(classLists + index, span);
      spans.setUsed(span, spans.used(span) - 1);
      this.#heap.effort.steps++;
      if (spans.used(span) > 0) {
        this.link(object, spans.objects(span));
        spans.setObjects(span, object);
      } else {
        spans.remove(classLists + index, span);
        this.#heap.tell?.({ kind: 'put', list: 'page heap', addr: span * pageSize, size: spans.length(span) * pageSize });
        this.#heap.give(span);
      }
    }
  }

  /** Room for one more batch: unused, or taken from another class (MakeCacheSpace). */
  #makeRoom(index: number): boolean {
    const transfer = this.#transfers[index]!;
    if (transfer.batches.length < transfer.slots) return true;
    if (transfer.slots === capacityOf(index)) return false;
    if (!this.#evict(index, false) && !this.#evict(index, true)) return false;
    transfer.slots++;
    return true;
  }

  /** Takes a slot from the class whose turn it is; a full one only if forced (EvictRandomSizeClass, ShrinkCache). */
  #evict(locked: number, force: boolean): boolean {
    let turn = this.#turn++;
    if (turn >= sizeClasses.length) this.#turn = turn %= sizeClasses.length;
    const transfer = this.#transfers[turn]!;
    if (turn === locked || transfer.slots === 0) return false;
    if (transfer.batches.length === transfer.slots) {
      if (!force) return false;
      transfer.slots--;
      this.#toSpans(turn, transfer.batches.pop()!);
      return true;
    }
    transfer.slots--;
    return true;
  }
}
