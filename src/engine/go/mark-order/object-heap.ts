import { random } from '../../random.ts';

/** Objects of one size in pages, what each points to, and what the roots point to; all by index. */
export interface ObjectHeap { readonly perPage: number; readonly points: readonly (readonly number[])[]; readonly roots: readonly number[] }

export const shapes = ['random', 'shuffled', 'tree', 'list'] as const;
export type Shape = (typeof shapes)[number];

/** Objects of 512 bytes with pointers in a page that also holds their marks and pointer bits (`mgcmark_greenteagc.go`, Go 1.27). */
export const perPage = 15;

/** A heap of so many full pages in one of the shapes; objects lie in the order in which they were made. */
export function heapOf(shape: Shape, pages: number, seed: number, each: number = perPage): ObjectHeap {
  const count = pages * each;
  const chance = random(seed);
  switch (shape) {
    case 'random': return { perPage: each, roots: [0], points: connected(count, chance) };
    case 'shuffled': return { perPage: each, roots: shuffled(count, chance), points: Array.from({ length: count }, () => []) };
    case 'tree': return { perPage: each, roots: [0], points: treeOf(count) };
    // The newest is the first: `list = &node{next: list}`.
    case 'list': return { perPage: each, roots: [count - 1], points: Array.from({ length: count }, (_, i) => (i === 0 ? [] : [i - 1])) };
  }
}

type Chance = ReturnType<typeof random>;

function shuffled(count: number, chance: Chance): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = chance.int(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Each object is pointed to by one anywhere that is reached before it, and points to one more by chance. */
function connected(count: number, chance: Chance): readonly (readonly number[])[] {
  const points: number[][] = Array.from({ length: count }, () => []);
  const order = [0, ...shuffled(count - 1, chance).map((i) => i + 1)];
  for (const [reached, object] of order.entries()) {
    if (reached > 0) points[order[Math.floor((reached - 1) / 2)]!]!.push(object);
    points[object]!.push(chance.int(count));
  }
  return points;
}

/** A balanced binary tree as a recursive function makes it: each parent before its children, the left half before the right. */
function treeOf(count: number): readonly (readonly number[])[] {
  const points: number[][] = Array.from({ length: count }, () => []);
  const build = (from: number, to: number): void => {
    const half = Math.ceil((to - from - 1) / 2);
    for (const [first, last] of [[from + 1, from + 1 + half], [from + 1 + half, to]] as const) {
      if (first >= last) continue;
      points[from]!.push(first);
      build(first, last);
    }
  };
  build(0, count);
  return points;
}
