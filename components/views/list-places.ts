import type { LinkMark, ListRow } from '../../src/demos/scene.ts';

/** Pixels. Boxes begin behind the lists' names; a row of them is as wide as there is room for on the narrowest phone, in a frame there too. */
export const names = 80;
const widest = 217;
const perLetter = 6.6;
export const between = 6;
const line = { above: 13, box: 18, note: 12, gap: 4 };

export const boxHeight = line.box;

/** Where one box stands: the row's top line is `y`. */
export interface BoxPlace { readonly x: number; readonly y: number; readonly width: number; readonly last: boolean }

export interface RowPlace { readonly top: number; readonly boxes: ReadonlyMap<string, BoxPlace> }

/** Lists one below the other; a long one goes on in the next line. */
export function layOutLists(lists: readonly ListRow[], marks: readonly LinkMark[], from: number): { readonly rows: ReadonlyMap<string, RowPlace>; readonly height: number } {
  const rows = new Map<string, RowPlace>();
  let top = from;
  for (const { key, noted } of lists) {
    const own = marks.filter(({ list }) => list === key);
    const width = Math.max(24, ...own.map(({ label, note }) => Math.max(label.length, note.length) * perLetter + 6));
    const perLine = Math.max(1, Math.floor((widest + between) / (width + between)));
    const pitch = line.above + line.box + (noted ? line.note : 0) + line.gap;
    const placed = own.map(({ key: box }, i): [string, BoxPlace] => [box, {
      x: names + (i % perLine) * (width + between), y: top + line.above + Math.floor(i / perLine) * pitch, width, last: i === own.length - 1,
    }]);
    rows.set(key, { top, boxes: new Map(placed) });
    top += Math.max(1, Math.ceil(own.length / perLine)) * pitch;
  }
  return { rows, height: top };
}
