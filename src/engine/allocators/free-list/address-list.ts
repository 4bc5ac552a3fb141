/** The free blocks as a doubly linked list from low to high addresses, and next fit's rover in it. -1 is no block. */
import type { Effort, Tell } from '../allocator.ts';
import type { SavedWords } from '../words.ts';
import { Blocks, type Geometry } from './blocks.ts';
import { BySize } from './by-size.ts';
import { Pieces } from './pieces.ts';

export interface SavedAddressList { readonly words: SavedWords; readonly head: number; readonly rover: number }

export class AddressList {
  readonly blocks: Blocks;
  /** The same blocks, for who need not see the walk. */
  readonly pieces = new Pieces();
  /** The same again, for best fit. */
  readonly bySize: BySize | undefined;
  head = -1;
  /** Where next fit goes on; a free block, or -1 for the list's head. */
  rover = -1;
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: Tell | undefined;

  constructor(geometry: Geometry, bySize: boolean) {
    this.blocks = new Blocks(geometry);
    this.bySize = bySize ? new BySize(geometry.grain) : undefined;
  }

  /** Notes that a search looked at a block. */
  look(block: number): void {
    this.effort.steps++;
    this.tell?.({ kind: 'look', list: 'free', addr: block, size: this.blocks.size(block) });
  }

  /**
   * Puts a block where its address belongs, behind the free block before it, which counts as one step however it is
   * found. Tags are written afterwards, as for all that changes here.
   */
  insert(block: number, size: number): void {
    const before = this.pieces.before(block);
    const after = before === -1 ? this.head : this.blocks.next(before);
    this.effort.steps++;
    this.#join(before, block);
    this.#join(block, after);
    this.pieces.insert(block, size);
    this.bySize?.insert(block, size);
  }

  /** A free block of this size takes one's place between its neighbours. */
  replace(old: number, block: number, size: number): void {
    this.pieces.replace(old, block, size);
    this.bySize?.remove(old, this.blocks.size(old));
    this.bySize?.insert(block, size);
    if (old !== block) this.#inherit(old, block);
  }

  /** Takes a block out. A rover that stands on it goes to `heir`: it must never point into a block that is gone. */
  remove(block: number, heir = this.blocks.next(block)): void {
    this.pieces.remove(block);
    this.bySize?.remove(block, this.blocks.size(block));
    this.#join(this.blocks.previous(block), this.blocks.next(block));
    if (this.rover === block) this.rover = heir;
  }

  save(): SavedAddressList { return { words: this.blocks.save(), head: this.head, rover: this.rover }; }

  load({ words, head, rover }: SavedAddressList): void {
    this.blocks.load(words);
    this.head = head;
    this.rover = rover;
    this.pieces.clear();
    this.bySize?.clear();
    for (let block = head; block !== -1; block = this.blocks.next(block)) {
      this.pieces.insert(block, this.blocks.size(block));
      this.bySize?.insert(block, this.blocks.size(block));
    }
  }

  #inherit(old: number, block: number): void {
    const [before, after] = [this.blocks.previous(old), this.blocks.next(old)];
    this.#join(before, block);
    this.#join(block, after);
    if (this.rover === old) this.rover = block;
  }

  #join(before: number, after: number): void {
    if (before === -1) this.head = after;
    else this.blocks.setNext(before, after);
    if (after !== -1) this.blocks.setPrevious(after, before);
  }
}
