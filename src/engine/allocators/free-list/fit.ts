/** Which free block serves a request: the four classic answers. Each looks through the list from low to high addresses. */
import type { AddressList } from './address-list.ts';

export type Policy = 'first' | 'next' | 'best' | 'worst';

/** A free block of at least `size` bytes; -1 if there is none. */
export type Fit = (list: AddressList, size: number) => number;

/** The lowest block that is large enough. */
const firstFit: Fit = (list, size) => scan(list, list.head, -1, size);

/** The first from where the last search ended, around the end (Knuth's rover). */
const nextFit: Fit = (list, size) => {
  const from = list.rover === -1 ? list.head : list.rover;
  const found = scan(list, from, -1, size);
  return found === -1 ? scan(list, list.head, from, size) : found;
};

/** The smallest that is large enough; the lowest of equals. */
const bestFit: Fit = (list, size) => {
  let best = -1;
  let bestSize = Infinity;
  for (let block = list.head; block !== -1 && bestSize > size; block = list.blocks.next(block)) {
    list.look(block);
    const has = list.blocks.size(block);
    if (has >= size && has < bestSize) [best, bestSize] = [block, has];
  }
  return best;
};

/** The largest, if it is large enough; the lowest of equals. */
const worstFit: Fit = (list, size) => {
  let worst = -1;
  for (let block = list.head; block !== -1; block = list.blocks.next(block)) {
    list.look(block);
    if (worst === -1 || list.blocks.size(block) > list.blocks.size(worst)) worst = block;
  }
  return worst !== -1 && list.blocks.size(worst) >= size ? worst : -1;
};

export const fits: Readonly<Record<Policy, Fit>> = { first: firstFit, next: nextFit, best: bestFit, worst: worstFit };

function scan(list: AddressList, from: number, to: number, size: number): number {
  for (let block = from; block !== to && block !== -1; block = list.blocks.next(block)) {
    list.look(block);
    if (list.blocks.size(block) >= size) return block;
  }
  return -1;
}
