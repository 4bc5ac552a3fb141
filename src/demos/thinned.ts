/** x and y of a line, in the values of its axes. */
export type Point = readonly [x: number, y: number];

/** A stretch of an axis. */
export interface Stretch { readonly from: number; readonly to: number }

/** What a chart can show: `columns` columns of an axis from 0 to `most`. */
export interface Room { readonly most: number; readonly columns: number }

/**
 * Lines over the same items, whose x rises, as far as their chart can show them: of each column the first, lowest, highest
 * and last point, in their order. Drawn column by column that is the whole line (M4: Jugel, Jerzak, Hackenbroich and Markl,
 * “M4: A Visualization-Oriented Time Series Data Aggregation”, PVLDB 7(10), 2014). Where y is not finite there is no line.
 */
export function thinner<Item>(items: readonly Item[], x: (item: Item) => number, room: Room): (y: (item: Item) => number) => readonly Point[] {
  const starts = items.length > 4 * room.columns ? columnStarts(items.map(x), room) : [...items.keys()];
  return (y) => starts.flatMap((from, column) => telling(items, from, starts[column + 1] ?? items.length, y)).map((i) => [x(items[i]!), y(items[i]!)]);
}

/** Where among rising x each column begins that has any. */
function columnStarts(xs: readonly number[], { most, columns }: Room): readonly number[] {
  const columnOf = (x: number): number => Math.floor((x / most) * columns);
  const starts: number[] = [];
  let last = -1;
  xs.forEach((x, i) => {
    const column = columnOf(x);
    if (column !== last) starts.push(i);
    last = column;
  });
  return starts;
}

/** The first, lowest, highest and last of some items that have a y, each once. */
function telling<Item>(items: readonly Item[], from: number, to: number, y: (item: Item) => number): readonly number[] {
  let first = -1, low = -1, high = -1, last = -1;
  let [least, most] = [Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const value = y(items[i]!);
    if (!Number.isFinite(value)) continue;
    if (first < 0) first = i;
    if (value < least) [least, low] = [value, i];
    if (value > most) [most, high] = [value, i];
    last = i;
  }
  return first < 0 ? [] : [...new Set([first, low, high, last])].sort((a, b) => a - b);
}

/** Stretches of which none follows another within less than a column: those a chart cannot show apart are one. They come in order. */
export function joined(stretches: readonly Stretch[], { most, columns }: Room): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const { from, to } of stretches) {
    const before = apart.at(-1);
    if (before && from - before.to < most / columns) apart[apart.length - 1] = { from: before.from, to };
    else apart.push({ from, to });
  }
  return apart;
}
