/** The free blocks as a doubly linked list from low to high addresses, and next fit's rover in it. -1 is no block. */
import type { Effort, Tell } from '../allocator.ts';
import type { SavedWords } from '../words.ts';
import { Blocks, type Geometry } from './blocks.ts';

export interface SavedAddressList { readonly words: SavedWords; readonly head: number; readonly rover: number }

export class AddressList {
  readonly blocks: Blocks;
  readonly #lead: number;
  head = -1;
  /** Where next fit goes on; a free block, or -1 for the list's head. */
  rover = -1;
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: Tell | undefined;

  constructor(geometry: Geometry) {
    this.blocks = new Blocks(geometry);
    this.#lead = geometry.lead;
  }

  /** Notes that a search looked at a block. */
  look(block: number): void {
    this.effort.steps++;
    this.tell?.({ kind: 'look', list: 'free', addr: block, size: this.blocks.size(block) });
  }

  /** Puts a block where its address belongs: behind the free block that its tags lead back to. */
  insert(block: number): void {
    let before = block;
    do {
      before = before <= this.#lead ? -1 : before - this.blocks.sizeBefore(before);
      this.effort.steps++;
    } while (before !== -1 && !this.blocks.isFree(before));
    const after = before === -1 ? this.head : this.blocks.next(before);
    this.#join(before, block);
    this.#join(block, after);
  }

  /** Another block takes one's place between its neighbours. */
  replace(old: number, block: number): void {
    const [before, after] = [this.blocks.previous(old), this.blocks.next(old)];
    this.#join(before, block);
    this.#join(block, after);
    if (this.rover === old) this.rover = block;
  }

  /** Takes a block out. A rover that stands on it goes to `heir`: it must never point into a block that is gone. */
  remove(block: number, heir = this.blocks.next(block)): void {
    this.#join(this.blocks.previous(block), this.blocks.next(block));
    if (this.rover === block) this.rover = heir;
  }

  save(): SavedAddressList { return { words: this.blocks.save(), head: this.head, rover: this.rover }; }

  load({ words, head, rover }: SavedAddressList): void {
    this.blocks.load(words);
    this.head = head;
    this.rover = rover;
  }

  #join(before: number, after: number): void {
    if (before === -1) this.head = after;
    else this.blocks.setNext(before, after);
    if (after !== -1) this.blocks.setPrevious(after, before);
  }
}
