import { roundupsize } from './request.ts';

/** Below this capacity a growing slice doubles; above, it grows ever closer to a quarter. */
const threshold = 256;

/** The capacity asked for, before it is rounded up to a size class (`slice.go:nextslicecap`, Go 1.18 and later). */
export function nextslicecap(newLen: number, oldCap: number): number {
  const doubled = oldCap * 2;
  if (newLen > doubled) return newLen;
  if (oldCap < threshold) return doubled;
  let cap = oldCap;
  do cap += Math.floor((cap + 3 * threshold) / 4);
  while (cap < newLen);
  return cap;
}

/** The capacity of `append(s, …)` when a slice of capacity `oldCap` must hold `newLen` elements (`slice.go:growslice`). */
export function growslice(newLen: number, oldCap: number, elementSize: number, pointers: boolean): number {
  if (newLen <= oldCap) return oldCap;
  return Math.floor(roundupsize(nextslicecap(newLen, oldCap) * elementSize, !pointers) / elementSize);
}
