/** The free blocks as a doubly linked list from low to high addresses, and next fit's rover in it. -1 is no block. */
import { AddressTree } from './address-tree.ts';
import { Blocks, type Geometry, type SavedBlocks } from './blocks.ts';
import { BySize } from './by-size.ts';

export interface SavedAddressList { readonly blocks: SavedBlocks; readonly head: number; readonly rover: number }

/** Blocks and sizes in grains. */
export class AddressList {
  readonly blocks: Blocks;
  /** The same blocks, for who need not see the walk. */
  readonly tree: AddressTree;
  /** The same again, for best fit. */
  readonly bySize: BySize | undefined;
  head = -1;
  /** Where next fit goes on; a free block, or -1 for the list's head. */
  rover = -1;

  /** Where next fit's search begins; -1 if there is no free block. */
  get start(): number { return this.rover === -1 ? this.head : this.rover; }

  constructor(geometry: Geometry, bySize: boolean) {
    this.blocks = new Blocks(geometry);
    this.tree = new AddressTree(this.blocks);
    this.bySize = bySize ? new BySize(this.blocks, this.tree) : undefined;
  }

  /** Puts a block where its address belongs, behind the free block before it. Tags are written afterwards, as for all that changes here. */
  insert(block: number, size: number): void {
    const before = this.tree.before(block);
    const after = before === -1 ? this.head : this.blocks.next(before);
    this.#join(before, block);
    this.#join(block, after);
    this.tree.insert(block, size);
    this.bySize?.insert(block, size);
  }

  /** A free block of this size takes one's place between its neighbours. */
  replace(old: number, block: number, size: number): void {
    const before = this.blocks.size(old);
    this.tree.replace(old, before, block, size);
    this.bySize?.remove(old, before);
    this.bySize?.insert(block, size);
    if (old !== block) this.#inherit(old, block);
  }

  /** Takes a block out. A rover that stands on it goes to `heir`: it must never point into a block that is gone. */
  remove(block: number, heir = this.blocks.next(block)): void {
    const size = this.blocks.size(block);
    this.tree.remove(block, size);
    this.bySize?.remove(block, size);
    this.#join(this.blocks.previous(block), this.blocks.next(block));
    if (this.rover === block) this.rover = heir;
  }

  save(): SavedAddressList { return { blocks: this.blocks.save(), head: this.head, rover: this.rover }; }

  load({ blocks, head, rover }: SavedAddressList): void {
    this.blocks.load(blocks);
    this.head = head;
    this.rover = rover;
    this.tree.clear();
    this.bySize?.clear();
    for (let block = head; block !== -1; block = this.blocks.next(block)) {
      this.tree.insert(block, this.blocks.size(block));
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
