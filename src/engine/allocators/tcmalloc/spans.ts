/**
 * Spans: runs of pages, known by their first page. The page map leads from any page of a span in use, and from the ends
 * of a free one, to its first page (span.h, pagemap.h). Spans stand in doubly linked lists.
 */
import { Words, type SavedWords } from '../words.ts';

export type Place = 'used' | 'normal' | 'returned';
const places: readonly Place[] = ['used', 'normal', 'returned'];

/** Words kept for each page: whose it is, then for a first page the span's fields. */
const fields = 8;
const [owner, length, place, sizeClass, used, objects, after, before] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

export interface SavedSpans { readonly words: SavedWords; readonly first: Float64Array; readonly last: Float64Array }

export class Spans {
  readonly #words = new Words(Float64Array);
  #first: Float64Array;
  #last: Float64Array;

  constructor(lists: number) {
    this.#first = new Float64Array(lists).fill(-1);
    this.#last = new Float64Array(lists).fill(-1);
  }

  /** The span a page belongs to; -1 for a page never obtained. Between the ends of a free span the answer is stale. */
  of(page: number): number { return page < 0 ? -1 : this.#words.get(page * fields + owner) - 1; }

  /** Makes a span of these pages, known at both ends. */
  make(page: number, pages: number, where: Place): void {
    this.#set(page, length, pages);
    this.#set(page, place, places.indexOf(where));
    this.#set(page, sizeClass, 0);
    this.#set(page, owner, page + 1);
    this.#set(page + pages - 1, owner, page + 1);
  }

  /** Gives the span to a class: every page of it leads to it, nothing is used yet. */
  classify(span: number, index: number): void {
    this.#set(span, sizeClass, index);
    this.#set(span, used, 0);
    for (let page = span; page < span + this.length(span); page++) this.#set(page, owner, span + 1);
  }

  length(span: number): number { return this.#words.get(span * fields + length); }
  place(span: number): Place { return places[this.#words.get(span * fields + place)]!; }
  setPlace(span: number, where: Place): void { this.#set(span, place, places.indexOf(where)); }
  sizeClass(span: number): number { return this.#words.get(span * fields + sizeClass); }
  used(span: number): number { return this.#words.get(span * fields + used); }
  setUsed(span: number, count: number): void { this.#set(span, used, count); }
  /** Address of its first free object plus one; 0 if all are out. */
  objects(span: number): number { return this.#words.get(span * fields + objects); }
  setObjects(span: number, head: number): void { this.#set(span, objects, head); }

  first(list: number): number { return this.#first[list]!; }
  last(list: number): number { return this.#last[list]!; }
  next(span: number): number { return this.#words.get(span * fields + after); }

  prepend(list: number, span: number): void {
    const next = this.#first[list]!;
    this.#set(span, after, next);
    this.#set(span, before, -1);
    if (next === -1) this.#last[list] = span;
    else this.#set(next, before, span);
    this.#first[list] = span;
  }

  remove(list: number, span: number): void {
    const [next, previous] = [this.next(span), this.#words.get(span * fields + before)];
    if (next === -1) this.#last[list] = previous;
    else this.#set(next, before, previous);
    if (previous === -1) this.#first[list] = next;
    else this.#set(previous, after, next);
  }

  save(): SavedSpans { return { words: this.#words.save(), first: this.#first.slice(), last: this.#last.slice() }; }

  load({ words, first, last }: SavedSpans): void {
    this.#words.load(words);
    this.#first = first.slice();
    this.#last = last.slice();
  }

  #set(page: number, field: number, value: number): void { this.#words.set(page * fields + field, value); }
}
