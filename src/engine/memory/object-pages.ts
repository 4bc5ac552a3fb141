import { drain, ProgramError, type Machine } from '../machine.ts';
import { PageRuns, type Layout, type SavedRuns } from './page-runs.ts';

/** Bytes of an object, as in oracle/c/maps.c. */
export const objectBytes = 32;
/** Bytes of a page on linux/amd64. */
export const pageBytes = 4096;
/** Most objects one program may make. */
export const mostObjects = 250_000;

/** One mmap for each of `count` objects; one munmap for some objects by number, or for every second one there is. */
export type ObjectOp =
  | { readonly do: 'map'; readonly count: number }
  | { readonly do: 'unmap'; readonly from: number; readonly to: number }
  | { readonly do: 'thin' };

/** Calls made, with one that failed; whether one did; lines of /proc/PID/maps afterwards. */
export interface ObjectAnswer { readonly calls: number; readonly refused: boolean; readonly lines: number }

export type ObjectEvent =
  | { readonly kind: 'map'; readonly pages: readonly number[]; readonly lines: number }
  | { readonly kind: 'fault'; readonly pages: readonly number[] }
  | { readonly kind: 'unmap'; readonly pages: readonly number[]; readonly lines: number; readonly more: number }
  | { readonly kind: 'refuse'; readonly page: number; readonly calls: number; readonly lines: number };

/** What one way of making objects has cost: bytes are those of pages that were written. */
export interface Cost { readonly bytes: number; readonly calls: number; readonly faults: number }

export interface ObjectPicture {
  /** Of the first pages, whether each is mapped. */
  readonly mapped: readonly boolean[];
  /** Of the first objects ever made, whether each is there: in the order of the bump pointer. */
  readonly bumped: readonly boolean[];
  /** Objects there are, and objects ever made. */
  readonly live: number;
  readonly made: number;
  readonly each: Cost;
  readonly bump: Cost;
  readonly lines: number;
  /** Lines there may be: vm.max_map_count, and those the kernel does not count. */
  readonly mostLines: number;
}

export interface ObjectOptions {
  readonly layout: Layout;
  /** vm.max_map_count. */
  readonly limit: number;
  /** How many pages, and how many objects behind the bump pointer, a picture tells one by one. */
  readonly shown: { readonly pages: number; readonly objects: number };
}

interface Counts { readonly live: number; readonly made: number; readonly calls: number; readonly faults: number }
interface Saved extends Counts { readonly runs: SavedRuns; readonly living: Uint8Array; readonly objectAt: readonly number[] }

/**
 * Objects that are each a page and a system call of their own, beside the same objects from one mmap and a bump pointer.
 *
 * Cutting a mapping in two fails with ENOMEM when there are as many as vm.max_map_count
 * (mm/vma.c:vms_gather_munmap_vmas). The first write to a page is a fault.
 */
export class ObjectPages implements Machine<ObjectOp, ObjectEvent, ObjectAnswer, ObjectPicture, Saved> {
  readonly #options: ObjectOptions;
  readonly #runs: PageRuns;
  #counts: Counts = { live: 0, made: 0, calls: 0, faults: 0 };
  /** By the order in which objects were made: 1 while one is there. */
  #living = new Uint8Array(mostObjects);
  /** Which object a page last held, in that order. */
  #objectAt: number[] = [];

  constructor(options: ObjectOptions) {
    this.#options = options;
    this.#runs = new PageRuns(options.layout);
  }

  *run(op: ObjectOp): Generator<ObjectEvent, ObjectAnswer, void> {
    if (op.do === 'map') return yield* this.#map(op.count);
    return yield* this.#unmap(op.do === 'thin' ? this.#runs.pages().filter((_, i) => i % 2 === 0) : this.#named(op.from, op.to));
  }

  apply(op: ObjectOp): ObjectAnswer { return drain(this.run(op)); }

  save(): Saved {
    return { ...this.#counts, runs: this.#runs.save(), living: this.#living.slice(0, this.#counts.made), objectAt: [...this.#objectAt] };
  }

  load({ runs, living, objectAt, ...counts }: Saved): void {
    this.#runs.load(runs);
    this.#living.fill(0).set(living);
    this.#objectAt = [...objectAt];
    this.#counts = counts;
  }

  picture(): ObjectPicture {
    const { live, made, calls, faults } = this.#counts;
    const pages = Math.ceil((made * objectBytes) / pageBytes);
    return {
      mapped: Array.from({ length: this.#options.shown.pages }, (_, page) => this.#runs.has(page)),
      bumped: Array.from(this.#living.subarray(0, Math.min(made, this.#options.shown.objects)), (one) => one === 1),
      live,
      made,
      each: { bytes: live * pageBytes, calls, faults },
      bump: { bytes: pages * pageBytes, calls: Math.min(made, 1), faults: pages },
      lines: this.#runs.lines,
      mostLines: this.#options.limit + this.#options.layout.uncounted,
    };
  }

  *#map(count: number): Generator<ObjectEvent, ObjectAnswer, void> {
    const { live, made, calls, faults } = this.#counts;
    if (made + count > mostObjects) throw new ProgramError('many', `more than ${mostObjects} objects`, { line: 1 }, { most: mostObjects });
    const pages = this.#runs.map(count);
    for (const [i, page] of pages.entries()) this.#objectAt[page] = made + i;
    this.#living.fill(1, made, made + count);
    this.#counts = { live: live + count, made: made + count, calls: calls + count, faults };
    yield { kind: 'map', pages, lines: this.#runs.lines };
    this.#counts = { ...this.#counts, faults: faults + count };
    yield { kind: 'fault', pages };
    return { calls: count, refused: false, lines: this.#runs.lines };
  }

  *#unmap(pages: readonly number[]): Generator<ObjectEvent, ObjectAnswer, void> {
    const before = this.#runs.lines;
    const refused = pages.findIndex((page) => !this.#unmapOne(page));
    const calls = refused === -1 ? pages.length : refused + 1;
    if (refused !== -1) yield { kind: 'refuse', page: pages[refused]!, calls, lines: this.#runs.lines };
    else yield { kind: 'unmap', pages, lines: this.#runs.lines, more: this.#runs.lines - before };
    return { calls, refused: refused !== -1, lines: this.#runs.lines };
  }

  /** False: the kernel would need one mapping more than it allows. */
  #unmapOne(page: number): boolean {
    const { live, calls } = this.#counts;
    const full = this.#runs.counted >= this.#options.limit && this.#runs.cuts(page);
    if (!full) {
      this.#runs.unmap(page);
      this.#living[this.#objectAt[page]!] = 0;
    }
    this.#counts = { ...this.#counts, calls: calls + 1, live: full ? live : live - 1 };
    return !full;
  }

  /** The objects from one number up to before another, all of which must be there. */
  #named(from: number, to: number): readonly number[] {
    const pages: number[] = [];
    for (let page = from; page < to; page++) {
      if (!this.#runs.has(page)) throw new ProgramError('gone', `There is no object ${page}.`, { line: 1 }, { object: page });
      pages.push(page);
    }
    return pages;
  }
}
