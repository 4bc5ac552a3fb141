import { minSizeForMallocHeader } from '../request.ts';
import { GreyObjects } from './grey-objects.ts';
import type { MCache } from './mcache.ts';
import type { MHeap } from './mheap.ts';
import type { Objects } from './objects.ts';

/** What a collection found live: slots of spans, and their bytes. */
export interface Marked { readonly objects: number; readonly bytes: number }

/** Marks what can be reached from the tiny blocks, from the runtime itself, from the slots, and from objects that no slot holds yet (`mgcmark.go:gcMarkTinyAllocs`, `gcDrain`). */
export function mark(heap: MHeap, ps: readonly MCache[], objects: Objects, fresh: readonly number[]): void {
  for (const span of heap.spans) span.clearMarks();
  const grey = new GreyObjects(heap);
  for (const { tinyBlock } of ps) if (tinyBlock !== undefined) grey.mark(tinyBlock);
  const [found, behind] = heldBy(heap);
  for (const addr of found) grey.mark(addr);
  for (const addr of objects.slots.addresses()) grey.mark(addr);
  for (const addr of fresh) grey.mark(addr);
  for (let black = grey.blacken(); black; black = grey.blacken()) {
    for (const addr of black) for (const to of objects.pointersOf(addr)) grey.mark(to);
  }
  for (const addr of behind) grey.mark(addr);
}

/** What the runtime itself holds; and the structures of Ps (`proc.go:allp`), its only objects that wait in buffers for long: they are found through a small one, when that is scanned at last. */
function heldBy(heap: MHeap): [found: number[], behind: number[]] {
  const isBehind = (addr: number): boolean => {
    const { elemsize, noscan } = heap.spanOf(addr);
    return !noscan && elemsize > minSizeForMallocHeader;
  };
  const held = [...heap.held];
  return [held.filter((addr) => !isBehind(addr)), held.filter(isBehind)];
}

/** Ends the marking: the words of what is dead are forgotten. Returns what lives. */
export function marked(heap: MHeap, objects: Objects): Marked {
  objects.keep((addr) => isMarked(heap, addr));
  const live = totalMarked(heap);
  heap.tell?.({ kind: 'marked', ...live });
  return live;
}

function totalMarked({ spans }: MHeap): Marked {
  let [objects, bytes] = [0, 0];
  for (const span of spans) {
    const marks = span.countMarks();
    objects += marks;
    bytes += marks * span.elemsize;
  }
  return { objects, bytes };
}

function isMarked(heap: MHeap, addr: number): boolean {
  const span = heap.spanOf(addr);
  return span.isMarked(span.indexOf(addr));
}
