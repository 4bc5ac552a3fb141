/**
 * The least heap that serves every program: Robson's game (JACM 1971). A program may ask for and free blocks of given
 * sizes, never more than M live; how many words must an allocator have that chooses places with perfect foresight?
 */

/** Robson's answer for block sizes 1, 2, 4 … n: M lg(n)/2 + M - n + 1. */
export const robsonBound = (live: number, largest: number): number => (live * Math.log2(largest)) / 2 + live - largest + 1;

/** For each start, the size of the block there; 0 for none. */
type Layout = readonly number[];

/**
 * The least number of words by exhaustive search: from all layouts those are struck out in which some move of the
 * program leaves no safe answer, until no more falls. Tiny M only.
 */
export function leastHeap(live: number, sizes: readonly number[]): number {
  let words = live;
  while (!serves(live, sizes, words)) words++;
  return words;
}

function serves(live: number, sizes: readonly number[], words: number): boolean {
  const layouts = [...everyLayout(live, sizes, words)];
  const safe = new Set(layouts.map(String));
  const holds = (layout: Layout): boolean => frees(layout).every((next) => safe.has(String(next)))
    && sizes.every((size) => total(layout) + size > live || places(layout, size).some((next) => safe.has(String(next))));
  for (let before = -1; before !== safe.size;) {
    before = safe.size;
    for (const layout of layouts) if (safe.has(String(layout)) && !holds(layout)) safe.delete(String(layout));
  }
  return safe.has(String(new Array(words).fill(0)));
}

const total = (layout: Layout): number => layout.reduce((sum, size) => sum + size, 0);

const set = (layout: Layout, at: number, size: number): Layout => layout.map((old, index) => (index === at ? size : old));

const frees = (layout: Layout): Layout[] => layout.flatMap((size, at) => (size > 0 ? [set(layout, at, 0)] : []));

function places(layout: Layout, size: number): Layout[] {
  const found: Layout[] = [];
  let end = 0;
  for (let at = 0; at + size <= layout.length; at++) {
    end = Math.max(end, at + layout[at]!);
    if (end <= at && layout.slice(at, at + size).every((other) => other === 0)) found.push(set(layout, at, size));
  }
  return found;
}

function* everyLayout(live: number, sizes: readonly number[], words: number): Generator<Layout, void> {
  if (words <= 0) return yield [];
  for (const rest of everyLayout(live, sizes, words - 1)) yield [0, ...rest];
  for (const size of sizes) {
    if (size > words || size > live) continue;
    const tail = new Array<number>(size - 1).fill(0);
    for (const rest of everyLayout(live - size, sizes, words - size)) yield [size, ...tail, ...rest];
  }
}
