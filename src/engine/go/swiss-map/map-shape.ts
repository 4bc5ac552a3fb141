/** Slots of a group, and of the largest table (`abi.MapGroupSlots`, `maps.maxTableCapacity`). */
export const groupSlots = 8;
export const maxTableCapacity = 1024;

/** One table: the hashes of its entries, of 32 bits, and its slots. It serves the hashes that begin with the `depth` bits of `prefix`. */
export interface Table { readonly capacity: number; readonly depth: number; readonly prefix: number; readonly hashes: readonly number[] }

/** A map of up to one group has no table yet (`Map.dirLen == 0`); it is told as one table of one group. */
export interface SavedShape { readonly small: boolean; readonly tables: readonly Table[] }

export const noMap: SavedShape = { small: true, tables: [] };

export type Growth =
  /** The table has twice the slots (`table.grow`). */
  | { readonly kind: 'grew'; readonly from: number; readonly to: number }
  /** It became two of the most slots a table has; so many tables there are now (`table.split`). */
  | { readonly kind: 'split'; readonly tables: number };

/**
 * How many tables, groups and slots a Go map has (`internal/runtime/maps`, Go 1.24 and later). Not modelled are the slot an
 * entry lies in, and the tombstones that `delete` leaves in full groups: for their sake a table that was all but full may
 * grow when it is filled again.
 */
export class MapShape {
  #small: boolean;
  #tables: (Table & { readonly hashes: number[] })[];

  constructor({ small, tables }: SavedShape) {
    this.#small = small;
    this.#tables = tables.map(copyOf);
  }

  /** In the order of the hashes they serve. */
  get tables(): readonly Table[] { return this.#tables; }
  get isSmall(): boolean { return this.#small; }
  /** Entries of the directory: the deepest table has one to itself (`Map.globalDepth`). */
  get directory(): number { return this.#small ? 0 : 2 ** Math.max(...this.#tables.map(({ depth }) => depth)); }
  get used(): number { return this.#tables.reduce((sum, { hashes }) => sum + hashes.length, 0); }

  /** One more entry, and what grew for it (`Map.PutSlot`). */
  insert(hash: number): readonly Growth[] {
    const growth: Growth[] = [];
    if (this.#tables.length === 0) this.#tables = [{ capacity: groupSlots, depth: 0, prefix: 0, hashes: [] }];
    for (;;) {
      const at = this.#tables.findIndex(({ depth, prefix }) => firstBits(hash, depth) === prefix);
      const table = this.#tables[at]!;
      if (table.hashes.length < this.#most(table)) {
        table.hashes.push(hash);
        return growth;
      }
      growth.push(this.#grow(table, at));
    }
  }

  /** All entries go; the groups stay (`table.Delete`, `table.Clear`). */
  empty(): void { this.#tables = this.#tables.map((table) => ({ ...table, hashes: [] })); }

  save(): SavedShape { return { small: this.#small, tables: this.#tables.map(copyOf) }; }

  /** Entries a table takes before it grows: seven of eight slots; the one group of a small map takes eight (`table.maxGrowthLeft`). */
  #most({ capacity }: Table): number { return this.#small ? capacity : (capacity * 7) / 8; }

  #grow(table: Table, at: number): Growth {
    const to = 2 * table.capacity;
    this.#small = false;
    if (to <= maxTableCapacity) {
      this.#tables[at] = { ...copyOf(table), capacity: to };
      return { kind: 'grew', from: table.capacity, to };
    }
    this.#tables.splice(at, 1, half(table, 0), half(table, 1));
    return { kind: 'split', tables: this.#tables.length };
  }
}

const copyOf = (table: Table): Table & { readonly hashes: number[] } => ({ ...table, hashes: [...table.hashes] });

const firstBits = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));

function half(table: Table, bit: number): Table & { readonly hashes: number[] } {
  const [depth, prefix] = [table.depth + 1, 2 * table.prefix + bit];
  return { capacity: maxTableCapacity, depth, prefix, hashes: table.hashes.filter((hash) => firstBits(hash, depth) === prefix) };
}
