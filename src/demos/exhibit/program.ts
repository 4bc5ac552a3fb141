import type { HeapOp } from '../../engine/allocators/allocator.ts';

/** Blocks of one size: `first` of them, those of `freed` given back in that order, then `again` more. */
export interface Exhibit { readonly asked: number; readonly first: number; readonly freed: readonly number[]; readonly again: number }

/** Every second of forty. */
const evens = Array.from({ length: 20 }, (_, i) => 2 * i);

export const exhibits = {
  evens: { asked: 32, first: 40, freed: evens, again: 24 },
  backwards: { asked: 32, first: 40, freed: evens.toReversed(), again: 24 },
  kilobyte: { asked: 1024, first: 12, freed: [9, 5, 1, 10], again: 6 },
} as const satisfies Readonly<Record<string, Exhibit>>;

export type Presets = keyof typeof exhibits;

/** The calls; ids count the blocks from 0. */
export function programOf({ asked, first, freed, again }: Exhibit): readonly HeapOp[] {
  const mallocs = Array.from({ length: first + again }, (_, id): HeapOp => ({ do: 'malloc', id, size: asked }));
  return [...mallocs.slice(0, first), ...freed.map((id): HeapOp => ({ do: 'free', id })), ...mallocs.slice(first)];
}
