/** Pages handed to a process one mmap at a time, and the mappings they make: runs of adjacent pages (`mm/vma.c`). */
import { invariant } from '../machine.ts';

/** What stands in a process's map before its first mmap, as far as new pages come to touch it. */
export interface Layout {
  /** Lines of /proc/PID/maps. */
  readonly lines: number;
  /** Of these, lines the kernel does not count against its limit: `[vsyscall]`. */
  readonly uncounted: number;
  /** Pages of the highest hole, which lies between two writable mappings; the next hole is below another one and has no end. */
  readonly hole: number;
}

/** Neighbours become one mapping only if they grew from the same one (`anon_vma`). 0: nothing is mapped. */
const none = 0, aboveHole = 1, belowHole = 2, aboveRest = 3;

export interface SavedRuns { readonly mapped: Uint8Array; readonly lines: number }

/**
 * Pages numbered from 0 downwards, as mmap hands them out: each the highest page that is free. A page joins the mapping
 * below it, otherwise the one above (`vma_merge_new_range`). Taking one away from between two others cuts their mapping.
 */
export class PageRuns {
  readonly #layout: Layout;
  #mapped = new Uint8Array(0);
  #lines: number;
  /** No page above this one is free. */
  #highest = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#lines = layout.lines;
  }

  /** Lines of /proc/PID/maps. */
  get lines(): number { return this.#lines; }

  /** Mappings the kernel counts (`mm->map_count`). */
  get counted(): number { return this.#lines - this.#layout.uncounted; }

  has(page: number): boolean { return this.#family(page) !== none; }

  /** Pages there are, in the order of their numbers. */
  pages(): readonly number[] { return Array.from(this.#mapped.keys()).filter((page) => this.has(page)); }

  /** Whether taking a page away makes one mapping two. */
  cuts(page: number): boolean { return this.#touching(page, this.#family(page)) === 2; }

  /** Maps the `count` highest free pages, one by one, and returns their numbers. */
  map(count: number): readonly number[] {
    this.#reserve(this.#mapped.length + count);
    return Array.from({ length: count }, () => this.#mapOne());
  }

  unmap(page: number): void {
    invariant(this.has(page), `page ${page} is not mapped`);
    this.#lines += this.#touching(page, this.#family(page)) - 1;
    this.#mapped[page] = none;
    this.#highest = Math.min(this.#highest, page);
  }

  save(): SavedRuns { return { mapped: this.#mapped.slice(), lines: this.#lines }; }

  load({ mapped, lines }: SavedRuns): void {
    this.#mapped = mapped.slice();
    this.#lines = lines;
    this.#highest = 0;
  }

  #mapOne(): number {
    while (this.has(this.#highest)) this.#highest++;
    const page = this.#highest;
    const family = this.#below(page) || this.#above(page);
    invariant(family !== none, `page ${page} touches no mapping`);
    this.#lines += 1 - this.#touching(page, family);
    this.#mapped[page] = family;
    return page;
  }

  #family(page: number): number { return this.#mapped[page] ?? none; }

  #above(page: number): number {
    if (page === 0) return this.#layout.hole > 0 ? aboveHole : aboveRest;
    return page === this.#layout.hole ? aboveRest : this.#family(page - 1);
  }

  #below(page: number): number { return page === this.#layout.hole - 1 ? belowHole : this.#family(page + 1); }

  /** Neighbours that are one mapping with a page of this family. */
  #touching(page: number, family: number): number { return Number(this.#above(page) === family) + Number(this.#below(page) === family); }

  #reserve(pages: number): void {
    const grown = new Uint8Array(pages);
    grown.set(this.#mapped);
    this.#mapped = grown;
  }
}
