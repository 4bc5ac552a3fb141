/** The four answers of fit.ts without the walk: looked up, and counted as the walk would have counted. */
import type { Fit, Policy } from './fit.ts';

const firstFit: Fit = (list, size) => {
  const found = list.pieces.first(size);
  list.effort.steps += found === -1 ? list.pieces.count : list.pieces.looked;
  return found;
};

const nextFit: Fit = (list, size) => {
  const { pieces, rover } = list;
  const before = rover === -1 ? 0 : pieces.rank(rover);
  const ahead = pieces.first(size, rover);
  const found = ahead === -1 && before > 0 ? pieces.first(size) : ahead;
  const looked = ahead === -1 ? pieces.count - before + Math.min(before, pieces.looked) : pieces.looked - before;
  list.effort.steps += found === -1 ? pieces.count : looked;
  return found;
};

/** A walk ends early only where a block fits exactly. */
const bestFit: Fit = (list, size) => {
  const found = list.bySize!.best(size);
  const isExact = found !== -1 && list.blocks.size(found) === size;
  list.effort.steps += isExact ? list.pieces.rank(found) + 1 : list.pieces.count;
  return found;
};

const worstFit: Fit = (list, size) => {
  const largest = list.pieces.largest();
  list.effort.steps += list.pieces.count;
  return largest >= size ? list.pieces.first(largest) : -1;
};

export const quickFits: Readonly<Record<Policy, Fit>> = { first: firstFit, next: nextFit, best: bestFit, worst: worstFit };
