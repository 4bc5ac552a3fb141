import type { Cell, HeapEvent, HeapPicture } from '../engine/allocators/allocator.ts';
import type { HeapObject } from '../engine/allocators/named-heap.ts';
import { formatAddress } from '../i18n/quantity.ts';
import type { Meaning, StripMark } from './scene.ts';

/** What a cell of a heap is, in every figure that draws one. */
export const cellMeanings: { readonly [State in Cell['state']]: Meaning } = { live: 'live', free: 'free', cached: 'cached', top: 'top', meta: 'header' };

/** One allocator's heap at one moment. */
export interface StripHeap {
  readonly key: string;
  readonly heap: Pick<HeapPicture, 'cells'>;
  readonly objects: readonly HeapObject[];
  /** What happened at this moment: outlined are the blocks last served or given back, underlined those looked at. */
  readonly events?: readonly HeapEvent[] | undefined;
  /** A request, in bytes, that could not be served; drawn at its length, or as much as there is `room` for, from `at`, or where the largest hole begins. */
  readonly refused?: { readonly size: number; readonly at?: number; readonly room?: number } | undefined;
}

/** A cell in words: its meaning, the object in it if one is, its bytes and its first address. */
export type CellTitle = (meaning: Meaning, size: string, addr: string, name: string | undefined) => string;

/** The marks of one lane, from low to high addresses. */
export function stripMarks({ key, heap, objects, events = [], refused }: StripHeap, title: CellTitle): readonly StripMark[] {
  const sorted = [...objects].sort((a, b) => a.addr - b.addr);
  const looked = new Set(events.map((event) => (event.kind === 'look' ? event.addr : -1)));
  const touched = events.findLast(({ kind }) => kind !== 'look');
  const covered = refused && refused.at === undefined ? largestHole(heap) : undefined;
  const marks = heap.cells.map((cell): StripMark => {
    const object = cell.state === 'live' ? objectIn(sorted, cell) : undefined;
    return {
      key: `${key}/${cell.addr}`,
      addr: cell.addr,
      size: cell.size,
      meaning: cellMeanings[cell.state],
      asked: object && object.size < cell.size ? object : undefined,
      label: object?.name ?? (cell.state === 'free' && cell !== covered ? String(cell.size) : ''),
      title: title(cellMeanings[cell.state], String(cell.size), formatAddress(cell.addr), object?.name),
      held: looked.has(cell.addr),
      now: touched !== undefined && 'addr' in touched && touched.addr === cell.addr,
    };
  });
  return refused === undefined ? marks : [...marks, refusedMark(key, heap, refused, title)];
}

/** The object whose first byte lies in a cell; of objects in order of address. */
function objectIn(sorted: readonly HeapObject[], { addr, size }: Cell): { readonly addr: number; readonly size: number; readonly name: string } | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.addr < addr) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found && found.addr < addr + size ? found : undefined;
}

/** The largest stretch nobody uses; the lowest of equals. */
export const largestHole = ({ cells }: Pick<HeapPicture, 'cells'>): Cell | undefined => cells
  .filter(({ state }) => state === 'free' || state === 'top')
  .reduce<Cell | undefined>((best, cell) => (best && best.size >= cell.size ? best : cell), undefined);

function refusedMark(key: string, heap: Pick<HeapPicture, 'cells'>, { size, at, room = Infinity }: NonNullable<StripHeap['refused']>, title: CellTitle): StripMark {
  const last = heap.cells.at(-1);
  const end = last ? last.addr + last.size : 0;
  const addr = at ?? Math.max(0, Math.min(largestHole(heap)?.addr ?? 0, end - size));
  return {
    key: `${key}/refused`, addr, size: Math.min(size, at === undefined ? end - addr : room), meaning: 'refused', label: String(size),
    title: title('refused', String(size), formatAddress(addr), undefined), held: false, now: false,
  };
}
