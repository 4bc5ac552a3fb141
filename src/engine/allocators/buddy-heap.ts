import { Buddy } from './buddy.ts';
import { CloseUp, type SavedCloseUp } from './close-up.ts';
import type { Answer } from './allocator.ts';
import type { NamedOp } from './named-heap.ts';

/** What freeing finds at the buddy's address: a free block of the same order, one in use, smaller blocks, or the heap's end. */
export type BuddyState = 'free' | 'used' | 'split' | 'none';

/** Addresses and sizes in bytes. */
export type BuddyEvent =
  /** A free block of this size is the smallest that will do. */
  | { readonly kind: 'take'; readonly addr: number; readonly size: number }
  /** It falls into two halves of `size`, of which the lower goes on. */
  | { readonly kind: 'split'; readonly addr: number; readonly size: number }
  | { readonly kind: 'place'; readonly addr: number; readonly size: number; readonly asked: number }
  | { readonly kind: 'none'; readonly size: number; readonly asked: number; readonly free: number }
  | { readonly kind: 'ask'; readonly addr: number; readonly buddy: number; readonly size: number; readonly state: BuddyState }
  /** Two buddies are one block of `size` at `addr`. */
  | { readonly kind: 'merge'; readonly addr: number; readonly size: number }
  | { readonly kind: 'put'; readonly addr: number; readonly size: number };

/** `name` and `asked` (bytes) while a program holds it. */
export interface BuddyBlock { readonly addr: number; readonly size: number; readonly free: boolean; readonly name?: string; readonly asked?: number }

/** Sums over all requests served so far. */
export interface BuddySums { readonly requests: number; readonly asked: number; readonly taken: number; readonly ratios: number }

export interface BuddyPicture { readonly heap: number; readonly least: number; readonly blocks: readonly BuddyBlock[]; readonly sums: BuddySums }

interface SavedBuddyHeap extends SavedCloseUp { readonly sums: BuddySums }

/** A bounded heap of binary buddies, every split and every question to a buddy a moment of its own. */
export class BuddyHeap extends CloseUp<BuddyEvent, BuddyPicture> {
  protected readonly heap: Buddy;
  readonly #bytes: number;
  readonly #least: number;
  #sums: BuddySums = { requests: 0, asked: 0, taken: 0, ratios: 0 };
  #tell: ((event: BuddyEvent) => void) | undefined;

  /** Bytes of the heap and of its least block, both powers of two. */
  constructor({ heap, least }: { readonly heap: number; readonly least: number }) {
    super();
    this.#bytes = heap;
    this.#least = least;
    this.heap = new Buddy({ heap, least, choice: 'lowest' });
  }

  override apply(op: NamedOp): Answer {
    const answer = super.apply(op);
    if (op.do !== 'free') this.#count(op.size, answer);
    return answer;
  }

  override save(): SavedBuddyHeap { return { ...super.save(), sums: this.#sums }; }

  override load(saved: SavedBuddyHeap): void {
    super.load(saved);
    this.#sums = saved.sums;
  }

  protected watch(tell: ((event: BuddyEvent) => void) | undefined): void {
    const least = this.#least;
    const bytes = (order: number): number => 2 ** order * least;
    this.#tell = tell;
    this.heap.tellStep = tell && {
      take: (addr, order) => { tell({ kind: 'take', addr: addr * least, size: bytes(order) }); },
      split: (addr, order) => { tell({ kind: 'split', addr: addr * least, size: bytes(order) }); },
      ask: (addr, buddy, order) => { tell({ kind: 'ask', addr: addr * least, buddy: buddy * least, size: bytes(order), state: this.#stateOf(buddy, order) }); },
      coalesce: (addr, order) => { tell({ kind: 'merge', addr: addr * least, size: bytes(order) }); },
      put: (addr, order) => { tell({ kind: 'put', addr: addr * least, size: bytes(order) }); },
    };
  }

  protected look(): BuddyPicture {
    const objects = this.objects();
    const blocks = [...this.heap.system.blocks(this.#bytes / this.#least)].map(({ addr, order, free }): BuddyBlock => {
      const [start, size] = [addr * this.#least, 2 ** order * this.#least];
      const object = free ? undefined : objects.get(start);
      return { addr: start, size, free, ...(object && size === this.#blockFor(object.size) && { name: object.name, asked: object.size }) };
    });
    return { heap: this.#bytes, least: this.#least, blocks, sums: this.#sums };
  }

  /** A request has been served, or not. */
  #count(asked: number, answer: Answer): void {
    if (answer === null) {
      const free = this.look().blocks.reduce((sum, block) => (block.free ? sum + block.size : sum), 0);
      this.#tell?.({ kind: 'none', size: this.#blockFor(asked), asked, free });
      return;
    }
    const size = this.heap.blockSize(answer);
    const { requests, taken, ratios, asked: before } = this.#sums;
    this.#sums = { requests: requests + 1, asked: before + asked, taken: taken + size, ratios: ratios + (asked === 0 ? 0 : size / asked) };
    this.#tell?.({ kind: 'place', addr: answer, size, asked });
  }

  #blockFor(asked: number): number { return this.#least * 2 ** Math.max(0, Math.ceil(Math.log2(asked / this.#least))); }

  #stateOf(buddy: number, order: number): BuddyState {
    if (buddy * this.#least >= this.#bytes) return 'none';
    if (this.heap.system.orderAt(buddy) !== order) return 'split';
    return this.heap.system.isFree(buddy) ? 'free' : 'used';
  }
}
