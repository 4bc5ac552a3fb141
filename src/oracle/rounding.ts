/** How much of a block nobody asked for: from the sizes real allocators gave. Node only. */
import roundupsize from '../../oracle/recordings/roundupsize.json' with { type: 'json' };
import { chunkSizeFor } from '../engine/allocators/ptmalloc/chunk.ts';
import { usableSizes } from './malloc.ts';
import { readRecording } from './recording.ts';

export const rounders = ['glibc', 'jemalloc', 'tcmalloc', 'mimalloc', 'go'] as const;
export type Rounder = (typeof rounders)[number];

/** Requests in bytes, both ends included. */
export type Range = readonly [from: number, to: number];

/** Percent of the block: of the worst request, and of all requests of a range on average. */
export interface Rounding { readonly worst: number; readonly mean: number }

/** Bytes of the block for each request; glibc's with its header, of which a program gets no byte. */
function blocks(rounder: Rounder): (request: number) => number {
  if (rounder === 'glibc') return chunkSizeFor;
  if (rounder !== 'go') {
    const sizes = usableSizes(rounder);
    return (request) => sizes[request]!;
  }
  const { rows } = readRecording('roundupsize@1', roundupsize);
  return (request) => rows.findLast(({ from }) => from <= request)!.noscan;
}

export function rounding(rounder: Rounder, [from, to]: Range): Rounding {
  const block = blocks(rounder);
  const wasted = Array.from({ length: to - from + 1 }, (_, i) => 1 - (from + i) / block(from + i));
  return { worst: 100 * Math.max(...wasted), mean: (100 * wasted.reduce((sum, share) => sum + share)) / wasted.length };
}
