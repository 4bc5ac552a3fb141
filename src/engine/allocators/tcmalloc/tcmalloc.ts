import { Allocator, type Answer, type Cell, type HeapPicture } from '../allocator.ts';
import { Central, type SavedCentral } from './central.ts';
import { PageHeap, type SavedPageHeap } from './page-heap.ts';
import { classOf, pageSize, sizeClasses } from './size-classes.ts';
import { ThreadCache, type SavedThreadCache } from './thread-cache.ts';

/** What the C and C++ libraries ask for before main, when tcmalloc is preloaded; one byte is given back at once. */
export const beforeMain = [72_704, 1, 16, 8] as const;

interface SavedTcmalloc { readonly heap: SavedPageHeap; readonly central: SavedCentral; readonly cache: SavedThreadCache }

/**
 * tcmalloc of gperftools 2.10, one thread: every answer equals the real library's. Thread cache, central lists with
 * transfer caches, page heap: the forebears of Go's mcache, mcentral and mheap.
 *
 * Answers count from the page heap's first growth. Not modelled: sampling, further threads, memalign, and that its own
 * records ask the system for more once 8 MiB of them are used.
 */
export class Tcmalloc extends Allocator<SavedTcmalloc> {
  readonly #heap = new PageHeap();
  readonly #central = new Central(this.#heap);
  readonly #cache = new ThreadCache(this.#central);

  constructor(_options: object = {}, _seed = 0, start?: ReturnType<Tcmalloc['save']>) {
    super();
    for (const size of beforeMain) {
      const addr = this.malloc(size);
      if (size === 1) this.free(addr!);
    }
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    this.#watch();
    const index = classOf(size);
    if (index === 0) return this.#pages(Math.ceil(size / pageSize));
    const object = this.#cache.take(index);
    if (object === 0) return null;
    this.tell?.({ kind: 'take', list: 'thread', addr: object - 1, size: sizeClasses[index]!.size });
    return object - 1;
  }

  protected free(addr: number): void {
    this.#watch();
    const span = this.#spanOf(addr);
    const index = this.#heap.spans.sizeClass(span);
    if (index === 0) return this.#heap.give(span);
    this.tell?.({ kind: 'put', list: 'thread', addr, size: sizeClasses[index]!.size });
    this.#cache.give(index, addr + 1);
  }

  /** Grows by a quarter at least, shrinks only below half (tcmalloc.cc:do_realloc). */
  protected override realloc(addr: number, size: number): Answer {
    const old = this.blockSize(addr);
    if (size <= old && size >= Math.floor(old / 2)) return addr;
    const least = old + Math.floor(old / 4);
    const moved = this.malloc(size > old && size < least ? least : size);
    if (moved === null) return null;
    this.tell?.({ kind: 'copy', from: addr, addr: moved, size: Math.min(old, size) });
    this.free(addr);
    return moved;
  }

  blockSize(addr: number): number {
    const span = this.#spanOf(addr);
    const index = this.#heap.spans.sizeClass(span);
    return index === 0 ? this.#heap.spans.length(span) * pageSize : sizeClasses[index]!.size;
  }

  protected heapBytes(): number { return this.#heap.pages * pageSize; }
  protected largestFree(): number { return this.#heap.largest() * pageSize; }

  protected look(): HeapPicture {
    const { spans } = this.#heap;
    const cells: Cell[] = [];
    const live = new Set(this.objects().map(({ addr }) => addr));
    const cached = new Set(this.#cache.objects());
    for (let span = 0; span < this.#heap.pages; span += spans.length(span)) {
      const place = spans.place(span);
      const [addr, size] = [span * pageSize, spans.length(span) * pageSize];
      if (place !== 'used') cells.push({ addr, size, state: 'free', list: place });
      else if (spans.sizeClass(span) === 0) cells.push({ addr, size, state: live.has(addr) ? 'live' : 'meta' });
      else cells.push(...this.#objectCells(addr, size, sizeClasses[spans.sizeClass(span)]!.size, live, cached));
    }
    return { heap: this.heapBytes(), cells, mapped: [] };
  }

  protected saveState(): SavedTcmalloc { return { heap: this.#heap.save(), central: this.#central.save(), cache: this.#cache.save() }; }

  protected loadState({ heap, central, cache }: SavedTcmalloc): void {
    this.#heap.load(heap);
    this.#central.load(central);
    this.#cache.load(cache);
  }

  #watch(): void {
    this.#heap.tell = this.tell;
    this.#heap.effort = this.effort;
  }

  #spanOf(addr: number): number { return this.#heap.spans.of(Math.floor(addr / pageSize)); }

  #pages(count: number): Answer {
    const span = this.#heap.take(count);
    return span === -1 ? null : span * pageSize;
  }

  #objectCells(start: number, bytes: number, size: number, live: ReadonlySet<number>, cached: ReadonlySet<number>): Cell[] {
    const cells: Cell[] = [];
    for (let addr = start; addr + size <= start + bytes; addr += size) {
      const state = live.has(addr) ? 'live' : 'cached';
      cells.push(state === 'live' ? { addr, size, state } : { addr, size, state, list: cached.has(addr + 1) ? 'thread' : 'central' });
    }
    const rest = bytes % size;
    return rest > 0 ? [...cells, { addr: start + bytes - rest, size: rest, state: 'meta' }] : cells;
  }
}

