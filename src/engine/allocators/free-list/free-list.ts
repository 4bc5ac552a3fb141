import { Allocator, type Answer, type Cell, type HeapPicture } from '../allocator.ts';
import type { TellTag } from '../tag-event.ts';
import { AddressList, type SavedAddressList } from './address-list.ts';
import { textbook, type Blocks, type Geometry } from './blocks.ts';
import { fits, type Policy } from './fit.ts';
import { quickFits } from './quick-fit.ts';

export interface FreeListOptions {
  readonly policy: Policy;
  /** Bytes of a bounded heap, one free block at first. Without it the heap grows when nothing fits. */
  readonly heap?: number;
  readonly geometry?: Geometry;
  /** Bytes by which an unbounded heap grows; 4096 unless told. */
  readonly growth?: number;
}

interface SavedFreeList { readonly list: SavedAddressList; readonly top: number; readonly end: number }

/** An unbounded heap ends somewhere too. */
const farEnd = 2 ** 33;

/**
 * One list of free blocks in order of address, boundary tags, immediate merging; the policy chooses the block, whose low
 * end is used (Knuth, TAOCP 2.5; Wilson et al. 1995).
 *
 * A filmed search walks the list; one that nobody watches looks the same answer up and counts the same steps.
 *
 * What lies behind the last block of an unbounded heap, the wilderness, is in no list: it is used when nothing else
 * fits, and a block freed beside it joins it. A bounded heap has no wilderness.
 */
export class FreeList extends Allocator<SavedFreeList> {
  readonly #policy: Policy;
  readonly #geometry: Geometry;
  readonly #growth: number;
  readonly #bounded: boolean;
  readonly #list: AddressList;
  /** Set by who wants to see every tag that is read and written. */
  tellTag: TellTag | undefined;
  /** Where the wilderness starts; of a bounded heap, its end. */
  #top: number;
  #end: number;

  constructor({ policy, heap, geometry = textbook, growth = 4096 }: FreeListOptions, _seed = 0, start?: ReturnType<FreeList['save']>) {
    super();
    this.#policy = policy;
    this.#geometry = geometry;
    this.#growth = growth;
    this.#bounded = heap !== undefined;
    this.#list = new AddressList(geometry, policy === 'best');
    this.#top = this.#end = geometry.lead;
    if (heap !== undefined) this.#bound(heap);
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    const { grain, tags, least } = this.#geometry;
    const need = Math.max(least, Math.ceil((size + tags) / grain) * grain);
    this.#watch();
    const found = (this.tell ? fits : quickFits)[this.#policy](this.#list, need);
    const block = found === -1 ? this.#fromWilderness(need) : this.#place(found, need);
    if (block === -1) this.tellTag?.({ kind: 'none', size: need });
    else this.tellTag?.({ kind: 'place', p: block + tags / 2, addr: block, size: this.#list.blocks.size(block) });
    return block === -1 ? null : block + tags / 2;
  }

  /** Four cases: neither neighbour is free, or the one before, the one after, or both. */
  protected free(addr: number): void {
    const { blocks } = this.#list;
    const freed = addr - this.#geometry.tags / 2;
    const before = blocks.freeBefore(freed);
    const block = freed - before;
    const after = freed + blocks.size(freed);
    const size = after - block;
    this.#watch();
    if (!this.#bounded && after === this.#top) return this.#joinTop(block, before > 0);
    const total = size + (blocks.isFree(after) ? blocks.size(after) : 0);
    if (this.tellTag) this.#tellNeighbours(freed, after, before, total - size);
    if (total > size && before > 0) this.#list.remove(after, block);
    if (before > 0) this.#list.replace(block, block, total);
    else if (total > size) this.#list.replace(after, block, total);
    else this.#list.insert(block, total);
    blocks.setFreeHeader(block, total);
    this.tellTag?.({ kind: 'header', at: block, size: total, used: false });
    blocks.setFreeFooter(block, total);
    this.tellTag?.({ kind: 'footer', at: block + total - this.#geometry.tags / 2, size: total, used: false });
    this.#tellFreed(block, total, before > 0, total > size);
  }

  /** Its blocks as the tags in memory say them. */
  get blocks(): Blocks { return this.#list.blocks; }

  blockSize(addr: number): number { return this.#list.blocks.size(addr - this.#geometry.tags / 2); }
  protected override usable(addr: number): number { return this.blockSize(addr) - this.#geometry.tags; }
  protected heapBytes(): number { return this.#end; }

  protected largestFree(): number {
    const { blocks, head } = this.#list;
    let largest = this.#end - this.#top;
    for (let block = head; block !== -1; block = blocks.next(block)) largest = Math.max(largest, blocks.size(block));
    return largest;
  }

  protected look(): HeapPicture {
    const { blocks } = this.#list;
    const { lead } = this.#geometry;
    const cells: Cell[] = lead > 0 ? [{ addr: 0, size: lead, state: 'meta' }] : [];
    for (let block = lead; block < this.#top; block += blocks.size(block)) {
      cells.push({ addr: block, size: blocks.size(block), state: blocks.isFree(block) ? 'free' : 'live' });
    }
    if (this.#end > this.#top) cells.push({ addr: this.#top, size: this.#end - this.#top, state: 'top' });
    return { heap: this.#end, cells, mapped: [] };
  }

  protected saveState(): SavedFreeList { return { list: this.#list.save(), top: this.#top, end: this.#end }; }

  protected loadState({ list, top, end }: SavedFreeList): void {
    this.#list.load(list);
    this.#top = top;
    this.#end = end;
  }

  #watch(): void {
    this.#list.tell = this.tell;
    this.#list.effort = this.effort;
  }

  /** One free block as large as the heap, kept in whole grains. */
  #bound(heap: number): void {
    const { lead, grain, least } = this.#geometry;
    const size = Math.floor((heap - lead) / grain) * grain;
    if (size < least) return;
    this.#end = lead + size;
    this.#list.insert(lead, size);
    this.#list.blocks.setFree(lead, size);
    this.#top = this.#end;
  }

  /** Uses the low end of a free block; what remains, if it can be a block, keeps the place in the list. */
  #place(block: number, need: number): number {
    const { blocks } = this.#list;
    const size = blocks.size(block);
    const rest = size - need;
    if (rest < this.#geometry.least) {
      this.#list.rover = blocks.next(block);
      this.#list.remove(block);
      blocks.setUsed(block, size);
      this.tell?.({ kind: 'take', list: 'free', addr: block, size });
      return block;
    }
    this.#list.replace(block, block + need, rest);
    blocks.setUsed(block, need);
    blocks.setFree(block + need, rest);
    this.#list.rover = block + need;
    this.tell?.({ kind: 'split', addr: block, size: need, rest });
    return block;
  }

  #fromWilderness(need: number): number {
    const block = this.#top;
    if (this.#bounded || block + need > farEnd) return -1;
    this.#grow(block + need);
    this.#top += need;
    this.#list.blocks.setUsed(block, need);
    this.tell?.({ kind: 'split', addr: block, size: need, rest: this.#end - this.#top });
    return block;
  }

  #grow(end: number): void {
    if (end <= this.#end) return;
    const size = Math.ceil((end - this.#end) / this.#growth) * this.#growth;
    this.effort.systemCalls++;
    this.tell?.({ kind: 'grow', addr: this.#end, size });
    this.#end += size;
  }

  #joinTop(block: number, wasFree: boolean): void {
    if (wasFree) this.#list.remove(block);
    this.#top = block;
    this.tell?.({ kind: 'coalesce', addr: block, size: this.#end - block, side: 'top' });
  }

  /** What free has read of the neighbours, and with which of them the block becomes one. */
  #tellNeighbours(freed: number, after: number, freeBehind: number, freeAhead: number): void {
    const { blocks } = this.#list;
    const tag = this.#geometry.tags / 2;
    const [p, own] = [freed + tag, after - freed];
    this.tellTag?.({ kind: 'own', p, at: freed, size: own, used: true });
    this.tellTag?.({ kind: 'behind', p, at: freed - tag, size: blocks.sizeBefore(freed), used: freeBehind === 0 });
    this.tellTag?.({ kind: 'ahead', p, at: after, size: blocks.size(after), used: freeAhead === 0 });
    if (freeBehind > 0) this.tellTag?.({ kind: 'merge', side: 'behind', addr: freed - freeBehind, size: freeBehind + own, by: freeBehind });
    if (freeAhead > 0) this.tellTag?.({ kind: 'merge', side: 'ahead', addr: freed - freeBehind, size: freeBehind + own + freeAhead, by: freeAhead });
  }

  #tellFreed(addr: number, size: number, before: boolean, after: boolean): void {
    if (before) this.tell?.({ kind: 'coalesce', addr, size, side: 'before' });
    if (after) this.tell?.({ kind: 'coalesce', addr, size, side: 'after' });
    if (!before) this.tell?.({ kind: 'put', list: 'free', addr, size });
  }
}
