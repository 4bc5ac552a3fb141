import type { NamedOp } from '../../engine/allocators/named-heap.ts';

/** Objects alive at a time, and how often each is exchanged for a new one. */
const alive = 16;
const rounds = 6;

/** The golden ratio: its multiples, without their whole part, spread evenly over [0, 1) from any point on. */
const golden = (Math.sqrt(5) - 1) / 2;

/** A long run in which the oldest object makes way for a new one; `sizeAt` gives a size for each u in (0, 1). */
export function spread(sizeAt: (u: number) => number): readonly NamedOp[] {
  return Array.from({ length: alive * rounds }, (_, i): NamedOp[] => {
    const id = i % alive;
    const ask: NamedOp = { do: 'malloc', id, size: sizeAt(((i + 0.5) * golden) % 1) };
    return i < alive ? [ask] : [{ do: 'free', id }, ask];
  }).flat();
}
