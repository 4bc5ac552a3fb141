import type { HeapOp } from './allocator.ts';
import { Objects } from './objects.ts';

/** What a program asks for, whatever the allocator. */
export interface Demand {
  /** Bytes asked for and not freed, after each operation; the first before all. */
  readonly live: Float64Array;
  readonly peakLive: number;
  /** How many operations were done when most was first live. */
  readonly peakAt: number;
  /** Operations, by their places in the program, that free or resize what no id holds: as with the null pointer. */
  readonly nothingHeld: Places;
  /** Operations that give an id anew while it holds a block: a leak. */
  readonly forgotten: Places;
}

export interface Places { readonly count: number; readonly first: number }

/** Goes through a program with an allocator of no waste at all. */
export function demandOf(program: readonly HeapOp[]): Demand {
  const objects = new Objects();
  const live = new Float64Array(program.length + 1);
  const [nothingHeld, forgotten] = [{ count: 0, first: 0 }, { count: 0, first: 0 }];
  let peakAt = 0;
  for (const [place, op] of program.entries()) {
    const held = objects.has(op.id);
    if (!held && op.do === 'free' && op.id !== -1) count(nothingHeld, place);
    if (held && (op.do === 'malloc' || op.do === 'calloc')) count(forgotten, place);
    if (held && (op.do === 'free' || op.do === 'realloc')) objects.drop(op.id);
    if (op.do !== 'free') objects.put(op.id, op.size, 0);
    live[place + 1] = objects.live;
    if (objects.live > live[peakAt]!) peakAt = place + 1;
  }
  return { live, peakLive: objects.peakLive, peakAt, nothingHeld, forgotten };
}

function count(places: { count: number; first: number }, place: number): void {
  if (places.count++ === 0) places.first = place;
}
