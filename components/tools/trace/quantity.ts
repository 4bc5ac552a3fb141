import type { Moment, Run } from '../../../src/engine/allocators/measure.ts';
import type { Reading } from './reading.ts';

/** What the lines of the chart may show over time. */
export const quantities = ['heap', 'inside', 'between', 'steps'] as const;
export type Quantity = (typeof quantities)[number];

interface Meaning {
  readonly at: (moment: Moment) => number;
  readonly most: (run: Run) => Moment;
  /** A line that rises higher is cut: it would flatten all others. */
  readonly cut: (reading: Reading) => number;
}

/** How many times what was asked for a heap may be, and how many steps a call may take, to be drawn to the top. */
const tallest = 4;

export const meaning: { readonly [Name in Quantity]: Meaning } = {
  heap: { at: ({ heap }) => heap, most: ({ peak }) => peak, cut: ({ peakLive }) => tallest * peakLive },
  inside: { at: ({ blocks, live }) => blocks - live, most: ({ worstInside }) => worstInside, cut: () => Infinity },
  between: { at: ({ heap, blocks }) => heap - blocks, most: ({ worstBetween }) => worstBetween, cut: ({ peakLive }) => tallest * peakLive },
  steps: { at: ({ steps }) => steps, most: ({ last }) => last, cut: ({ operations }) => tallest * operations },
};
