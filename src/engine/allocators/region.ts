import { Allocator, type Answer, type Cell, type HeapPicture } from './allocator.ts';
import { Words, type SavedWords } from './words.ts';

const grain = 16;
const page = 4096;

interface SavedRegion { readonly sizes: SavedWords; readonly next: number }

/** The stretches between live blocks, as cells of their own. */
export function withGaps(live: readonly Cell[], heap: number): Cell[] {
  const cells: Cell[] = [];
  let end = 0;
  for (const cell of [...live].sort((a, b) => a.addr - b.addr)) {
    if (cell.addr > end) cells.push({ addr: end, size: cell.addr - end, state: 'free' });
    cells.push(cell);
    end = cell.addr + cell.size;
  }
  if (heap > end) cells.push({ addr: end, size: heap - end, state: 'top' });
  return cells;
}

/**
 * A region (arena, bump allocator): a pointer that only moves up, in 16s. No block can be freed on its own; resetting
 * the pointer frees all at once. One object keeps the whole region.
 */
export class Region extends Allocator<SavedRegion> {
  /** Size of the block at each place. */
  readonly #sizes = new Words(Float64Array);
  readonly #limit: number;
  #next = 0;

  /** `heap` bounds it, bytes. */
  constructor({ heap = 2 ** 35 }: { readonly heap?: number } = {}, _seed = 0, start?: ReturnType<Region['save']>) {
    super();
    this.#limit = heap;
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    const bytes = Math.max(grain, Math.ceil(size / grain) * grain);
    const addr = this.#next;
    if (addr + bytes > this.#limit) return null;
    if (addr + bytes > this.heapBytes()) this.effort.systemCalls++;
    this.#next += bytes;
    this.#sizes.set(addr / grain, bytes);
    this.effort.steps++;
    this.tell?.({ kind: 'split', addr, size: bytes, rest: this.heapBytes() - this.#next });
    return addr;
  }

  /** Nothing: what is freed is lost until the reset. */
  protected free(): void {}

  /** Frees everything: the next allocations answer as the first did. */
  reset(): void { this.#next = 0; }

  blockSize(addr: number): number { return this.#sizes.get(addr / grain); }

  protected heapBytes(): number { return Math.min(this.#limit, Math.ceil(this.#next / page) * page); }
  protected largestFree(): number { return this.heapBytes() - this.#next; }

  protected look(): HeapPicture {
    const live = this.objects().map(({ addr }): Cell => ({ addr, size: this.blockSize(addr), state: 'live' }));
    return { heap: this.heapBytes(), cells: withGaps(live, this.heapBytes()), mapped: [] };
  }

  protected saveState(): SavedRegion { return { sizes: this.#sizes.save(), next: this.#next }; }

  protected loadState({ sizes, next }: SavedRegion): void {
    this.#sizes.load(sizes);
    this.#next = next;
  }
}
