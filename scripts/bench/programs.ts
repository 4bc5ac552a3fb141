/** What the allocators are measured with. */
import type { HeapOp } from '../../src/engine/allocators/allocator.ts';
import { random, type Random } from '../../src/engine/random.ts';

/** Three quarters to 128 bytes, a fifth to 1 KiB, the rest to 8 KiB. */
function size({ int }: Random): number {
  const percent = int(100);
  if (percent < 75) return 16 + int(113);
  return percent < 95 ? 129 + int(896) : 1025 + int(7168);
}

/** Frees or fills a place chosen by chance, again and again: about `live` objects at a time. Ends with none. */
export function turns(live: number, length: number): HeapOp[] {
  const chance = random(1);
  const full = new Set<number>();
  const ops: HeapOp[] = [];
  while (ops.length < length) {
    const id = chance.int(2 * live);
    ops.push(full.delete(id) ? { do: 'free', id } : { do: 'malloc', id, size: size(chance) });
    if (ops.at(-1)!.do === 'malloc') full.add(id);
  }
  return [...ops, ...[...full].map((id): HeapOp => ({ do: 'free', id }))];
}

/** Fills the heap with objects that stay. */
export function fill(live: number): HeapOp[] {
  const chance = random(2);
  return Array.from({ length: live }, (_, id) => ({ do: 'malloc', id, size: size(chance) }));
}

/** Frees and allocates among the youngest thousand of `live` objects: what the others cost is what their number costs. */
export function churn(live: number, length: number): HeapOp[] {
  const chance = random(3);
  return Array.from({ length: length / 2 }, () => live - 1 - chance.int(1000)).flatMap((id): HeapOp[] =>
    [{ do: 'free', id }, { do: 'malloc', id, size: size(chance) }]);
}
