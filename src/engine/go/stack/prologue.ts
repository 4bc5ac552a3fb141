import { returnAddress, stackSmall } from './sizes.ts';

/**
 * Whether a function may go on with its stack pointer at `sp` and a frame of `frame` bytes, or must call `morestack`
 * (`cmd/internal/obj/x86/obj6.go:stacksplit`, Go 1.27). A small frame may reach below the guard; of a larger one only that much.
 * Below zero the subtraction of a big frame has borrowed.
 */
export function fits(sp: number, stackguard0: number, frame: number): boolean {
  return sp - Math.max(0, frame - stackSmall) > stackguard0;
}

/** How many calls in a row, each with a frame of `frame` bytes, pass that check; `sp` is the first caller's. */
export function callsThatFit(sp: number, stackguard0: number, frame: number): number {
  const room = sp - returnAddress - Math.max(0, frame - stackSmall) - stackguard0;
  return Math.max(0, Math.ceil(room / (frame + returnAddress)));
}
