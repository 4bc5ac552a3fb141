import { bitsFor, hasBit, setBit } from './bits.ts';
import { fieldsOf, nil, type ObjectHeap } from './object-heap.ts';

/** Everything that the roots lead to: a bit at the address of each object, and their words in all. Between operations only. */
export interface Reached { readonly bits: Int32Array; readonly words: number }

/** Looks at the graph itself, whatever collectors think of it. */
export function reach({ words, shape, roots, rootCount, limit }: ObjectHeap): Reached {
  const bits = bitsFor(limit);
  const pending: number[] = [];
  let found = 0;
  const meet = (addr: number): void => {
    if (addr === nil || hasBit(bits, addr)) return;
    setBit(bits, addr);
    pending.push(addr);
  };
  for (let slot = 0; slot < rootCount; slot++) meet(roots[slot]!);
  for (let addr = pending.pop(); addr !== undefined; addr = pending.pop()) {
    const its = shape[words[addr]!]!;
    found += its >>> 12;
    for (let at = addr + 1; at <= addr + fieldsOf(its); at++) meet(words[at]!);
  }
  return { bits, words: found };
}
