/** The four answers of fit.ts without the walk: looked up, and counted as the walk would have counted. */
import type { Effort } from '../allocator.ts';
import type { AddressList } from './address-list.ts';
import type { Policy } from './fit.ts';

/** A free block of at least `size` grains; -1 if there is none. */
export type QuickFit = (list: AddressList, size: number, effort: Effort) => number;

const firstFit: QuickFit = ({ tree }, size, effort) => {
  const found = tree.first(size);
  effort.steps += tree.looked;
  return found;
};

const nextFit: QuickFit = (list, size, effort) => {
  if (list.rover === -1) return firstFit(list, size, effort);
  const found = list.tree.firstFrom(list.rover, size);
  effort.steps += list.tree.looked;
  return found === -1 ? fromHead(list, size, effort) : found;
};

/** No block from the rover on serves: the walk goes on from the list's head, and ends where it began. */
function fromHead({ tree, rover }: AddressList, size: number, effort: Effort): number {
  const found = tree.first(size);
  effort.steps += found === -1 ? tree.rank(rover) : tree.looked;
  return found;
}

/** A walk ends early only where a block fits exactly. */
const bestFit: QuickFit = (list, size, effort) => {
  const found = list.bySize!.best(size);
  const isExact = found !== -1 && list.blocks.size(found) === size;
  effort.steps += isExact ? list.tree.rank(found) + 1 : list.tree.count;
  return found;
};

const worstFit: QuickFit = ({ tree, blocks, bySize }, size, effort) => {
  const largest = bySize!.largest();
  effort.steps += tree.count;
  return largest !== -1 && blocks.size(largest) >= size ? largest : -1;
};

export const quickFits: Readonly<Record<Policy, QuickFit>> = { first: firstFit, next: nextFit, best: bestFit, worst: worstFit };
