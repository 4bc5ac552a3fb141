/** Says what every mapping of a process is made of. Rules run from the surest to the vaguest; the first claim stands. */
import { Ledger } from './ledger.ts';
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
  const ledger = new Ledger(mappings);
  claimKernelNames(ledger);
  claimFiles(ledger);
  const traces = claimGo(ledger);
  const attributed = ledger.settle(leftover);
  return { attributed, go: glimpseGo(attributed, traces) };
}

function claimGo(ledger: Ledger): GoTraces {
  const summaries = findSummaries(ledger);
  if (summaries) claimSummaries(ledger, summaries);
  const arenas = summaries ? claimArenas(ledger, summaries) : [];
  const named = claimGoNames(ledger);
  if (!summaries) claimFixedBase(ledger);
  claimGlibcArenas(ledger);
  claimThreadStacks(ledger);
  const heapArenas = summaries ? claimMetadata(ledger, summaries, arenas) : [];
  return { summaries, arenas, heapArenas, named };
}
