import type { Tell } from './event.ts';
import { fanout, pagesAt, rootEnd, type Geometry } from './geometry.ts';
import { mergeSummaries, noneFree, sameSummary, type Summary } from './summary.ts';

/** What a look at one block of entries gave: the first page of a run, or the entry to descend into. */
type Seen = { readonly page: number } | { readonly child: number } | undefined;

/** Told of each entry that has free pages, with its first page and its pages. */
export type OnFree = (page: number, npages: number) => void;

/** The radix tree over all chunks: each entry summarises eight below it (`mpagealloc.go:pageAlloc.summary`). Sparse: what is absent has nothing free. */
export class SummaryTree {
  readonly #geometry: Geometry;
  readonly #levels: readonly Map<number, Summary>[];

  constructor(geometry: Geometry) {
    this.#geometry = geometry;
    this.#levels = Array.from({ length: geometry.summaryLevels }, () => new Map<number, Summary>());
  }

  get #leaf(): number { return this.#levels.length - 1; }

  at(level: number, index: number): Summary { return this.#levels[level]!.get(index) ?? noneFree; }

  /** The summary of one chunk. */
  chunk(index: number): Summary { return this.at(this.#leaf, index); }

  /** Sets chunks from `first` on, then their ancestors, level by level while any changes (`pageAlloc.update`). */
  update(first: number, sums: readonly Summary[]): void {
    let changed = sums.map((sum, i) => this.#set(this.#leaf, first + i, sum)).includes(true);
    let [low, high] = [first, first + sums.length - 1];
    for (let level = this.#leaf - 1; level >= 0 && changed; level--) {
      [low, high, changed] = [Math.floor(low / fanout), Math.floor(high / fanout), false];
      for (let i = low; i <= high; i++) changed = this.#set(level, i, this.#merged(level, i)) || changed;
    }
  }

  /** What an entry above the leaves must be, from those below it. */
  #merged(level: number, index: number): Summary {
    const below = Array.from({ length: fanout }, (_, i) => this.at(level + 1, index * fanout + i));
    return mergeSummaries(below, pagesAt(this.#geometry, level + 1));
  }

  /**
   * The lowest run of `npages` free pages that lies in no single chunk, or the chunk that holds it (`pageAlloc.find`).
   * Below `searchPage` nothing is free.
   */
  find(npages: number, searchPage: number, onFree: OnFree, tell?: Tell): Seen {
    let block = 0;
    for (let level = 0; level <= this.#leaf; level++) {
      const seen = this.#look(level, block, npages, searchPage, onFree, tell);
      if (!seen || 'page' in seen || level === this.#leaf) return seen;
      block = seen.child * fanout;
    }
    return undefined;
  }

  /** Looks along the entries under one parent, the first of which is `block`. */
  #look(level: number, block: number, npages: number, searchPage: number, onFree: OnFree, tell?: Tell): Seen {
    const each = pagesAt(this.#geometry, level);
    const last = block + (level === 0 ? rootEnd(this.#geometry) : fanout);
    const first = Math.max(block, Math.min(Math.floor(searchPage / each), last));
    const end = level === 0 ? Math.min(last, 1 + Math.max(-1, ...this.#levels[0]!.keys())) : last; // beyond it nothing is free
    let run = 0;
    for (let i = first; i < end; i++) {
      const sum = this.at(level, i);
      if (sum.max > 0) onFree(i * each, each);
      const page = i * each - run;
      const found = sum.max > 0 && run + sum.start >= npages ? { page } : sum.max >= npages ? { child: i } : undefined;
      if (found) {
        tell?.({ kind: 'level', level, first, looked: i - first + 1, ...sum, then: 'page' in found ? 'run' : 'descend' });
        return found;
      }
      run = sum.start === each ? run + each : sum.end;
    }
    tell?.({ kind: 'level', level, first, looked: last - first, ...noneFree, then: 'nothing' });
    return undefined;
  }

  /** Whether the entry is another now. */
  #set(level: number, index: number, sum: Summary): boolean {
    if (sameSummary(this.at(level, index), sum)) return false;
    if (sum.max === 0) this.#levels[level]!.delete(index);
    else this.#levels[level]!.set(index, sum);
    return true;
  }
}
