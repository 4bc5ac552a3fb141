/** The thread's heap: a queue of pages for each size, and the ways of a page through it (page.c, page-queue.c). */
import { Words, type SavedWords } from '../words.ts';
import { collect, extend, makePage, type Page } from './page.ts';
import { Segments, type SavedSegments } from './segments.ts';
import { binOf, blockFor, goodSize, hugeBin, largeBlock, mediumBlock, quickRequest, sliceSize, slicesFor, smallBlock } from './sizes.ts';

/** Slow calls an empty page is kept for, with small and with medium blocks. */
const [smallPatience, mediumPatience] = [9, 3];
/** Slices of a page by which an address in it may be found. */
const known = 8;

export interface SavedHeap {
  readonly links: SavedWords;
  readonly segments: SavedSegments;
  readonly pages: readonly Readonly<Page>[];
  /** First slices of each queue's pages, from its front. */
  readonly queues: readonly (readonly number[])[];
  readonly retired: readonly [low: number, high: number];
}

export class Heap {
  readonly links = new Words(Float64Array);
  readonly segments = new Segments();
  #pages = new Map<number, Page>();
  #queues: Page[][] = Array.from({ length: hugeBin + 1 }, () => []);
  /** Queues that may hold a retired page: from low to high. */
  #retired: [low: number, high: number] = [hugeBin + 1, 0];

  pageOf(addr: number): Page { return this.#pages.get(Math.floor(addr / sliceSize))!; }

  pages(): Page[] { return [...this.#pages].filter(([slice, page]) => slice === page.slice).map(([, page]) => page); }

  /** A block's address plus one; 0 without memory. */
  take(size: number): number {
    const first = size <= quickRequest ? this.#queues[binOf(size)]![0] : undefined;
    const page = first !== undefined && first.free !== 0 ? first : this.#find(size);
    if (page === undefined) return 0;
    const block = page.free;
    page.free = this.links.get((block - 1) / 8);
    page.used++;
    return block;
  }

  /** Puts a block on its page's local list; an empty page retires, a full one comes back to its queue. */
  give(block: number): void {
    const page = this.pageOf(block - 1);
    this.links.set((block - 1) / 8, page.local);
    page.local = block;
    page.used--;
    if (page.used === 0) this.#retire(page);
    else if (page.full) this.#unfull(page);
  }

  save(): SavedHeap {
    return {
      links: this.links.save(), segments: this.segments.save(), pages: this.pages().map((page) => ({ ...page })),
      queues: this.#queues.map((queue) => queue.map(({ slice }) => slice)), retired: [...this.#retired],
    };
  }

  load({ links, segments, pages, queues, retired }: SavedHeap): void {
    this.links.load(links);
    this.segments.load(segments);
    this.#pages = new Map();
    for (const page of pages) this.#know({ ...page });
    this.#queues = queues.map((queue) => queue.map((slice) => this.#pages.get(slice)!));
    this.#retired = [...retired];
  }

  /** A page with a free block of the size, by the slow way (_mi_malloc_generic). */
  #find(size: number): Page | undefined {
    if (size > mediumBlock) return this.#fresh(goodSize(size), hugeBin);
    const bin = binOf(size);
    const queue = this.#queues[bin]!;
    for (let page = queue[0]; page !== undefined; page = queue[0]) {
      this.segments.effort.steps++;
      collect(page);
      if (page.free === 0 && page.capacity < page.reserved) extend(page, this.links);
      if (page.free !== 0) {
        page.expire = 0;
        return page;
      }
      page.full = true;
      queue.shift();
      collect(page);
    }
    this.#collectRetired();
    return this.#fresh(blockFor(size), bin);
  }

  /** A new page at the front of its queue. One of a single block has all its slices for it. */
  #fresh(block: number, bin: number): Page | undefined {
    const slices = slicesFor(block);
    const slice = block > largeBlock ? this.segments.takeHuge(Math.ceil(block / sliceSize)) : this.segments.take(slices);
    if (slice === -1) return undefined;
    const page = makePage(slice, slices, bin === hugeBin ? slices * sliceSize : block, bin);
    this.#know(page);
    this.#queues[bin]!.unshift(page);
    extend(page, this.links);
    return page;
  }

  /** The only page of its queue is kept for a while, in case it is needed soon; others are given back. */
  #retire(page: Page): void {
    const queue = this.#queues[page.bin]!;
    if (page.bin === hugeBin || page.full || queue.length > 1) return this.#free(page);
    page.expire = page.block <= smallBlock ? smallPatience : mediumPatience;
    this.#retired = [Math.min(this.#retired[0], page.bin), Math.max(this.#retired[1], page.bin)];
  }

  #unfull(page: Page): void {
    page.full = false;
    this.#queues[page.bin]!.push(page);
  }

  #collectRetired(): void {
    const [low, high] = this.#retired;
    this.#retired = [hugeBin + 1, 0];
    for (let bin = low; bin <= high; bin++) {
      const page = this.#queues[bin]![0];
      if (page === undefined || page.expire === 0) continue;
      page.expire = page.used === 0 ? page.expire - 1 : 0;
      if (page.used > 0) continue;
      if (page.expire === 0) this.#free(page);
      else this.#retired = [Math.min(this.#retired[0], bin), Math.max(this.#retired[1], bin)];
    }
  }

  #free(page: Page): void {
    const queue = this.#queues[page.bin]!;
    if (!page.full) queue.splice(queue.indexOf(page), 1);
    for (let i = 0; i < Math.min(known, page.slices); i++) this.#pages.delete(page.slice + i);
    if (page.slices * sliceSize > largeBlock) this.segments.giveHuge();
    else this.segments.give(page.slice, page.slices);
  }

  #know(page: Page): void {
    for (let i = 0; i < Math.min(known, page.slices); i++) this.#pages.set(page.slice + i, page);
  }
}
