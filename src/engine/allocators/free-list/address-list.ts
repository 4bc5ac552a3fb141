/** The free blocks as a list from low to high addresses, and next fit's rover in it. -1 is no block. */
import { AddressTree } from './address-tree.ts';
import { Blocks, type Geometry, type SavedBlocks } from './blocks.ts';
import { BySize } from './by-size.ts';

export interface SavedAddressList { readonly blocks: SavedBlocks; readonly rover: number }

/**
 * A textbook links each free block to the next. Here a bit for each says the same, so that one can come and go without
 * a search for its neighbours in the list. Blocks and sizes in grains.
 */
export class AddressList {
  readonly blocks: Blocks;
  readonly tree: AddressTree;
  /** The same blocks again, for best and worst fit. */
  readonly bySize: BySize | undefined;
  /** Where next fit goes on; a free block, or -1 for the list's head. */
  rover = -1;

  constructor(geometry: Geometry, bySize: boolean) {
    this.blocks = new Blocks(geometry);
    this.tree = new AddressTree(this.blocks);
    this.bySize = bySize ? new BySize(this.blocks, this.tree) : undefined;
  }

  get head(): number { return this.tree.first(1); }
  /** Where next fit's search begins; -1 if there is no free block. */
  get start(): number { return this.rover === -1 ? this.head : this.rover; }

  /** The free block behind this one, which may be gone. */
  next(block: number): number { return this.tree.firstFrom(block + 1, 1); }

  /** Puts a block where its address belongs. Tags are written afterwards, as for all that changes here. */
  insert(block: number, size: number): void {
    this.tree.insert(block, size);
    this.bySize?.insert(block, size);
  }

  /** A free block of this size takes one's place between its neighbours. */
  replace(old: number, block: number, size: number): void {
    this.tree.replace(old, block, size);
    this.bySize?.remove(old, this.blocks.size(old));
    this.bySize?.insert(block, size);
    if (this.rover === old) this.rover = block;
  }

  /** Takes a block out. A rover that stands on it goes to `heir`, or to the next: it must never point into a block that is gone. */
  remove(block: number, heir?: number): void {
    this.tree.remove(block);
    this.bySize?.remove(block, this.blocks.size(block));
    if (this.rover === block) this.rover = heir ?? this.next(block);
  }

  save(): SavedAddressList { return { blocks: this.blocks.save(), rover: this.rover }; }

  /** Which blocks are free, the tags below `top` say. */
  load({ blocks, rover }: SavedAddressList, top: number): void {
    this.blocks.load(blocks);
    this.rover = rover;
    this.tree.clear();
    this.bySize?.clear();
    for (let block = 0; block < top; block += this.blocks.size(block)) {
      if (this.blocks.isFree(block)) this.insert(block, this.blocks.size(block));
    }
  }
}
