/** Which GOGC a log may have been printed with: no line tells it, but each goal leaves only some. */
import { isInside, goalOf } from './goal.ts';
import type { Judged } from './read.ts';

/** GOGC that are tried: every percent to 200, then every tenth to 1000. */
const tried: readonly number[] = [...Array.from({ length: 200 }, (_, i) => i + 1), ...Array.from({ length: 80 }, (_, i) => 210 + i * 10)];

/** As many cycles are held against each. */
const mostHeld = 400;

/** The GOGC whose goals fit every cycle that can be judged, from the least to the most; undefined where none fits all. */
export function fittingGogc(cycles: readonly Judged[], memoryLimit: number | undefined): { readonly from: number; readonly to: number } | undefined {
  const pairs = withBefore(cycles).filter(({ cycle }) => cycle.expected);
  const step = Math.ceil(pairs.length / mostHeld);
  const held = pairs.filter((_, at) => at % step === 0);
  const fits = held.length === 0 ? [] : tried.filter((gcPercent) => held.every(({ cycle, before }) => isInside(cycle.goal, goalOf(cycle, before, { gcPercent, memoryLimit }))));
  return fits.length === 0 ? undefined : { from: fits[0]!, to: fits.at(-1)! };
}

/** Every cycle with the one before it in the same run, where that is in the log. */
function withBefore(cycles: readonly Judged[]): readonly { readonly cycle: Judged; readonly before: Judged | undefined }[] {
  const lastOf: Judged[] = [];
  return cycles.map((cycle) => {
    const last = lastOf[cycle.run];
    lastOf[cycle.run] = cycle;
    return { cycle, before: last?.number === cycle.number - 1 ? last : undefined };
  });
}
