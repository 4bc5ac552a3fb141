/** A heap as a view draws it, whoever the allocator. */

/** A stretch of heap. `addr` is its key; `list` where a block that is not live waits. */
export interface Cell {
  readonly addr: number;
  readonly size: number;
  readonly state: 'live' | 'free' | 'cached' | 'top' | 'meta';
  readonly list?: string;
}

/** A list in which blocks wait, from its head. */
export interface BlockList {
  /** The allocator's name for it; lists of one name differ in size. */
  readonly name: string;
  /** Bytes of its blocks, of the smallest where they differ; 0 where there is no such rule. */
  readonly size: number;
  readonly blocks: readonly { readonly addr: number; readonly size: number }[];
  /** From which end the next block is taken. */
  readonly takes: 'head' | 'tail';
  /** How many it holds at most. */
  readonly limit?: number;
}

export interface HeapPicture {
  /** Bytes between the heap's start and its end. */
  readonly heap: number;
  /** From low to high, without gaps: all of the heap. */
  readonly cells: readonly Cell[];
  /** Blocks mapped on their own, keyed by their answers. */
  readonly mapped: readonly Cell[];
  /** Next fit: the free block at which the next search begins, if there is one. */
  readonly rover?: number;
}
