/** How well an allocator used its heap in a recorded program. Node only. */
import { machines, type MachineName } from '../engine/allocators/machines.ts';
import { traceNamed } from './malloc.ts';
import type { Program } from './traffic.ts';

export interface Peaks { readonly live: number; readonly heap: number }

const known = new Map<string, Peaks>();

/** The most that was live and the most that was taken, bytes. */
export function peaks(machine: MachineName, program: Program): Peaks {
  const key = `${machine} ${program}`;
  const found = known.get(key) ?? replayed(machine, program);
  known.set(key, found);
  return found;
}

function replayed(name: MachineName, program: Program): Peaks {
  const machine = machines[name].make();
  for (const op of traceNamed(program)) machine.apply(op);
  const { peakLive, peakHeap } = machine.figures();
  return { live: peakLive, heap: peakHeap };
}

/** Percent. */
export function utilised(machine: MachineName, program: Program): number {
  const { live, heap } = peaks(machine, program);
  return (100 * live) / heap;
}
