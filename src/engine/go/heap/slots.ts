/** An object held: its address, its bytes, and whether it may hold pointers. */
export interface Held { readonly addr: number; readonly size: number; readonly pointers: boolean }

type Writable = { -readonly [Field in keyof Held]: Held[Field] };
export type SavedSlots = readonly (readonly [slot: number, held: Held])[];

/** Slots from 0 to here lie in an array, others in a map. */
const mostDense = 2 ** 20;

/** What the program holds, by slot. Written to with every allocation: a slot that held something is written over. */
export class Slots {
  readonly #dense: (Writable | undefined)[] = [];
  readonly #sparse = new Map<number, Writable>();

  constructor(saved: SavedSlots) {
    for (const [slot, { addr, size, pointers }] of saved) this.hold(slot, addr, size, pointers);
  }

  get(slot: number): Held | undefined { return isDense(slot) ? this.#dense[slot] : this.#sparse.get(slot); }

  hold(slot: number, addr: number, size: number, pointers: boolean): void {
    const held = isDense(slot) ? this.#dense[slot] : this.#sparse.get(slot);
    if (held) {
      held.addr = addr;
      held.size = size;
      held.pointers = pointers;
    } else this.#put(slot, { addr, size, pointers });
  }

  drop(slot: number): void {
    if (!isDense(slot)) this.#sparse.delete(slot);
    else if (slot < this.#dense.length) this.#dense[slot] = undefined;
  }

  /** The address of every object held. */
  *addresses(): Generator<number> {
    for (const held of this.#dense) if (held) yield held.addr;
    for (const { addr } of this.#sparse.values()) yield addr;
  }

  /** In ascending order of slots. */
  save(): SavedSlots {
    const dense = this.#dense.flatMap((held, slot) => (held ? [[slot, { ...held }] as const] : []));
    const sparse = Array.from(this.#sparse, ([slot, held]) => [slot, { ...held }] as const);
    return [...dense, ...sparse].sort(([a], [b]) => a - b);
  }

  #put(slot: number, held: Writable): void {
    if (!isDense(slot)) {
      this.#sparse.set(slot, held);
      return;
    }
    while (this.#dense.length < slot) this.#dense.push(undefined);
    this.#dense[slot] = held;
  }
}

const isDense = (slot: number): boolean => slot >= 0 && slot < mostDense;
