import { EngineError, ProgramError, type Machine } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import type { HeapEvent } from './event.ts';
import { fanout, linuxGeometry, pagesAt } from './geometry.ts';
import { PageAlloc, type SavedPages } from './page-alloc.ts';
import type { SearchAnswer, SearchEvent, SearchOp, SearchPicture, TreeLevel } from './page-search-picture.ts';

const geometry = linuxGeometry;
const { chunkPages, summaryLevels } = geometry;

/** Where the heap begins, as it does when its base is not randomised (`malloc.go:mallocinit`). */
export const heapBase = 0xc0_0000_0000;
const basePage = heapBase / pageSize;

/** The most a heap here may be, and what one operation may free or ask for, in pages. */
export const mostPages = 2 ** 40 / pageSize;
export const mostAtOnce = 2 ** 29 / pageSize;

/** What the last operation was about. */
interface Last { readonly page: number | undefined; readonly npages: number; readonly wanted: boolean; readonly from: number | undefined; readonly events: readonly SearchEvent[] }
interface Saved { readonly pages: SavedPages; readonly heapPages: number; readonly last: Last }

const nothing: Last = { page: undefined, npages: 0, wanted: false, from: undefined, events: [] };

/** The page allocator of a port with five levels, and the way of each search through its tree (`mpagealloc.go`, Go 1.27). */
export class PageSearch implements Machine<SearchOp, SearchEvent, SearchAnswer, SearchPicture, Saved> {
  #pages = new PageAlloc(geometry);
  #heapPages = 0;
  #last: Last = nothing;
  #shown: SearchPicture | undefined;

  *run(op: SearchOp): Generator<SearchEvent, SearchAnswer, void> {
    const film: { readonly event: SearchEvent; readonly picture: SearchPicture }[] = [];
    const answer = this.#do(op, (event) => film.push({ event, picture: this.#look(event) }));
    for (const { event, picture } of film) {
      this.#shown = picture;
      yield event;
    }
    this.#shown = undefined;
    return answer;
  }

  apply(op: SearchOp): SearchAnswer { return this.#do(op, () => undefined); }

  save(): Saved { return { pages: this.#pages.save(), heapPages: this.#heapPages, last: this.#last }; }

  load({ pages, heapPages, last }: Saved): void {
    this.#pages = new PageAlloc(geometry, pages);
    [this.#heapPages, this.#last, this.#shown] = [heapPages, last, undefined];
  }

  picture(): SearchPicture { return this.#shown ?? this.#look(undefined); }

  #do(op: SearchOp, seen: (event: SearchEvent) => void): SearchAnswer {
    switch (op.do) {
      case 'full': return this.#full(op.npages);
      case 'free': return this.#free(op.page, op.npages);
      case 'alloc': return this.#alloc(op.npages, seen);
    }
  }

  #full(npages: number): undefined {
    this.#mayGrow(npages);
    this.#heapPages += wholeChunks(npages);
    this.#last = nothing;
  }

  #free(page: number, npages: number): undefined {
    if (page + npages > this.#heapPages) throw new ProgramError('beyond', 'no such page', { line: 1 }, { page: page + npages - 1, pages: this.#heapPages });
    for (let at = page; at < page + npages; at++) if (this.#isFree(basePage + at)) throw new ProgramError('twice', 'free already', { line: 1 }, { page: at });
    for (let chunk = chunkOf(basePage + page); chunk <= chunkOf(basePage + page + npages - 1); chunk++) if (!this.#pages.chunks.has(chunk)) this.#pages.addFull(chunk);
    this.#pages.free(basePage + page, npages);
    this.#last = { ...nothing, page: basePage + page, npages };
  }

  #alloc(npages: number, seen: (event: SearchEvent) => void): SearchAnswer {
    this.#last = { ...nothing, npages, wanted: true, from: this.#pages.searchPage };
    const tell = (event: HeapEvent): void => {
      if (!isSearch(event)) throw new EngineError(`a search for pages does not tell of "${event.kind}"`);
      this.#last = { ...this.#last, events: [...this.#last.events, event] };
      seen(event);
    };
    const page = this.#pages.alloc(npages, tell) ?? this.#grown(npages, tell);
    this.#last = { ...this.#last, page };
    return page - basePage;
  }

  /** Nothing fits: the heap gains whole chunks, and the search is made again (`mheap.go:grow`). */
  #grown(npages: number, tell: (event: HeapEvent) => void): number {
    this.#mayGrow(npages);
    const size = wholeChunks(npages);
    tell({ kind: 'grow', base: (basePage + this.#heapPages) * pageSize, size: size * pageSize });
    this.#pages.grow(basePage + this.#heapPages, size);
    this.#heapPages += size;
    const page = this.#pages.alloc(npages, tell);
    if (page === undefined) throw new EngineError('the heap grew and still has no room');
    return page;
  }

  #mayGrow(npages: number): void {
    if (this.#heapPages + npages > mostPages) throw new ProgramError('most', 'the heap is too large', { line: 1 }, { most: mostPages });
  }

  #isFree(page: number): boolean {
    const bits = this.#pages.chunks.get(chunkOf(page));
    return bits !== undefined && !bits.isAllocated(page % chunkPages);
  }

  #look(now: SearchEvent | undefined): SearchPicture {
    const { page, npages, wanted, from, events } = this.#last;
    const given = wanted ? page : undefined;
    const chunk = this.#chunkInView();
    const { searchPage } = this.#pages;
    return {
      levels: this.#levels(),
      chunk: chunk === undefined ? undefined : this.#chunkAt(chunk, given, npages),
      searchAddr: searchPage === undefined ? undefined : searchPage * pageSize,
      looked: events.reduce((sum, event) => sum + (event.kind === 'level' ? event.looked : event.kind === 'search-chunk' ? 1 : 0), 0),
      wanted: wanted ? npages : undefined,
      given: given === undefined ? undefined : given * pageSize,
      passed: given === undefined || from === undefined ? 0 : Math.max(0, given - from),
      heapPages: this.#heapPages,
      now,
    };
  }

  /** The levels that the search came through; with nothing asked, the way to what was freed. */
  #levels(): readonly TreeLevel[] {
    const looks = this.#last.events.filter((event) => event.kind === 'level').slice(-summaryLevels);
    const { wanted, page } = this.#last;
    if (!wanted) return this.#wayTo(page);
    if (looks.length === 0) return this.#wayTo(page).map((level) => ({ ...level, looked: undefined }));
    return looks.map(({ level, first, looked, then }) => {
      const start = level === 0 ? this.#rootFirst : Math.floor(first / fanout) * fanout;
      const drawn = this.#entries(level, start);
      const skipped = Math.max(0, start - first);
      const count = Math.min(looked - skipped, drawn.entries.length - (first - start));
      return { ...drawn, looked: { first: Math.max(first - start, 0), count }, open: then === 'descend' ? first + looked - 1 - start : undefined };
    });
  }

  #wayTo(page: number | undefined): readonly TreeLevel[] {
    if (page === undefined) return [{ ...this.#entries(0, this.#rootFirst), looked: undefined, open: undefined }];
    return Array.from({ length: summaryLevels }, (_, level) => {
      const entry = Math.floor(page / pagesAt(geometry, level));
      const start = level === 0 ? this.#rootFirst : Math.floor(entry / fanout) * fanout;
      return { ...this.#entries(level, start), looked: undefined, open: entry - start };
    });
  }

  get #rootFirst(): number { return basePage / pagesAt(geometry, 0); }

  /** The entries of one parent, or at the root those of the whole heap, in eights. */
  #entries(level: number, start: number): Pick<TreeLevel, 'pagesEach' | 'base' | 'entries'> {
    const pagesEach = pagesAt(geometry, level);
    const count = level === 0 ? Math.max(1, Math.ceil(this.#heapPages / pagesEach / fanout)) * fanout : fanout;
    return { pagesEach, base: start * pagesEach * pageSize, entries: Array.from({ length: count }, (_, i) => this.#pages.summaries.at(level, start + i)) };
  }

  #chunkInView(): number | undefined {
    const { wanted, page, events } = this.#last;
    const searched = events.findLast((event) => event.kind === 'chunk' || event.kind === 'search-chunk');
    if (searched) return searched.chunk;
    if (page === undefined) return undefined;
    return wanted && events.some((event) => event.kind === 'level' && event.then === 'run' && event.level < summaryLevels - 1) ? undefined : chunkOf(page);
  }

  #chunkAt(chunk: number, given: number | undefined, npages: number): SearchPicture['chunk'] {
    const first = chunk * chunkPages;
    const each = Array.from({ length: chunkPages }, (_, i) => first + i);
    return { base: first * pageSize, free: each.map((page) => this.#isFree(page)), given: each.map((page) => given !== undefined && page >= given && page < given + npages) };
  }
}

const chunkOf = (page: number): number => Math.floor(page / chunkPages);
const wholeChunks = (npages: number): number => Math.ceil(npages / chunkPages) * chunkPages;

const isSearch = (event: HeapEvent): event is SearchEvent => event.kind === 'search-chunk' || event.kind === 'level' || event.kind === 'chunk' || event.kind === 'grow';
