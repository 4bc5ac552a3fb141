import { Allocator, type Answer, type Cell, type HeapPicture } from './allocator.ts';
import { lowestBit } from './free-list/bits.ts';
import { Blocks, mostGrains, textbook, type SavedBlocks } from './free-list/blocks.ts';

/** Lists a doubling of size is cut into. */
const sublists = 16;
const levels = 31;
const lists = levels * sublists;
const { tags, least, grain, lead } = textbook;
const growth = 4096;
const farEnd = mostGrains * grain;

/** The list of a free block of so many grains: one for each sixteenth of a doubling. */
export function listOf(grains: number): number {
  const level = 31 - Math.clz32(grains);
  return level * sublists + ((level < 4 ? grains << (4 - level) : grains >>> (level - 4)) & (sublists - 1));
}

/** The least size such that every block of its list serves a request for `need`; grains. */
export function roundUp(need: number): number {
  const step = Math.max(1, 2 ** (31 - Math.clz32(need) - 4));
  return Math.ceil(need / step) * step;
}

const addrOf = (block: number): number => lead + block * grain;

interface SavedSegregated {
  readonly blocks: SavedBlocks;
  readonly heads: Int32Array;
  readonly filled: Int32Array;
  readonly levels: number;
  readonly top: number;
  readonly end: number;
}

/**
 * Segregated fit in constant time: lists of free blocks by size, two levels of bits for those that are not empty, boundary tags. The
 * first block of the first list in which all are large enough is taken and split (TLSF: Masmano et al. 2004; the
 * lists' order is last in, first out). Inside, blocks and sizes count grains.
 */
export class Segregated extends Allocator<SavedSegregated> {
  readonly #blocks = new Blocks(textbook, true);
  readonly #limit: number;
  #heads = new Int32Array(lists).fill(-1);
  /** Bit i of word l: sublist i of doubling l is not empty. */
  #filled = new Int32Array(levels);
  /** Bit l: doubling l has a list that is not empty. */
  #levels = 0;
  #top = 0;
  /** Bytes. */
  #end = lead;

  /** `heap` bounds it, bytes. */
  constructor({ heap = farEnd }: { readonly heap?: number } = {}, _seed = 0, start?: ReturnType<Segregated['save']>) {
    super();
    this.#limit = heap;
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    const need = Math.max(least, Math.ceil((size + tags) / grain) * grain) / grain;
    if (need > mostGrains) return null;
    const list = this.#firstFilled(listOf(roundUp(need)));
    const block = list === -1 ? this.#fromTop(need) : this.#cut(this.#heads[list]!, need);
    return block === -1 ? null : addrOf(block) + tags / 2;
  }

  protected free(addr: number): void {
    const freed = this.#blockOf(addr);
    const before = this.#blocks.freeBefore(freed);
    const block = freed - before;
    let end = freed + this.#blocks.size(freed);
    if (before > 0) this.#unlink(block);
    if (end !== this.#top && this.#blocks.isFree(end)) {
      this.#unlink(end);
      end += this.#blocks.size(end);
    }
    if (before > 0) this.tell?.({ kind: 'coalesce', addr: addrOf(block), size: (end - block) * grain, side: 'before' });
    if (end === this.#top) this.#top = block;
    else this.#link(block, end - block);
  }

  blockSize(addr: number): number { return this.#blocks.size(this.#blockOf(addr)) * grain; }
  protected override usable(addr: number): number { return this.blockSize(addr) - tags; }
  protected heapBytes(): number { return this.#end; }

  /** Behind the last block, or in the last list that is not empty. */
  protected largestFree(): number {
    const level = 31 - Math.clz32(this.#levels);
    let most = this.#end - addrOf(this.#top);
    if (level === -1) return most;
    const list = level * sublists + 31 - Math.clz32(this.#filled[level]!);
    for (let block = this.#heads[list]!; block !== -1; block = this.#blocks.next(block)) most = Math.max(most, this.#blocks.size(block) * grain);
    return most;
  }

  protected look(): HeapPicture {
    const cells: Cell[] = [{ addr: 0, size: lead, state: 'meta' }];
    for (let block = 0; block < this.#top; block += this.#blocks.size(block)) {
      const place = { addr: addrOf(block), size: this.#blocks.size(block) * grain };
      cells.push(this.#blocks.isFree(block) ? { ...place, state: 'free', list: String(listOf(this.#blocks.size(block))) } : { ...place, state: 'live' });
    }
    const top = addrOf(this.#top);
    if (this.#end > top) cells.push({ addr: top, size: this.#end - top, state: 'top' });
    return { heap: this.#end, cells, mapped: [] };
  }

  protected saveState(): SavedSegregated {
    return { blocks: this.#blocks.save(), heads: this.#heads.slice(), filled: this.#filled.slice(), levels: this.#levels, top: this.#top, end: this.#end };
  }

  protected loadState({ blocks, heads, filled, levels: filledLevels, top, end }: SavedSegregated): void {
    this.#blocks.load(blocks);
    this.#heads = heads.slice();
    this.#filled = filled.slice();
    this.#levels = filledLevels;
    this.#top = top;
    this.#end = end;
  }

  #blockOf(addr: number): number { return (addr - lead - tags / 2) / grain; }

  /** The first list from this one up that is not empty: by the bits of its doubling, or of those above. -1 if there is none. */
  #firstFilled(list: number): number {
    const level = list >>> 4;
    const here = this.#filled[level]! & (-1 << (list & 15));
    this.effort.steps++;
    if (here !== 0) return level * sublists + lowestBit(here);
    const above = this.#levels & (-1 << (level + 1));
    if (above === 0) return -1;
    this.effort.steps++;
    return lowestBit(above) * sublists + lowestBit(this.#filled[lowestBit(above)]!);
  }

  #cut(block: number, need: number): number {
    const size = this.#blocks.size(block);
    const rest = size - need;
    const isWhole = rest * grain < least;
    this.effort.steps++;
    this.#unlink(block);
    this.#blocks.setUsed(block, isWhole ? size : need);
    if (!isWhole) this.#link(block + need, rest);
    const addr = addrOf(block);
    this.tell?.(isWhole ? { kind: 'take', list: 'free', addr, size: size * grain } : { kind: 'split', addr, size: need * grain, rest: rest * grain });
    return block;
  }

  #fromTop(need: number): number {
    const block = this.#top;
    const end = addrOf(block + need);
    if (end > this.#limit) return -1;
    if (end > this.#end) this.#grow(end);
    this.#top += need;
    this.#blocks.setUsed(block, need);
    return block;
  }

  #grow(end: number): void {
    const to = Math.min(this.#limit, this.#end + Math.ceil((end - this.#end) / growth) * growth);
    this.effort.systemCalls++;
    this.tell?.({ kind: 'grow', addr: this.#end, size: to - this.#end });
    this.#end = to;
  }

  #link(block: number, size: number): void {
    const list = listOf(size);
    const head = this.#heads[list]!;
    this.#blocks.setFree(block, size);
    this.#blocks.setNext(block, head);
    this.#blocks.setPrevious(block, -1);
    if (head !== -1) this.#blocks.setPrevious(head, block);
    this.#heads[list] = block;
    this.#filled[list >>> 4]! |= 1 << (list & 15);
    this.#levels |= 1 << (list >>> 4);
    this.tell?.({ kind: 'put', list: String(list), addr: addrOf(block), size: size * grain });
  }

  #unlink(block: number): void {
    const list = listOf(this.#blocks.size(block));
    const [before, after] = [this.#blocks.previous(block), this.#blocks.next(block)];
    if (after !== -1) this.#blocks.setPrevious(after, before);
    if (before !== -1) return this.#blocks.setNext(before, after);
    this.#heads[list] = after;
    if (after === -1) this.#empty(list);
  }

  #empty(list: number): void {
    const level = list >>> 4;
    this.#filled[level]! &= ~(1 << (list & 15));
    if (this.#filled[level] === 0) this.#levels &= ~(1 << level);
  }
}
