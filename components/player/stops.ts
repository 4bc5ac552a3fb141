import { start, type Position } from '../../src/engine/timeline.ts';
import type { Run } from '../../src/demos/demo.ts';

/** Programs longer than this are scrubbed by operations, shorter ones by moments. */
export const longestByMoments = 300;

/** Every position the scrubber offers, in order; a quiet demo stops at events only. Leaves the run where it stood. */
export function stopsOf({ timeline }: Run, quiet: boolean): readonly Position[] {
  const all = timeline.program.length;
  if (all > longestByMoments) return Array.from({ length: all + 1 }, (_, op) => ({ op, moment: 0 }));
  const stood = timeline.position;
  timeline.seek(start);
  const stops = [timeline.position];
  while (timeline.step()) if (!quiet || timeline.event || timeline.atEnd) stops.push(timeline.position);
  timeline.seek(stood);
  return stops;
}

/** Index of the last stop not after `at`. */
export function stopAt(stops: readonly Position[], at: Position): number {
  const after = stops.findIndex(({ op, moment }) => op > at.op || (op === at.op && moment > at.moment));
  return (after < 0 ? stops.length : after) - 1;
}
