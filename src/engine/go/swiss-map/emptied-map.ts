import { drain, ProgramError, type Machine } from '../../machine.ts';
import { random } from '../../random.ts';
import { MapBytes, maxElemBytes } from './map-bytes.ts';
import { MapShape, noMap, type Growth, type SavedShape } from './map-shape.ts';

/** What the program does with a map; each operation ends with a collection. */
export type MapOp =
  | { readonly do: 'insert'; readonly entries: number }
  /** `delete` for each entry. */
  | { readonly do: 'delete' }
  /** `clear(m)`. */
  | { readonly do: 'clear' }
  /** `m = make(map[K]V)`. */
  | { readonly do: 'renew' };

/** What the two maps have of the heap after the collection, in bytes. */
export interface MapAnswer { readonly inSlots: number; readonly apart: number }

export type MapEvent =
  | Growth
  /** All entries went, the groups stayed. */
  | { readonly kind: 'emptied'; readonly entries: number; readonly groups: number }
  /** The variable has another map now. */
  | { readonly kind: 'renewed' }
  /** The collection freed so many bytes of each map. */
  | { readonly kind: 'collected'; readonly inSlots: number; readonly apart: number };

/** Of one map, in bytes: its head with directory and tables, each table's groups and how many of its slots are used, and elements that are objects of their own. */
export interface MapPicture {
  readonly elem: number;
  readonly head: number;
  readonly tables: readonly { readonly slots: number; readonly used: number; readonly bytes: number; readonly garbage: boolean }[];
  readonly elements: number;
  readonly garbage: number;
  readonly total: number;
}
export interface MapsPicture { readonly entries: number; readonly maps: readonly [inSlots: MapPicture, apart: MapPicture]; readonly event: MapEvent | undefined }

interface Saved { readonly shape: SavedShape; readonly old: SavedShape; readonly gone: number }

/** Bytes of the elements of the two maps: as many as a slot takes, and one more. */
export const elems = [maxElemBytes, maxElemBytes + 1] as const;
export const mostEntries = 20_000;

const layouts = [new MapBytes(elems[0]), new MapBytes(elems[1])] as const;

/** A map[int][128]byte and a map[int][129]byte with the same entries: both have the same tables. */
export class EmptiedMap implements Machine<MapOp, MapEvent, MapAnswer, MapsPicture, Saved> {
  #shape = new MapShape(noMap);
  /** A map that nobody has any more, and elements that went, until the collection. */
  #old = new MapShape(noMap);
  #gone = 0;
  #event: MapEvent | undefined;

  *run(op: MapOp): Generator<MapEvent, MapAnswer, void> {
    switch (op.do) {
      case 'insert': yield* this.#insert(op.entries); break;
      case 'delete': case 'clear': yield* this.#empty(); break;
      case 'renew': yield* this.#renew(); break;
    }
    yield* this.#collect();
    this.#event = undefined;
    const [inSlots, apart] = this.#totals();
    return { inSlots, apart };
  }

  apply(op: MapOp): MapAnswer { return drain(this.run(op)); }

  save(): Saved { return { shape: this.#shape.save(), old: this.#old.save(), gone: this.#gone }; }

  load({ shape, old, gone }: Saved): void {
    [this.#shape, this.#old, this.#gone, this.#event] = [new MapShape(shape), new MapShape(old), gone, undefined];
  }

  picture(): MapsPicture {
    return { entries: this.#shape.used, maps: [this.#pictureOf(0), this.#pictureOf(1)], event: this.#event };
  }

  *#insert(entries: number): Generator<MapEvent, void, void> {
    const used = this.#shape.used;
    if (used + entries > mostEntries) throw new ProgramError('many', 'too many entries', { line: 1 }, { most: mostEntries, used });
    for (let key = used; key < used + entries; key++) {
      for (const growth of this.#shape.insert(hashOf(key))) yield (this.#event = growth);
    }
  }

  *#empty(): Generator<MapEvent, void, void> {
    const entries = this.#shape.used;
    this.#gone += entries;
    this.#shape.empty();
    yield (this.#event = { kind: 'emptied', entries, groups: this.#shape.tables.reduce((sum, { capacity }) => sum + capacity / 8, 0) });
  }

  *#renew(): Generator<MapEvent, void, void> {
    this.#gone += this.#shape.used;
    this.#old = this.#shape;
    this.#shape = new MapShape(noMap);
    yield (this.#event = { kind: 'renewed' });
  }

  *#collect(): Generator<MapEvent, void, void> {
    const [inSlots, apart] = layouts.map((bytes) => bytesOf(this.#old, bytes) + this.#gone * bytes.element) as [number, number];
    this.#old = new MapShape(noMap);
    this.#gone = 0;
    if (inSlots + apart > 0) yield (this.#event = { kind: 'collected', inSlots, apart });
  }

  #totals(): readonly [number, number] {
    const total = (bytes: MapBytes): number => this.#head(bytes) + bytesOf(this.#shape, bytes) + this.#shape.used * bytes.element;
    return [total(layouts[0]), total(layouts[1])];
  }

  #head(bytes: MapBytes): number { return bytes.head(this.#shape.tables.length, this.#shape.directory); }

  #pictureOf(which: 0 | 1): MapPicture {
    const bytes = layouts[which];
    const tablesOf = (shape: MapShape, garbage: boolean): MapPicture['tables'] =>
      shape.tables.map((table) => ({ slots: table.capacity, used: table.hashes.length, bytes: bytes.groups(table), garbage }));
    return {
      elem: elems[which], head: this.#head(bytes), tables: [...tablesOf(this.#shape, false), ...tablesOf(this.#old, true)],
      elements: this.#shape.used * bytes.element, garbage: this.#gone * bytes.element, total: this.#totals()[which],
    };
  }
}

const bytesOf = ({ tables }: MapShape, bytes: MapBytes): number => tables.reduce((sum, table) => sum + bytes.groups(table), 0);

/** A hash of 32 bits; the real one is of 64 and seeded anew in every map. */
const hashOf = (key: number): number => random(key).int(2 ** 32);
