/** Stacks of threads: memory above a guard nobody may touch (glibc `nptl/allocatestack.c:allocate_stack`). */
import { isReady, isReserved, KiB, MiB, smallestPage } from '../mapping.ts';
import type { Claims } from '../claims.ts';
import type { Range } from '../summaries.ts';
import type { Certainty } from '../what.ts';

/** The stack size almost every system starts with (`ulimit -s`). */
const usualStack = 8 * MiB;
/** Guards are one page with glibc, two with musl, up to four with Java. */
export const largestGuard = 16 * KiB;
const smallestStack = 64 * KiB;

export function claimThreadStacks(claims: Claims): void {
  const ready = new Map(claims.free(isReady).map((run) => [run.start, run]));
  for (const guard of claims.free(isReserved)) {
    const above = ready.get(guard.end);
    if (above && guard.end - guard.start <= largestGuard) claimStack(claims, guard, above);
  }
}

function claimStack(claims: Claims, guard: Range, above: Range): void {
  const shape = shapeOf(guard, above);
  if (!shape) return;
  const proof = { rule: 'stack-and-guard', stackKiB: shape.bytes / KiB, guardKiB: (guard.end - guard.start) / KiB } as const;
  claims.claim(guard, 'guard', shape.certainty, proof);
  claims.claim({ start: above.start, end: above.start + shape.bytes }, 'thread stack', shape.certainty, proof);
}

/**
 * Above a guard of one page 8 MiB are likely a stack, whatever follows them. Another size is a guess, when the
 * memory, or guard and memory together, are whole 64 KiB.
 */
function shapeOf(guard: Range, above: Range): { bytes: number; certainty: Certainty } | undefined {
  const bytes = above.end - above.start;
  const guardBytes = guard.end - guard.start;
  if (bytes >= usualStack && guardBytes === smallestPage) return { bytes: usualStack, certainty: 'likely' };
  const whole = [bytes, bytes + guardBytes].some((size) => size % smallestStack === 0);
  return whole && bytes >= smallestStack ? { bytes, certainty: 'guess' } : undefined;
}
