import type { Geometry } from './geometry.ts';

/** What is known of a chunk: pages in use now and when the last collection ended, at which collection that was noted, and whether it may have free pages to give back. */
interface Density { inUse: number; lastInUse: number; gen: number; hasFree: boolean }

export type SavedDensity = Readonly<Density> & { readonly index: number };

export interface SavedScavengeIndex {
  /** Collections so far. */
  readonly gen: number;
  /** The page from which the search goes down, -1 for none, and the highest page freed since. */
  readonly search: number;
  readonly freeHighest: number;
  /** The page from which the search goes down where the memory limit forces it; absent: the highest there is. */
  readonly forced?: number;
  readonly chunks: readonly SavedDensity[];
}

export const emptyScavengeIndex: SavedScavengeIndex = { gen: 0, search: -1, freeHighest: -1, chunks: [] };

/** Where there are pages worth giving back: in chunks that are not dense (`mgcscavenge.go:scavengeIndex`, Go 1.27). */
export class ScavengeIndex {
  readonly #geometry: Geometry;
  readonly #chunks = new Map<number, Density>();
  #gen: number;
  #search: number;
  #freeHighest: number;
  #forced: number;
  #lowest = Infinity;
  #highest = -1;

  constructor(geometry: Geometry, { gen, search, freeHighest, forced, chunks }: SavedScavengeIndex) {
    this.#geometry = geometry;
    [this.#gen, this.#search, this.#freeHighest] = [gen, search, freeHighest];
    for (const { index, ...density } of chunks) this.#add(index, density);
    this.#forced = forced ?? this.#highest;
  }

  /** A dense chunk keeps its pages: from this many in use on (`scavChunkHiOccPages`, 96.875%). */
  get #dense(): number { return this.#geometry.chunkPages * 0.96875; }

  alloc(chunk: number, npages: number): void {
    const density = this.#noted(chunk);
    density.inUse += npages;
    if (density.inUse === this.#geometry.chunkPages) density.hasFree = false;
  }

  /** `npages` pages of a chunk from `page` on, numbered in the whole heap, are free again. */
  free(chunk: number, page: number, npages: number): void {
    const density = this.#noted(chunk);
    density.inUse -= npages;
    density.hasFree = true;
    this.#freeHighest = Math.max(this.#freeHighest, page + npages - 1);
    this.#forced = Math.max(this.#forced, page + npages - 1);
    if (this.#geometry.scavengesAtOnce && this.#freeHighest > this.#search) this.#search = this.#freeHighest;
  }

  /** Whether the background scavenger may give free pages of a chunk back now, and not only after the next collection. */
  isEligible(chunk: number): boolean { return chunk * this.#geometry.chunkPages <= this.#search && this.#isSparse(chunk); }

  /** A collection ended: what was freed since the last one is searched too. */
  nextGen(): void {
    this.#gen++;
    this.#search = Math.max(this.#search, this.#freeHighest);
    this.#freeHighest = -1;
  }

  /** The highest page to look at for free pages, or -1: where it is `forced`, of dense chunks too (`scavengeIndex.find`). */
  find(forced = false): number {
    return forced ? (this.#forced = this.#down(this.#forced, true)) : (this.#search = this.#down(this.#search, false));
  }

  /** There was nothing to give back in the chunk. */
  setEmpty(chunk: number): void { this.#noted(chunk, false).hasFree = false; }

  save(): SavedScavengeIndex {
    const chunks = Array.from(this.#chunks, ([index, density]) => ({ index, ...density }));
    const saved = { gen: this.#gen, search: this.#search, freeHighest: this.#freeHighest, chunks: chunks.sort((a, b) => a.index - b.index) };
    return { ...saved, ...(this.#forced < this.#highest && { forced: this.#forced }) };
  }

  #down(from: number, forced: boolean): number {
    const { chunkPages } = this.#geometry;
    const start = Math.floor(from / chunkPages);
    for (let chunk = start; from >= 0 && chunk >= this.#lowest; chunk--) {
      const isWorth = forced ? this.#chunks.get(chunk)?.hasFree : this.#isSparse(chunk);
      if (isWorth) return chunk === start ? from : (chunk + 1) * chunkPages - 1;
    }
    return -1;
  }

  #isSparse(chunk: number): boolean {
    const density = this.#chunks.get(chunk);
    if (!density?.hasFree) return false;
    if (this.#geometry.scavengesAtOnce) return true;
    if (density.inUse >= this.#dense) return false;
    return density.gen !== this.#gen || density.lastInUse < this.#dense;
  }

  #add(chunk: number, density: Density): void {
    this.#chunks.set(chunk, density);
    this.#lowest = Math.min(this.#lowest, chunk);
    this.#highest = Math.max(this.#highest, (chunk + 1) * this.#geometry.chunkPages - 1);
  }

  #noted(chunk: number, anew = true): Density {
    let density = this.#chunks.get(chunk);
    if (!density) this.#add(chunk, (density = { inUse: 0, lastInUse: 0, gen: 0, hasFree: false }));
    if (anew && density.gen !== this.#gen) [density.lastInUse, density.gen] = [density.inUse, this.#gen];
    return density;
  }
}
