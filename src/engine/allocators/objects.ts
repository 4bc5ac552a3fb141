import { ProgramError } from '../machine.ts';
import { Words, type SavedWords } from './words.ts';

/** Ids a trace may use: below 16 Mi, as the C replayer's table. */
export const idLimit = 2 ** 24;

export interface SavedObjects {
  readonly table: SavedWords;
  readonly ids: number;
  readonly live: number;
  readonly peakLive: number;
}

/**
 * The pointers a program holds, by id (-1 and up), with the bytes it asked for.
 *
 * Two words an id: the address, and the size plus one, so that zero means the null pointer.
 * An id given twice forgets its first object, which stays live for ever: a leak, in C too.
 */
export class Objects {
  readonly #table = new Words(Float64Array);
  #ids = 0;
  /** Bytes asked for and not freed. */
  live = 0;
  peakLive = 0;

  has(id: number): boolean { return this.#table.get(2 * id + 3) !== 0; }

  addr(id: number): number { return this.#table.get(2 * id + 2); }

  put(id: number, size: number, addr: number | null): number | null {
    if (id >= this.#ids) this.#widen(id);
    this.#table.set(2 * id + 3, addr === null ? 0 : size + 1);
    if (addr === null) return null;
    this.#table.set(2 * id + 2, addr);
    this.live += size;
    if (this.live > this.peakLive) this.peakLive = this.live;
    return addr;
  }

  drop(id: number): void {
    this.live -= this.#table.get(2 * id + 3) - 1;
    this.#table.set(2 * id + 3, 0);
  }

  list(): { id: number; addr: number; size: number }[] {
    const found = [];
    for (let id = -1; id < this.#ids; id++) {
      if (this.has(id)) found.push({ id, addr: this.addr(id), size: this.#table.get(2 * id + 3) - 1 });
    }
    return found;
  }

  save(): SavedObjects {
    return { table: this.#table.save(), ids: this.#ids, live: this.live, peakLive: this.peakLive };
  }

  load({ table, ids, live, peakLive }: SavedObjects): void {
    this.#table.load(table);
    this.#ids = ids;
    this.live = live;
    this.peakLive = peakLive;
  }

  #widen(id: number): void {
    if (id >= idLimit) throw new ProgramError('id', `Ids end at ${idLimit - 1}; this is ${id}.`, { line: 1 }, { id, limit: idLimit });
    this.#ids = id + 1;
  }
}
