import { black, grey, nil, registersOf, white, type Layout, type World } from './world.ts';

/**
 * What a world between two scans may or may not keep (Jones, Hosking, Moss: The Garbage Collection Handbook, 15.1).
 * Strong: nothing black points to anything white. Weak: if it does, a grey object still leads there through white ones.
 * Each for black objects and for stacks already scanned.
 */
export interface Kept { readonly strongHeap: boolean; readonly strongStack: boolean; readonly weakHeap: boolean; readonly weakStack: boolean }

export function invariantsKept(layout: Layout, world: World): Kept {
  const fromHeap = whiteTargetsOfHeap(layout, world);
  const fromStacks = whiteTargetsOfStacks(layout, world);
  if (fromHeap.length === 0 && fromStacks.length === 0) return { strongHeap: true, strongStack: true, weakHeap: true, weakStack: true };
  const found = protectedBy(layout, world);
  return {
    strongHeap: fromHeap.length === 0,
    strongStack: fromStacks.length === 0,
    weakHeap: fromHeap.every((object) => found[object]),
    weakStack: fromStacks.every((object) => found[object]),
  };
}

const isWhite = ({ colors }: Layout, world: World, object: number): boolean => object !== nil && world[colors + object] === white;

function whiteTargetsOfHeap(layout: Layout, world: World): number[] {
  const targets: number[] = [];
  for (let object = 0; object < layout.objects; object++) {
    if (world[layout.colors + object] !== black) continue;
    for (const target of fieldsOf(layout, world, object)) if (isWhite(layout, world, target)) targets.push(target);
  }
  return targets;
}

function whiteTargetsOfStacks(layout: Layout, world: World): number[] {
  const targets: number[] = [];
  for (let mutator = 0; mutator < layout.shape.mutators; mutator++) {
    if (world[layout.scanned + mutator] === 0) continue;
    for (const target of registersOf(layout, world, mutator)) if (isWhite(layout, world, target)) targets.push(target);
  }
  return targets;
}

/** White objects that a grey one, or a stack not yet scanned, leads to through white ones only. */
function protectedBy(layout: Layout, world: World): boolean[] {
  const found = new Array<boolean>(layout.objects).fill(false);
  const pending: number[] = [];
  for (let object = 0; object < layout.objects; object++) if (world[layout.colors + object] === grey) pending.push(...fieldsOf(layout, world, object));
  for (let mutator = 0; mutator < layout.shape.mutators; mutator++) if (world[layout.scanned + mutator] === 0) pending.push(...registersOf(layout, world, mutator));
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (!isWhite(layout, world, object) || found[object]) continue;
    found[object] = true;
    pending.push(...fieldsOf(layout, world, object));
  }
  return found;
}

const fieldsOf = ({ firstField }: Layout, world: World, object: number): Int8Array => world.subarray(firstField[object], firstField[object + 1]);
