import type { Learnt } from './timeline.ts';

/** So many of the checkpoints at most, evenly spread, the last among them: what is worth sending. */
export function thinned({ checkpoints, answers }: Learnt, most = 64): Learnt {
  const last = checkpoints.length - 1;
  const apart = Math.max(1, Math.ceil(last / most));
  const kept: unknown[] = [];
  for (let index = last; index >= 0; index -= apart) kept[index] = checkpoints[index];
  return { checkpoints: kept, answers };
}
