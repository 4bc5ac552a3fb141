import { requestOf, slotSize } from '../request.ts';
import { groupSlots, type Table } from './map-shape.ts';

/** Bytes of a map's own parts on 64 bits (`maps.Map`, `maps.table`, one pointer of its directory). */
const own = { map: 48, table: 32, pointer: 8, control: 8 };

/** The largest element kept in its slot; of a larger one the slot holds a pointer (`abi.MapMaxElemBytes`). */
export const maxElemBytes = 128;

/** What a map with int keys and elements without pointers takes of the heap: bytes of slots and spans, not of what was asked for. */
export class MapBytes {
  /** Bytes of an element that is an object of its own; 0 where it lies in its slot. */
  readonly element: number;
  readonly #group: number;
  readonly #pointers: boolean;

  constructor(elemBytes: number) {
    this.#pointers = elemBytes > maxElemBytes;
    this.element = this.#pointers ? heapBytes(elemBytes, false) : 0;
    this.#group = own.control + groupSlots * (8 + (this.#pointers ? own.pointer : Math.ceil(elemBytes / 8) * 8));
  }

  /** The groups of a table, which are one array. */
  groups({ capacity }: Pick<Table, 'capacity'>): number { return heapBytes((capacity / groupSlots) * this.#group, this.#pointers); }

  /** The map, its directory and its tables, without groups and elements. */
  head(tables: number, directory: number): number {
    return heapBytes(own.map, true) + (directory === 0 ? 0 : tables * heapBytes(own.table, true) + heapBytes(directory * own.pointer, true));
  }
}

function heapBytes(size: number, pointers: boolean): number { return slotSize(requestOf(size, pointers)); }
