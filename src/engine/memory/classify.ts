/** Says what every mapping of a process is made of. Rules run from the surest to the vaguest; the first claim stands. */
import { Claims } from './claims.ts';
import { claimFiles } from './rules/elf-segments.ts';
import { glimpseGo } from './rules/go-fingerprint.ts';
import { claimArenas, claimFixedBase } from './rules/go-arenas.ts';
import { claimMetadata } from './rules/go-metadata.ts';
import { claimGoNames } from './rules/go-names.ts';
import { claimSummaries, findSummaries } from './rules/go-summaries.ts';
import { claimGlibcArenas } from './rules/glibc-arenas.ts';
import { claimKernelNames } from './rules/kernel-names.ts';
import { leftover } from './rules/leftovers.ts';
import { claimThreadStacks } from './rules/thread-stacks.ts';
import type { Mapping } from './mapping.ts';
import type { GoFingerprint, GoTraces } from './rules/go-fingerprint.ts';
import type { Attributed } from './what.ts';

export interface Explained {
  readonly attributed: readonly Attributed[];
  readonly go: GoFingerprint;
}

/** Every mapping with its parts. Mappings must be in address order without overlap, as readProcess gives them. */
export function attribute(mappings: readonly Mapping[]): readonly Attributed[] {
  return explain(mappings).attributed;
}

/** Every mapping with its parts, and which Go this is, if any. */
export function explain(mappings: readonly Mapping[]): Explained {
  const claims = new Claims(mappings);
  claimKernelNames(claims);
  claimFiles(claims);
  const traces = claimGo(claims);
  const attributed = claims.settle(leftover);
  return { attributed, go: glimpseGo(attributed, traces) };
}

function claimGo(claims: Claims): GoTraces {
  const summaries = findSummaries(claims);
  if (summaries) claimSummaries(claims, summaries);
  const arenas = summaries ? claimArenas(claims, summaries) : [];
  const named = claimGoNames(claims);
  if (!summaries) claimFixedBase(claims);
  claimGlibcArenas(claims);
  claimThreadStacks(claims);
  const heapArenas = summaries ? claimMetadata(claims, summaries, arenas) : [];
  return { summaries, arenas, heapArenas, named };
}
