import { backgroundUtilization } from './mark-workers.ts';

/** How one cycle went: bytes allocated and scanned while it marked, and the shares of all Ps' time that assists and idle workers took. */
export interface Cycle { readonly allocated: number; readonly scanned: number; readonly assisted: number; readonly idle: number }

/** As many cycles before the last are remembered; the fastest allocation of them counts. */
const remembered = 4;

/** What the last cycles said, oldest first, and what is believed now. */
export interface ConsMark { readonly last: readonly number[]; readonly ratio: number }

export const noConsMark: ConsMark = { last: [], ratio: 0 };

/** Bytes the program allocates for each byte marked, were each to have one P (`mgcpacer.go:endCycle`, Go 1.27). */
export function endCycle({ last, ratio }: ConsMark, { allocated, scanned, assisted, idle }: Cycle): ConsMark {
  if (allocated <= 0) return { last, ratio };
  const utilization = backgroundUtilization + assisted;
  const current = (allocated * (utilization + idle)) / (scanned * (1 - utilization));
  return { last: [...last, current].slice(-remembered), ratio: Math.max(current, ...last) };
}

/**
 * Bytes the program is expected to allocate while `toScan` bytes are marked (`mgcpacer.go:commit`). Where assists took more
 * than background workers left, the ratio is negative, and what the runtime makes an unsigned number of it is larger than any heap.
 */
export function runway({ ratio }: ConsMark, toScan: number): number {
  const bytes = ((ratio * (1 - backgroundUtilization)) / backgroundUtilization) * toScan;
  return bytes <= -1 ? Infinity : Math.trunc(bytes);
}
