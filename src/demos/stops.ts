import { start, type Position } from '../engine/timeline.ts';
import type { Run } from './demo.ts';

/** Programs longer than this are scrubbed by operations, shorter ones by moments. */
export const longestByMoments = 300;

/** Where a scrubber may stand, in order. */
export interface Stops {
  readonly count: number;
  at(stop: number): Position | undefined;
  /** The last stop not after a position. */
  before(position: Position): number;
}

const betweenOperations = (operations: number): Stops => ({
  count: operations + 1,
  at: (op) => (op >= 0 && op <= operations ? { op, moment: 0 } : undefined),
  before: ({ op }) => op,
});

const these = (positions: readonly Position[]): Stops => ({
  count: positions.length,
  at: (stop) => positions[stop],
  before: (at) => {
    const after = positions.findIndex(({ op, moment }) => op > at.op || (op === at.op && moment > at.moment));
    return (after < 0 ? positions.length : after) - 1;
  },
});

/** A quiet demo does not stop between operations, except at both ends. */
const passes = ({ timeline: { event, atEnd, position } }: Run, quiet: boolean): boolean => quiet && !event && !atEnd && position.op > 0;

/** Moves a run to its next stop; false at the end. */
export function toNextStop(run: Run, quiet: boolean): boolean {
  let moved = run.timeline.step();
  while (moved && passes(run, quiet)) moved = run.timeline.step();
  return moved;
}

/** Moves a run to the stop before this one; false at the start. */
export function toStopBefore(run: Run, quiet: boolean): boolean {
  let moved = run.timeline.back();
  while (moved && passes(run, quiet)) moved = run.timeline.back();
  return moved;
}

/** Every position the scrubber offers, in order. Leaves the run where it stood. */
export function stopsOf(run: Run, quiet: boolean): Stops {
  const { timeline } = run;
  const all = timeline.program.length;
  if (all > longestByMoments) return betweenOperations(all);
  const stood = timeline.position;
  timeline.seek(start);
  const stops = [timeline.position];
  while (toNextStop(run, quiet)) stops.push(timeline.position);
  timeline.seek(stood);
  return these(stops);
}
