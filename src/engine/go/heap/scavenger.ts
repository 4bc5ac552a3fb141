import { pageSize } from '../size-classes.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import type { Ledger } from './ledger.ts';
import type { PageAlloc } from './page-alloc.ts';
import { findScavengeCandidate } from './scavenge-candidate.ts';

/** How many bytes the heap may keep, none for no bound, and what the bound is made of: the heap in use when the last collection ended, and that collection's goal, none for no goal. */
export interface SavedScavenger {
  readonly goal?: number;
  readonly last?: { readonly heapInUse: number; readonly heapGoal?: number };
  /** GOMEMLIMIT, and how many bytes may be mapped before the background gives back, none for no bound; absent: there is no limit. */
  readonly limit?: { readonly bytes: number; readonly goal?: number };
}

/** What is kept over the heap that was in use, in percent (`retainExtraPercent`). */
const retainExtraPercent = 10;
/** Where the background keeps below the memory limit, by how much of it, in percent (`reduceExtraPercent`). */
const reduceExtraPercent = 5;

/** Gives free pages back to the system, from the highest address down (`mgcscavenge.go`, Go 1.27). How fast is a matter of time and not modelled: it works until its goal is reached. */
export class Scavenger {
  readonly #geometry: Geometry;
  readonly #pages: PageAlloc;
  readonly #ledger: Ledger;
  readonly #mapped: () => number;
  /** GOMEMLIMIT: allocation never maps more while there are free pages. Infinite for none. */
  memoryLimit: number;
  #limitGoal: number;
  #goal: number;
  #last: { readonly heapInUse: number; readonly heapGoal: number } | undefined;

  /** `mapped`: all that is mapped and not given back. */
  constructor(geometry: Geometry, pages: PageAlloc, ledger: Ledger, { goal = Infinity, last, limit }: SavedScavenger, mapped: () => number) {
    this.#geometry = geometry;
    this.#pages = pages;
    this.#ledger = ledger;
    this.#mapped = mapped;
    this.#goal = goal;
    [this.memoryLimit, this.#limitGoal] = [limit?.bytes ?? Infinity, limit?.goal ?? Infinity];
    this.#last = last && { heapInUse: last.heapInUse, heapGoal: last.heapGoal ?? Infinity };
  }

  /** Bytes that the heap may keep; infinite while there is nothing to give back. */
  get goal(): number { return this.#goal; }

  /** A collection with this goal has ended. */
  collected(heapGoal: number): void { this.#last = { heapInUse: this.#ledger.inUse, heapGoal }; }

  /** The goal of the next collection is known: the heap may keep what was in use, in the proportion of the goals, and a tenth more; and near the memory limit a twentieth less than that (`gcPaceScavenger`). */
  pace(heapGoal: number): void {
    const limitGoal = Math.floor(this.memoryLimit * (1 - reduceExtraPercent / 100));
    this.#limitGoal = this.#mapped() > limitGoal ? limitGoal : Infinity;
    if (!this.#last) return;
    const { physPageSize } = this.#geometry;
    const growth = this.#last.heapGoal === heapGoal ? 1 : heapGoal / this.#last.heapGoal;
    const target = Math.floor(this.#last.heapInUse * growth);
    const goal = Math.ceil((target + Math.floor(target / (100 / retainExtraPercent))) / physPageSize) * physPageSize;
    this.#goal = this.#ledger.retained >= goal + physPageSize ? goal : Infinity;
  }

  /** In the background: until the heap keeps no more than its goal, or nothing is left (`scavengerState.run`). Returns the bytes given back. */
  background(tell?: Tell): number {
    let released = 0;
    while (this.#ledger.retained > this.#goal || this.#mapped() > this.#limitGoal) {
      const now = this.#scavenge(scavengeQuantum, tell);
      released += now;
      if (now < scavengeQuantum) break;
    }
    return released;
  }

  /** Pages will be used, `scavenged` bytes of which are not in memory: as much is given back as there is then over the memory limit, or as the heap has just grown over its goal (`mheap.go:allocSpan`). */
  afterTaking(scavenged: number, growth: number, tell?: Tell): void {
    const overLimit = this.memoryLimit < Infinity ? scavenged + this.#mapped() - this.memoryLimit : 0;
    const overGoal = growth > 0 ? Math.min(growth, this.#ledger.retained + growth - this.#goal) : 0;
    const bytes = Math.max(overLimit, overGoal);
    if (bytes > 0) this.#scavenge(bytes, tell, overLimit > 0);
  }

  save(): SavedScavenger {
    const last = this.#last && { heapInUse: this.#last.heapInUse, ...(this.#last.heapGoal < Infinity && { heapGoal: this.#last.heapGoal }) };
    const limit = { bytes: this.memoryLimit, ...(this.#limitGoal < Infinity && { goal: this.#limitGoal }) };
    return { ...(this.#goal < Infinity && { goal: this.#goal }), ...(last && { last }), ...(limit.bytes < Infinity && { limit }) };
  }

  /** At least so many bytes, if there are; where it is `forced`, of dense chunks too (`pageAlloc.scavenge`). */
  #scavenge(bytes: number, tell?: Tell, forced = false): number {
    const { scavengeIndex } = this.#pages;
    let released = 0;
    while (released < bytes) {
      const page = scavengeIndex.find(forced);
      if (page < 0) break;
      released += this.#scavengeOne(page, bytes - released, tell);
    }
    return released;
  }

  /** The highest run of free pages in a chunk that are in memory (`pageAlloc.scavengeOne`). */
  #scavengeOne(page: number, bytes: number, tell?: Tell): number {
    const { chunkPages, physPageSize } = this.#geometry;
    const chunk = Math.floor(page / chunkPages);
    const least = Math.max(1, physPageSize / pageSize);
    const bits = this.#pages.chunks.get(chunk);
    const found = bits && findScavengeCandidate(bits, page % chunkPages, least, Math.ceil(bytes / pageSize), this.#pagesPerHugePage());
    if (!found) {
      this.#pages.scavengeIndex.setEmpty(chunk);
      return 0;
    }
    bits!.setScavenged(found.index, found.npages);
    this.#ledger.scavenged(found.npages * pageSize);
    tell?.({ kind: 'scavenged', base: (chunk * chunkPages + found.index) * pageSize, npages: found.npages });
    return found.npages * pageSize;
  }

  #pagesPerHugePage(): number {
    const { physHugePageSize, physPageSize } = this.#geometry;
    return physHugePageSize > Math.max(pageSize, physPageSize) ? physHugePageSize / pageSize : 0;
  }
}

/** Bytes that the background scavenger gives back at a time. */
const scavengeQuantum = 2 ** 16;
