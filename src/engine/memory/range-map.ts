/** Values over ranges of numbers, split and merged as needed: mappings over addresses, states over pages. */
import type { Range } from './summaries.ts';

/** A range and its value. */
export interface Entry<Value> extends Range {
  readonly value: Value;
}

/**
 * Disjoint ranges in order; neighbours that touch never have the same value. Looking up is a binary search, changing
 * costs the ranges it touches and a move of those after it.
 */
export class RangeMap<Value> {
  #entries: Entry<Value>[] = [];
  readonly #same: (left: Value, right: Value) => boolean;

  /** `same` says when touching neighbours are one range. */
  constructor(same: (left: Value, right: Value) => boolean = Object.is) {
    this.#same = same;
  }

  /** How many ranges there are. */
  get size(): number {
    return this.#entries.length;
  }

  /** Every range, lowest first. */
  entries(): readonly Entry<Value>[] {
    return this.#entries;
  }

  /** The range that holds a point. */
  at(point: number): Entry<Value> | undefined {
    const entry = this.#entries[this.#firstEndingAfter(point)];
    return entry && entry.start <= point ? entry : undefined;
  }

  /** The ranges inside [start, end), those at its ends cut to it. */
  within(start: number, end: number): Entry<Value>[] {
    const found: Entry<Value>[] = [];
    for (let n = this.#firstEndingAfter(start); n < this.#entries.length && this.#entries[n]!.start < end; n++) {
      const entry = this.#entries[n]!;
      found.push({ start: Math.max(start, entry.start), end: Math.min(end, entry.end), value: entry.value });
    }
    return found;
  }

  /** Whether [start, end) has a value everywhere. */
  covers(start: number, end: number): boolean {
    let reached = start;
    for (const entry of this.within(start, end)) {
      if (entry.start > reached) return false;
      reached = entry.end;
    }
    return reached >= end;
  }

  /** Gives [start, end) one value. */
  set(start: number, end: number, value: Value): void {
    if (end > start) this.#replace(start, end, [{ start, end, value }]);
  }

  /** Takes the values off [start, end). */
  delete(start: number, end: number): void {
    if (end > start) this.#replace(start, end, []);
  }

  /** Gives every range inside [start, end) the value `change` makes of its own; undefined deletes it. */
  update(start: number, end: number, change: (value: Value) => Value | undefined): void {
    const changed = this.within(start, end).flatMap((entry) => {
      const value = change(entry.value);
      return value === undefined ? [] : [{ start: entry.start, end: entry.end, value }];
    });
    if (end > start) this.#replace(start, end, changed);
  }

  /** Replaces everything by ranges that are disjoint and in order. */
  load(entries: readonly Entry<Value>[]): void {
    this.#entries = [...entries];
  }

  #replace(start: number, end: number, middle: readonly Entry<Value>[]): void {
    const first = this.#firstEndingAfter(start - 1);
    let last = first;
    while (last < this.#entries.length && this.#entries[last]!.start <= end) last++;
    const old = this.#entries.slice(first, last);
    const before = old.filter((entry) => entry.start < start).map((entry) => ({ ...entry, end: Math.min(entry.end, start) }));
    const after = old.filter((entry) => entry.end > end).map((entry) => ({ ...entry, start: Math.max(entry.start, end) }));
    this.#entries.splice(first, last - first, ...this.#merge([...before, ...middle, ...after]));
  }

  #merge(entries: readonly Entry<Value>[]): Entry<Value>[] {
    const merged: Entry<Value>[] = [];
    for (const entry of entries) {
      const last = merged.at(-1);
      if (last && last.end === entry.start && this.#same(last.value, entry.value)) merged[merged.length - 1] = { ...last, end: entry.end };
      else merged.push(entry);
    }
    return merged;
  }

  #firstEndingAfter(point: number): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#entries[middle]!.end > point) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
