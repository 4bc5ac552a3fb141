import { maxTinySize } from './request.ts';

/** Where a tiny object went: which 16-byte block, and how far into it. `fresh` when the block is new. */
export interface Placed { readonly block: number; readonly offset: number; readonly fresh: boolean }

/** Bytes that an object of this size is aligned to: as if it were the largest number that its size is a multiple of. */
const alignment = (size: number): number => (size % 8 === 0 ? 8 : size % 4 === 0 ? 4 : size % 2 === 0 ? 2 : 1);

/** The current block, if any, and its bytes used. */
export interface SavedTiny { readonly block?: number; readonly offset: number }

/** The tiny allocator of one P: objects without pointers below 16 bytes share blocks (`malloc.go:mallocgcTiny`, Go 1.27). */
export class Tiny {
  #block: number | undefined;
  #offset = 0;
  readonly #newBlock: () => number;

  /** `newBlock` takes a slot of 16 bytes and says where it is. */
  constructor(newBlock: () => number) {
    this.#newBlock = newBlock;
  }

  /** Places an object of 1 to 15 bytes. */
  place(size: number): Placed {
    const align = alignment(size);
    const offset = Math.ceil(this.#offset / align) * align;
    if (this.#block !== undefined && offset + size <= maxTinySize) {
      this.#offset = offset + size;
      return { block: this.#block, offset, fresh: false };
    }
    return { block: this.#open(size), offset: 0, fresh: true };
  }

  /** Forgets the block, as each collection and each ReadMemStats does (`mcache.go:releaseAll`). */
  release(): void {
    this.#block = undefined;
    this.#offset = 0;
  }

  /** The current block. */
  get block(): number | undefined { return this.#block; }

  save(): SavedTiny { return { ...(this.#block !== undefined && { block: this.#block }), offset: this.#offset }; }

  load({ block, offset }: SavedTiny): void {
    this.#block = block;
    this.#offset = offset;
  }

  /** A new block becomes the current one only when it has more room left than the old. */
  #open(size: number): number {
    const block = this.#newBlock();
    if (this.#block === undefined || size < this.#offset) {
      this.#block = block;
      this.#offset = size;
    }
    return block;
  }
}
