import { Allocator, type Answer, type Cell, type HeapPicture } from '../allocator.ts';
import { Heap, type SavedHeap } from './heap.ts';
import { firstBlock, type Page } from './page.ts';
import { largeBlock, segmentSize, sliceSize } from './sizes.ts';

const largestRequest = 2 ** 44;

/**
 * mimalloc 2.0.9, one thread: every answer equals the real library's, as 32 MiB times the number of its segment, in
 * the order in which they first appear, plus the offset in it.
 *
 * Not modelled: where the system puts a block of a gigabyte and more once another one has been freed (below that the
 * library hints at an address, os.c:mi_os_get_aligned_hint), and further threads.
 */
export class Mimalloc extends Allocator<SavedHeap> {
  readonly #heap = new Heap();

  constructor(_options: object = {}, _seed = 0, start?: ReturnType<Mimalloc['save']>) {
    super();
    if (start) this.load(start);
  }

  protected override readonly reallocToNothingFrees = false;

  protected malloc(size: number): Answer {
    if (size > largestRequest) return null;
    this.#watch();
    const block = this.#heap.take(size);
    if (block === 0) return null;
    this.tell?.({ kind: 'take', list: 'free', addr: block - 1, size: this.blockSize(block - 1) });
    return block - 1;
  }

  protected free(addr: number): void {
    this.#watch();
    const size = this.blockSize(addr);
    this.#heap.give(addr + 1);
    this.tell?.({ kind: 'put', list: 'local_free', addr, size });
  }

  /** In place while it fits and at most half would be lost (alloc.c:_mi_heap_realloc_zero). */
  protected override realloc(addr: number, size: number): Answer {
    const old = this.blockSize(addr);
    if (size <= old && size >= Math.floor(old / 2) && size > 0) return addr;
    const moved = this.malloc(size);
    if (moved === null) return null;
    this.tell?.({ kind: 'copy', from: addr, addr: moved, size: Math.min(old, size) });
    this.free(addr);
    return moved;
  }

  blockSize(addr: number): number { return this.#heap.pageOf(addr).block; }
  protected heapBytes(): number { return this.#heap.segments.count * segmentSize; }

  protected largestFree(): number {
    return this.#heap.segments.list().reduce((most, [, count]) => Math.max(most, count * sliceSize), 0);
  }

  protected look(): HeapPicture {
    const live = new Set(this.objects().map(({ addr }) => addr));
    const pages = this.#heap.pages().flatMap((page) => pageCells(page, live));
    const spans = this.#heap.segments.list().map(([slice, count]): Cell => ({ addr: slice * sliceSize, size: count * sliceSize, state: 'free', list: 'span' }));
    return { heap: this.heapBytes(), cells: filled([...pages, ...spans], this.heapBytes()), mapped: [] };
  }

  protected saveState(): SavedHeap { return this.#heap.save(); }
  protected loadState(state: SavedHeap): void { this.#heap.load(state); }

  #watch(): void {
    this.#heap.segments.tell = this.tell;
    this.#heap.segments.effort = this.effort;
  }
}

function pageCells(page: Page, live: ReadonlySet<number>): Cell[] {
  const start = firstBlock(page);
  if (page.slices * sliceSize > largeBlock || page.reserved === 1) return [{ addr: start, size: page.block, state: 'live' }];
  const cells = Array.from({ length: page.capacity }, (_, i): Cell => {
    const addr = start + i * page.block;
    return live.has(addr) ? { addr, size: page.block, state: 'live' } : { addr, size: page.block, state: 'cached', list: `page-${page.block}` };
  });
  const rest = (page.slice + page.slices) * sliceSize - start - page.capacity * page.block;
  return rest > 0 ? [...cells, { addr: start + page.capacity * page.block, size: rest, state: 'free', list: `page-${page.block}` }] : cells;
}

/** The cells in order, what lies between them the library's own. */
function filled(cells: readonly Cell[], heap: number): Cell[] {
  const all: Cell[] = [];
  let end = 0;
  for (const cell of [...cells].sort((a, b) => a.addr - b.addr)) {
    if (cell.addr > end) all.push({ addr: end, size: cell.addr - end, state: 'meta' });
    all.push(cell);
    end = cell.addr + cell.size;
  }
  if (heap > end) all.push({ addr: end, size: heap - end, state: 'meta' });
  return all;
}
