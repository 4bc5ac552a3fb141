import recording from '../../../oracle/recordings/gc-cycle.json' with { type: 'json' };
import type { Stretch, TracedCycle } from '../../engine/go/traced-cycle.ts';

type Row = readonly [p: number, g: number, what: Stretch['what'], from: number, to: number];
type Pair = readonly [number, number];

const { procs, goal, next, stops, stretch, swept, sweeps, heap } = recording.rows[0]!;

/** The recorded collection. That the file is what it is taken for, src/oracle/recording.test.ts reads. */
export const recorded: TracedCycle = {
  procs, goal, next, swept, sweeps,
  stops: stops as unknown as readonly [Pair, Pair],
  heap: heap as unknown as readonly Pair[],
  stretches: (stretch as unknown as readonly Row[]).map(([p, g, what, from, to]) => ({ p, g, what, from, to })),
};
