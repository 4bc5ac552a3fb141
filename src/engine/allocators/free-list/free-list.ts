import { Allocator, type Answer, type Cell, type HeapPicture, type Tell } from '../allocator.ts';
import type { TellTag } from '../tag-event.ts';
import { AddressList, type SavedAddressList } from './address-list.ts';
import { mostGrains, textbook, type Blocks, type Geometry } from './blocks.ts';
import { freedEvents, neighbourEvents, placedEvent } from './events.ts';
import { fits, type Policy } from './fit.ts';
import { quickFits, type QuickFit } from './quick-fit.ts';

export interface FreeListOptions {
  readonly policy: Policy;
  /** Bytes of a bounded heap, one free block at first, of 2^29 grains at most. Without it the heap grows when nothing fits. */
  readonly heap?: number;
  readonly geometry?: Geometry;
  /** Bytes by which an unbounded heap grows; 4096 unless told. */
  readonly growth?: number;
}

interface SavedFreeList { readonly list: SavedAddressList; readonly top: number; readonly end: number }

/**
 * One list of free blocks in order of address, boundary tags, immediate merging; the policy chooses the block, whose low
 * end is used (Knuth, TAOCP 2.5; Wilson et al. 1995).
 *
 * A filmed search walks the list; one that nobody watches looks the same answer up and counts the same steps.
 *
 * Inside, blocks and sizes count grains; bytes are what programs and watchers see.
 *
 * What lies behind the last block of an unbounded heap, the wilderness, is in no list: it is used when nothing else
 * fits, and a block freed beside it joins it. A bounded heap has no wilderness.
 */
export class FreeList extends Allocator<SavedFreeList> {
  readonly #policy: Policy;
  readonly #quickFit: QuickFit;
  readonly #geometry: Geometry;
  readonly #growth: number;
  readonly #bounded: boolean;
  readonly #list: AddressList;
  /** Set by who wants to see every tag that is read and written. */
  tellTag: TellTag | undefined;
  /** Where the wilderness starts; of a bounded heap, its end. */
  #top = 0;
  /** Bytes. */
  #end: number;

  constructor({ policy, heap, geometry = textbook, growth = 4096 }: FreeListOptions, _seed = 0, start?: ReturnType<FreeList['save']>) {
    super();
    this.#policy = policy;
    this.#quickFit = quickFits[policy];
    this.#geometry = geometry;
    this.#growth = growth;
    this.#bounded = heap !== undefined;
    this.#list = new AddressList(geometry, policy === 'best' || policy === 'worst');
    this.#end = geometry.lead;
    if (heap !== undefined) this.#bound(heap);
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    const { grain, tags, least } = this.#geometry;
    const need = Math.max(least / grain, Math.ceil((size + tags) / grain));
    const found = this.tell ? this.#walk(need, this.tell) : this.#quickFit(this.#list, need, this.effort);
    const block = found === -1 ? this.#fromWilderness(need) : this.#place(found, need);
    this.tellTag?.(placedEvent(this.#list.blocks, this.#geometry, block, need));
    return block === -1 ? null : this.#addr(block) + tags / 2;
  }

  /** Four cases: neither neighbour is free, or the one before, the one after, or both. */
  protected free(addr: number): void {
    const { blocks } = this.#list;
    const freed = this.#blockOf(addr);
    const after = freed + blocks.size(freed);
    const before = blocks.freeBefore(freed);
    const block = freed - before;
    if (!this.#bounded && after === this.#top) return this.#joinTop(block, before > 0);
    const ahead = blocks.isFree(after) ? blocks.size(after) : 0;
    if (this.tellTag) neighbourEvents(blocks, this.#geometry, freed, before, ahead).forEach(this.tellTag);
    this.#enlist(block, after + ahead - block, before > 0, ahead > 0 ? after : -1);
    this.#tag(block, after + ahead - block);
    if (this.tell) freedEvents(this.#addr(block), (after + ahead - block) * this.#geometry.grain, before > 0, ahead > 0).forEach(this.tell);
  }

  /** Its blocks as the tags in memory say them. */
  get blocks(): Blocks { return this.#list.blocks; }

  blockSize(addr: number): number { return this.#list.blocks.size(this.#blockOf(addr)) * this.#geometry.grain; }
  protected override usable(addr: number): number { return this.blockSize(addr) - this.#geometry.tags; }
  protected heapBytes(): number { return this.#end; }

  protected largestFree(): number {
    const largest = this.#list.tree.largest();
    const free = largest === -1 ? 0 : this.blocks.size(largest);
    return Math.max(this.#end - this.#addr(this.#top), free * this.#geometry.grain);
  }

  protected look(): HeapPicture {
    const { blocks, start } = this.#list;
    const { grain, lead } = this.#geometry;
    const cells: Cell[] = lead > 0 ? [{ addr: 0, size: lead, state: 'meta' }] : [];
    for (let block = 0; block < this.#top; block += blocks.size(block)) {
      cells.push({ addr: this.#addr(block), size: blocks.size(block) * grain, state: blocks.isFree(block) ? 'free' : 'live' });
    }
    const top = this.#addr(this.#top);
    if (this.#end > top) cells.push({ addr: top, size: this.#end - top, state: 'top' });
    return { heap: this.#end, cells, mapped: [], ...(this.#policy === 'next' && start !== -1 && { rover: this.#addr(start) }) };
  }

  protected saveState(): SavedFreeList { return { list: this.#list.save(), top: this.#top, end: this.#end }; }

  protected loadState({ list, top, end }: SavedFreeList): void {
    this.#list.load(list, top);
    this.#top = top;
    this.#end = end;
  }

  #addr(block: number): number { return this.#geometry.lead + block * this.#geometry.grain; }
  /** The block whose program knows it by this address. */
  #blockOf(addr: number): number { return (addr - this.#geometry.lead - this.#geometry.tags / 2) / this.#geometry.grain; }

  /** One free block as large as the heap, kept in whole grains. */
  #bound(heap: number): void {
    const { lead, grain, least } = this.#geometry;
    const size = Math.min(mostGrains, Math.floor((heap - lead) / grain));
    if (size * grain < least) return;
    this.#list.insert(0, size);
    this.#list.blocks.setFree(0, size);
    this.#top = size;
    this.#end = this.#addr(size);
  }

  #walk(need: number, tell: Tell): number {
    return fits[this.#policy](this.#list, need, (block) => {
      this.effort.steps++;
      tell({ kind: 'look', list: 'free', addr: this.#addr(block), size: this.#list.blocks.size(block) * this.#geometry.grain });
    });
  }

  /** Uses the low end of a free block; what remains, if it can be a block, keeps the place in the list. */
  #place(block: number, need: number): number {
    const { blocks } = this.#list;
    const { grain, least } = this.#geometry;
    const size = blocks.size(block);
    const rest = size - need;
    if (rest * grain < least) {
      this.#list.remove(block);
      if (this.#policy === 'next') this.#list.rover = this.#list.next(block);
      blocks.setUsed(block, size);
      this.tell?.({ kind: 'take', list: 'free', addr: this.#addr(block), size: size * grain });
      return block;
    }
    this.#list.replace(block, block + need, rest);
    blocks.setUsed(block, need);
    blocks.setFree(block + need, rest);
    if (this.#policy === 'next') this.#list.rover = block + need;
    this.tell?.({ kind: 'split', addr: this.#addr(block), size: need * grain, rest: rest * grain });
    return block;
  }

  #fromWilderness(need: number): number {
    const { grain } = this.#geometry;
    const block = this.#top;
    if (this.#bounded || block + need > mostGrains) return -1;
    this.#grow(this.#addr(block + need));
    this.#top += need;
    this.#list.blocks.setUsed(block, need);
    this.tell?.({ kind: 'split', addr: this.#addr(block), size: need * grain, rest: this.#end - this.#addr(this.#top) });
    return block;
  }

  #grow(end: number): void {
    if (end <= this.#end) return;
    const size = Math.ceil((end - this.#end) / this.#growth) * this.#growth;
    this.effort.systemCalls++;
    this.tell?.({ kind: 'grow', addr: this.#end, size });
    this.#end += size;
  }

  /** A block freed takes a neighbour's place in the list, or, which counts as one look, gets one of its own. `ahead` is the free block behind it, or -1. */
  #enlist(block: number, size: number, before: boolean, ahead: number): void {
    if (ahead !== -1 && before) this.#list.remove(ahead, block);
    if (before) return this.#list.replace(block, block, size);
    if (ahead !== -1) return this.#list.replace(ahead, block, size);
    this.effort.steps++;
    this.#list.insert(block, size);
  }

  #tag(block: number, size: number): void {
    const { blocks } = this.#list;
    const { grain, tags } = this.#geometry;
    blocks.setFreeHeader(block, size);
    this.tellTag?.({ kind: 'header', at: this.#addr(block), size: size * grain, used: false });
    blocks.setFreeFooter(block, size);
    this.tellTag?.({ kind: 'footer', at: this.#addr(block + size) - tags / 2, size: size * grain, used: false });
  }

  #joinTop(block: number, wasFree: boolean): void {
    if (wasFree) this.#list.remove(block);
    this.#top = block;
    this.tell?.({ kind: 'coalesce', addr: this.#addr(block), size: this.#end - this.#addr(block), side: 'top' });
  }
}
