import { invariant } from '../machine.ts';
import { Allocator, type Answer, type Cell, type HeapPicture } from './allocator.ts';
import { withGaps } from './region.ts';
import { Words, type SavedWords } from './words.ts';

const grain = 16;
/** Before each block: its size, and where the block below it starts. */
const header = 16;
const page = 4096;

interface SavedStack { readonly words: SavedWords; readonly top: number; readonly last: number }

/**
 * Mark and release: a bump pointer that can go back. Release takes everything above the mark; a single free counts
 * only when nothing live lies above, so that what is freed out of order waits for those above it.
 */
export class Stack extends Allocator<SavedStack> {
  /** At each block: its bytes (negative once freed), then the block below it plus one. */
  readonly #words = new Words(Float64Array);
  readonly #limit: number;
  #top = 0;
  /** The uppermost block, plus one; 0 if there is none. */
  #last = 0;

  /** `heap` bounds it, bytes. */
  constructor({ heap = 2 ** 35 }: { readonly heap?: number } = {}, _seed = 0, start?: ReturnType<Stack['save']>) {
    super();
    this.#limit = heap;
    if (start) this.load(start);
  }

  /** Where the stack stands: what {@link release} goes back to. */
  mark(): number { return this.#top; }

  /** Gives back all that was allocated since the mark. */
  release(mark: number): void {
    invariant(mark <= this.#top, `release to ${mark}, above the top ${this.#top}`);
    while (this.#last > mark) this.#pop();
    invariant(this.#top === mark, `${mark} is no mark`);
  }

  protected malloc(size: number): Answer {
    const block = this.#top;
    const bytes = header + Math.ceil(size / grain) * grain;
    if (block + bytes > this.#limit) return null;
    this.#words.set(block / 8, bytes);
    this.#words.set(block / 8 + 1, this.#last);
    this.#last = block + 1;
    this.#top += bytes;
    this.effort.steps++;
    this.tell?.({ kind: 'split', addr: block, size: bytes, rest: this.heapBytes() - this.#top });
    return block + header;
  }

  protected free(addr: number): void {
    const word = (addr - header) / 8;
    this.#words.set(word, -this.#words.get(word));
    this.tell?.({ kind: 'put', list: 'stack', addr: addr - header, size: -this.#words.get(word) });
    while (this.#last !== 0 && this.#words.get((this.#last - 1) / 8) < 0) this.#pop();
  }

  blockSize(addr: number): number { return Math.abs(this.#words.get((addr - header) / 8)); }
  protected override usable(addr: number): number { return this.blockSize(addr) - header; }
  protected heapBytes(): number { return Math.min(this.#limit, Math.ceil(this.#top / page) * page); }
  protected largestFree(): number { return this.heapBytes() - this.#top; }

  protected look(): HeapPicture {
    const live = this.objects().map(({ addr }): Cell => ({ addr: addr - header, size: this.blockSize(addr), state: 'live' }));
    return { heap: this.heapBytes(), cells: withGaps(live, this.heapBytes()), mapped: [] };
  }

  protected saveState(): SavedStack { return { words: this.#words.save(), top: this.#top, last: this.#last }; }

  protected loadState({ words, top, last }: SavedStack): void {
    this.#words.load(words);
    this.#top = top;
    this.#last = last;
  }

  #pop(): void {
    this.effort.steps++;
    this.#top = this.#last - 1;
    this.#last = this.#words.get(this.#top / 8 + 1);
    this.tell?.({ kind: 'coalesce', addr: this.#top, size: this.heapBytes() - this.#top, side: 'top' });
  }
}
