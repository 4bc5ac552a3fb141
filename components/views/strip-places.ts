import type { StripLane } from '../../src/demos/scene.ts';

/** Heights in pixels. */
const head = 20;
const note = 16;
const address = 15;
const row = 18;
const pointer = 16;
const gap = 8;
const closeGap = 3;
const betweenLanes = 10;

export const percent = (share: number): string => `${Number((share * 100).toFixed(4))}%`;

/** A stretch of one row; shares of the row's width. */
export interface Part { readonly row: number; readonly from: number; readonly share: number }

/** The rows a stretch of bytes reaches into. */
export function partsOf(addr: number, size: number, perRow: number): readonly Part[] {
  const parts: Part[] = [];
  for (let at = addr; at < addr + size;) {
    const index = Math.floor(at / perRow);
    const end = Math.min(addr + size, (index + 1) * perRow);
    parts.push({ row: index, from: at / perRow - index, share: (end - at) / perRow });
    at = end;
  }
  return parts.length > 0 ? parts : [{ row: Math.floor(addr / perRow), from: (addr % perRow) / perRow, share: 0 }];
}

/** Where a lane is drawn: tops in pixels, the distance from row to row. */
export interface Place {
  readonly top: number;
  readonly rowsTop: number;
  readonly pitch: number;
  readonly perRow: number;
  /** The row and share of it at an address; the very end of the lane is the end of its last row. */
  where(addr: number): { readonly row: number; readonly from: number };
}

export function layOut(lanes: readonly StripLane[]): { readonly places: ReadonlyMap<string, Place>; readonly height: number } {
  const places = new Map<string, Place>();
  let top = 2;
  for (const lane of lanes) {
    const pitch = (lane.ruler ? address : 0) + row + (lane.close ? closeGap : gap) + (lane.pointers ? pointer - gap / 2 : 0);
    const rowsTop = top + head + (lane.note === undefined ? 0 : note) + (lane.ruler ? address : 0);
    places.set(lane.key, { top, rowsTop, pitch, perRow: lane.perRow, where: (addr) => placeIn(lane, addr) });
    top = rowsTop + rowsOf(lane) * pitch - (lane.ruler ? address : 0) + betweenLanes;
  }
  return { places, height: top };
}

const rowsOf = ({ size, perRow }: StripLane): number => Math.max(1, Math.ceil(size / perRow));

function placeIn(lane: StripLane, addr: number): { readonly row: number; readonly from: number } {
  const index = Math.min(rowsOf(lane) - 1, Math.floor(addr / lane.perRow));
  return { row: index, from: addr / lane.perRow - index };
}

/** An address above a row: the digits all rows share, and the rest. A minor one needs room. */
export interface Tick { readonly row: number; readonly from: number; readonly high: string; readonly low: string; readonly minor: boolean }

const quarters = [0, 0.25, 0.5, 0.75];

/** Addresses at the quarters of every row, all of one width; a row longer than its lane counts as long as that. */
export function ticksOf({ base, size, perRow }: StripLane): readonly Tick[] {
  const width = Math.max(4, (base + size - 1).toString(16).length);
  const digits = (addr: number): string => addr.toString(16).padStart(width, '0');
  const common = shared(digits(base), digits(base + size - 1));
  const step = Math.min(size, perRow) / perRow;
  return Array.from({ length: Math.max(1, Math.ceil(size / perRow)) }, (_, index) => quarters
    .map((quarter) => quarter * step)
    .filter((from) => from === 0 || (index + from) * perRow < size)
    .map((from): Tick => {
      const text = digits(base + Math.round((index + from) * perRow));
      return { row: index, from, high: text.slice(0, common), low: text.slice(common), minor: from !== 0 && from !== step / 2 };
    })).flat();
}

function shared(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return Math.min(same, one.length - 1);
}

/** Widths of drawings, in pixels, at which views.css begins to show labels. */
const widths = [300, 400, 520, 680, 860, 1040] as const;
const perLetter = 6.5;

/** The class of a label that needs so much of the drawing's width; none of it shows where it would not fit. */
export function fitClass(label: string, share: number): string {
  const needed = (label.length * perLetter + 5) / share;
  const width = widths.find((one) => one >= needed);
  return width === undefined ? 'fits-nowhere' : `fits-${width}`;
}
