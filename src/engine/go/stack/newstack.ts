import { fixedStack, maxStackSize, stackGuard, stackNosplit } from './sizes.ts';

/** How stacks grow. `jumps`: past sizes in which the new frame has no room (Go 1.17 and later; before, the check fails again). */
export interface Growing { readonly jumps: boolean; readonly limit: number }

export const go127: Growing = { jumps: true, limit: maxStackSize };

/**
 * The size of the stack that follows one of `size` bytes, `used` of them in use, when a function with a frame of `frame` bytes
 * does not fit (`stack.go:newstack`). Undefined: it would be larger than the limit, and the program dies.
 */
export function newstackSize(size: number, used: number, frame: number, { jumps, limit }: Growing = go127): number | undefined {
  let newsize = size * 2;
  while (jumps && newsize - used < frame + stackGuard) newsize *= 2;
  return newsize > limit ? undefined : newsize;
}

/** What a collection counts as used of a stack: down to the stack pointer, and room for functions that do not check. */
export const usedToScan = (used: number): number => used + stackNosplit;

/** The size a collection leaves a stack of `size` bytes with: half, if less than a quarter is in use (`stack.go:shrinkstack`). */
export function shrinkstackSize(size: number, used: number): number {
  const half = size / 2;
  return half < fixedStack || usedToScan(used) >= size / 4 ? size : half;
}
