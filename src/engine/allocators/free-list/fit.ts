/** Which free block serves a request: the four classic answers. Each looks through the list from low to high addresses. */
import type { AddressList } from './address-list.ts';

export type Policy = 'first' | 'next' | 'best' | 'worst';

/** A free block of at least `size` grains; -1 if there is none. Each block it looks at is told. */
export type Fit = (list: AddressList, size: number, look: (block: number) => void) => number;

/** The lowest block that is large enough. */
const firstFit: Fit = (list, size, look) => scan(list, list.head, -1, size, look);

/** The first from where the last search ended, around the end (Knuth's rover). */
const nextFit: Fit = (list, size, look) => {
  const from = list.start;
  const found = scan(list, from, -1, size, look);
  return found === -1 ? scan(list, list.head, from, size, look) : found;
};

/** The smallest that is large enough; the lowest of equals. */
const bestFit: Fit = (list, size, look) => {
  let best = -1;
  let bestSize = Infinity;
  for (let block = list.head; block !== -1 && bestSize > size; block = list.next(block)) {
    look(block);
    const has = list.blocks.size(block);
    if (has >= size && has < bestSize) [best, bestSize] = [block, has];
  }
  return best;
};

/** The largest, if it is large enough; the lowest of equals. */
const worstFit: Fit = (list, size, look) => {
  let worst = -1;
  for (let block = list.head; block !== -1; block = list.next(block)) {
    look(block);
    if (worst === -1 || list.blocks.size(block) > list.blocks.size(worst)) worst = block;
  }
  return worst !== -1 && list.blocks.size(worst) >= size ? worst : -1;
};

export const fits: Readonly<Record<Policy, Fit>> = { first: firstFit, next: nextFit, best: bestFit, worst: worstFit };

function scan(list: AddressList, from: number, to: number, size: number, look: (block: number) => void): number {
  for (let block = from; block !== to && block !== -1; block = list.next(block)) {
    look(block);
    if (list.blocks.size(block) >= size) return block;
  }
  return -1;
}
