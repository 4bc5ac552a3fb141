import { pageSize } from '../size-classes.ts';
import type { Geometry } from './geometry.ts';

/** Of each arena, by number, how many bytes from its beginning may have been written to. */
export type SavedZeroed = readonly { readonly arena: number; readonly zeroedBase: number }[];

/** Which pages were never used, and so hold zeroes: those above a mark in each arena that only rises (`mheap.go:allocNeedsZero`, `heapArena.zeroedBase`, Go 1.27). */
export class ZeroedArenas {
  readonly #arenaBytes: number;
  readonly #bases: Map<number, number>;

  constructor({ arenaBytes }: Geometry, saved: SavedZeroed) {
    this.#arenaBytes = arenaBytes;
    this.#bases = new Map(saved.map(({ arena, zeroedBase }) => [arena, zeroedBase]));
  }

  /** Pages are used from now on. Whether any of them may have been before. */
  use(page: number, npages: number): boolean {
    let needzero = false;
    const end = (page + npages) * pageSize;
    for (let at = page * pageSize; at < end;) {
      const [arena, from] = [Math.floor(at / this.#arenaBytes), at % this.#arenaBytes];
      const to = Math.min(from + end - at, this.#arenaBytes);
      const base = this.#bases.get(arena) ?? 0;
      if (from < base) needzero = true;
      if (to > base) this.#bases.set(arena, to);
      at += to - from;
    }
    return needzero;
  }

  save(): SavedZeroed { return Array.from(this.#bases, ([arena, zeroedBase]) => ({ arena, zeroedBase })).sort((a, b) => a.arena - b.arena); }
}
