/** The arenas of a Go heap: anonymous runs, whole 64 MiB each, where the summaries say there is heap. */
import { isReady } from '../mapping.ts';
import { alignDown, arenaBytes } from '../summaries.ts';
import { isGoMemory } from './go-summaries.ts';
import type { Claims } from '../claims.ts';
import type { Range } from '../summaries.ts';
import type { Certainty, Proof } from '../what.ts';
import type { GoSummaries } from './go-summaries.ts';

/** Claims every arena inside the windows of the summaries and returns them, lowest first. */
export function claimArenas(claims: Claims, summaries: GoSummaries): Range[] {
  const arenas = claims.free(isGoMemory).map(wholeArenas).filter((run) => summaries.windows.some((window) => overlap(run, window)));
  for (const run of arenas) claimRun(claims, run, 'certain', { rule: 'arena', arenas: (run.end - run.start) / arenaBytes });
  return arenas;
}

/** Where 64-bit Linux ports begin their heap when it is not randomised (`malloc.go:mallocinit`). */
export const fixedHeapBases = [0xc000000000, 0x4000000000] as const;

/** Without summaries (a cut map) an anonymous run at Go's fixed heap base is still likely Go's heap. */
export function claimFixedBase(claims: Claims): void {
  const runs = claims.free(isGoMemory).filter((run) => run.start === fixedHeapBases[0]);
  for (const run of runs) claimRun(claims, run, 'likely', { rule: 'fixed-heap-base', base: run.start.toString(16) });
}

function claimRun(claims: Claims, run: Range, certainty: Certainty, proof: Proof): void {
  for (const mapping of [...claims.within(run)]) {
    const part = { start: Math.max(run.start, mapping.start), end: Math.min(run.end, mapping.end) };
    claims.claim(part, isReady(mapping) ? 'arena' : 'arena reserved', certainty, proof);
  }
}

/** The part of a run that is whole arenas from its start. */
function wholeArenas(run: Range): Range {
  const size = run.start % arenaBytes === 0 ? alignDown(run.end - run.start, arenaBytes) : 0;
  return { start: run.start, end: run.start + size };
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
