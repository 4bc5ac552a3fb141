/** What a program may name: what it can reach. */
import { ProgramError } from '../machine.ts';
import { hasBit } from './bits.ts';
import type { ObjectHeap } from './object-heap.ts';
import { reach } from './reach.ts';

/** The timeline adds the line. */
export const refuse = (code: string, message: string, args: Readonly<Record<string, number>>): ProgramError => new ProgramError(code, message, { line: 1 }, args);

/** Where an object lies that a variable holds, or that something held leads to. */
export function reached(heap: ObjectHeap, id: number): number {
  if (!heap.has(id)) throw refuse('unknown', 'There is no object of this name.', { id });
  const addr = heap.addr[id]!;
  if (heap.isHeld(id)) return addr;
  if (heap.words[addr] === id && hasBit(reach(heap).bits, addr)) return addr;
  throw refuse('unreachable', 'Nothing leads to this object any more.', { id });
}
