import { Words, type SavedWords } from '../../allocators/words.ts';

/** An object held: its address, its bytes, and whether it may hold pointers. */
export interface Held { readonly addr: number; readonly size: number; readonly pointers: boolean }

/** Slots from 0 to here lie in pages of words, others in a map. */
const mostDense = 2 ** 20;

/** `end` is behind the last slot of the words. */
export interface SavedSlots { readonly words: SavedWords; readonly end: number; readonly sparse: readonly (readonly [slot: number, held: Held])[] }

export const noSlots: SavedSlots = { words: [], end: 0, sparse: [] };

/** What the program holds, by slot. Two words each: the address; and twice the size, plus one where there may be pointers, 0 where nothing is held. */
export class Slots {
  readonly #words = new Words(Float64Array);
  readonly #sparse: Map<number, Held>;
  #end: number;

  constructor({ words, end, sparse }: SavedSlots) {
    this.#words.load(words);
    this.#end = end;
    this.#sparse = new Map(sparse);
  }

  get(slot: number): Held | undefined {
    if (!isDense(slot)) return this.#sparse.get(slot);
    const what = this.#words.get(2 * slot + 1);
    return what === 0 ? undefined : { addr: this.#words.get(2 * slot), size: Math.floor(what / 2), pointers: what % 2 === 1 };
  }

  hold(slot: number, addr: number, size: number, pointers: boolean): void {
    if (!isDense(slot)) {
      this.#sparse.set(slot, { addr, size, pointers });
      return;
    }
    if (slot >= this.#end) this.#end = slot + 1;
    this.#words.set(2 * slot, addr);
    this.#words.set(2 * slot + 1, 2 * size + (pointers ? 1 : 0));
  }

  drop(slot: number): void {
    if (!isDense(slot)) this.#sparse.delete(slot);
    else if (slot < this.#end) this.#words.set(2 * slot + 1, 0);
  }

  /** The address of every object held. */
  *addresses(): Generator<number> {
    for (let slot = 0; slot < this.#end; slot++) if (this.#words.get(2 * slot + 1) !== 0) yield this.#words.get(2 * slot);
    for (const { addr } of this.#sparse.values()) yield addr;
  }

  /** Every object held, in ascending order of slots. */
  list(): readonly (readonly [slot: number, held: Held])[] {
    const dense = Array.from({ length: this.#end }, (_, slot) => [slot, this.get(slot)] as const).filter((each): each is [number, Held] => each[1] !== undefined);
    return [...dense, ...this.#sparse].sort(([a], [b]) => a - b);
  }

  save(): SavedSlots { return { words: this.#words.save(), end: this.#end, sparse: [...this.#sparse] }; }
}

const isDense = (slot: number): boolean => slot >= 0 && slot < mostDense;
