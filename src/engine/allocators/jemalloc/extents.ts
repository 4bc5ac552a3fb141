/** Runs of pages: the lowest that is large enough is used, neighbours merge when freed (first fit by address). */
import { invariant } from '../../machine.ts';

interface Extent { readonly page: number; readonly pages: number }

export interface SavedExtents { readonly free: readonly Extent[]; readonly end: number }

export class Extents {
  /** In order of address; no two touch. */
  #free: Extent[] = [];
  /** Behind the last page ever used. */
  end: number;
  readonly #limit: number;

  /** Pages from `first` to before `limit`. */
  constructor(first: number, limit: number) {
    this.end = first;
    this.#limit = limit;
  }

  /** The first of so many pages in a row; -1 when there are none. */
  take(pages: number): number {
    const index = this.#free.findIndex((extent) => extent.pages >= pages);
    const found = this.#free[index];
    if (found === undefined) return this.#grow(pages);
    const rest = { page: found.page + pages, pages: found.pages - pages };
    this.#free.splice(index, 1, ...(rest.pages > 0 ? [rest] : []));
    return found.page;
  }

  give(page: number, pages: number): void {
    const index = this.#free.findIndex((extent) => extent.page > page);
    const at = index === -1 ? this.#free.length : index;
    const [before, after] = [this.#free[at - 1], this.#free[at]];
    const joinsBefore = before !== undefined && before.page + before.pages === page;
    const joinsAfter = after !== undefined && page + pages === after.page;
    const start = joinsBefore ? before.page : page;
    const end = joinsAfter ? after.page + after.pages : page + pages;
    invariant(before === undefined || before.page + before.pages <= page, `page ${page} is free already`);
    this.#free.splice(joinsBefore ? at - 1 : at, Number(joinsBefore) + Number(joinsAfter), { page: start, pages: end - start });
  }

  list(): readonly Extent[] { return this.#free; }
  save(): SavedExtents { return { free: this.#free.slice(), end: this.end }; }

  load({ free, end }: SavedExtents): void {
    this.#free = free.slice();
    this.end = end;
  }

  #grow(pages: number): number {
    const page = this.end;
    if (page + pages > this.#limit) return -1;
    this.end += pages;
    return page;
  }
}
