/** Which Go versions a process can be, from what its map shows. */
import { isFile, isReserved, MiB } from '../mapping.ts';
import { fixedHeapBases } from './go-arenas.ts';
import { isLibraryName } from './elf-segments.ts';
import type { Mapping } from '../mapping.ts';
import type { Range } from '../summaries.ts';
import type { Attributed } from '../what.ts';
import type { HeapArenaKiB } from './go-startup.ts';
import type { GoSummaries } from './go-summaries.ts';

/** Minor releases this was checked with: Go 1.15 to 1.27. */
export const oldestGo = 15;
export const newestGo = 27;

/** What the rules found of a Go runtime. */
export interface GoTraces {
  readonly summaries: GoSummaries | undefined;
  readonly arenas: readonly Range[];
  /** Sizes of a heapArena the map allows, the likeliest first. */
  readonly heapArenas: readonly HeapArenaKiB[];
  readonly named: boolean;
}

/** A trait of the map and the minor versions it allows. `weak` evidence holds for usual builds and heaps only. */
export interface Evidence {
  readonly trait:
    | 'summaries' | 'no-index' | 'index-8-mib' | 'index-512-mib' | 'heap-arena-size'
    | 'whole-arenas-mapped' | 'arena-mapped-in-part' | 'heap-base-random' | 'heap-base-fixed' | 'names';
  readonly from: number;
  readonly to: number;
  readonly weak?: true;
  /** KiB of a heapArena, or the heap base in hexadecimal. */
  readonly value?: number | string;
}

/** Oldest and newest minor version. */
export type Versions = readonly [from: number, to: number];

export interface GoFingerprint {
  readonly isGo: boolean;
  /** Oldest and newest minor version it can be (`[17, 18]` is Go 1.17 or 1.18); undefined when it is not Go. */
  readonly versions: Versions | undefined;
  /** The same with weak evidence: a build without special settings, a heap that does not happen to fill its arenas. */
  readonly likely: Versions | undefined;
  readonly evidence: readonly Evidence[];
  /** First address of the first arena. */
  readonly heapBase: number | undefined;
  /** Whether the executable is placed anywhere; undefined without an executable in the map. */
  readonly pie: boolean | undefined;
  /** Whether the process maps a C library. */
  readonly cgo: boolean;
  /** Whether large reservations lie at multiples of 2 MiB, as kernels since 6.7 place them. */
  readonly alignedReservations: boolean | undefined;
}

/** Reads the fingerprint off an explained map and what the rules noticed on the way. */
export function glimpseGo(attributed: readonly Attributed[], traces: GoTraces): GoFingerprint {
  const mappings = attributed.map((one) => one.mapping);
  const evidence = gather(mappings, traces);
  const heap = attributed.find(({ parts }) => parts.some((part) => part.what === 'arena' || part.what === 'arena reserved'));
  const isGo = traces.summaries !== undefined || traces.named || heap !== undefined;
  return {
    isGo,
    versions: isGo ? narrow(evidence.filter((piece) => !piece.weak)) : undefined,
    likely: isGo ? narrow(evidence) : undefined,
    evidence,
    heapBase: heap?.mapping.start,
    pie: isPie(mappings),
    cgo: mappings.some((mapping) => isFile(mapping) && isLibraryName(mapping.name)),
    alignedReservations: traces.summaries && traces.summaries.reserved.slice(1).every((range) => range.start % (2 * MiB) === 0),
  };
}

function gather(mappings: readonly Mapping[], { summaries, arenas, heapArenas, named }: GoTraces): Evidence[] {
  const evidence: Evidence[] = [];
  if (summaries) evidence.push({ trait: 'summaries', from: oldestGo, to: newestGo }, indexEvidence[summaries.index.kind]);
  evidence.push(...heapArenaEvidence(heapArenas));
  if (named) evidence.push({ trait: 'names', from: 25, to: newestGo });
  if (summaries && arenas[0]) evidence.push(...arenaEvidence(mappings, arenas));
  return evidence;
}

const indexEvidence: Readonly<Record<GoSummaries['index']['kind'], Evidence>> = {
  none: { trait: 'no-index', from: oldestGo, to: 18 },
  bits: { trait: 'index-8-mib', from: 19, to: 20 },
  words: { trait: 'index-512-mib', from: 21, to: newestGo },
};

/** `unsafe.Sizeof(heapArena{})` in whole pages, recorded for every version. */
const heapArenaVersions: Readonly<Record<HeapArenaKiB, { from: number; to: number }>> = {
  2116: { from: oldestGo, to: 19 },
  1108: { from: 20, to: 21 },
  68: { from: 22, to: 24 },
  72: { from: 25, to: newestGo },
};

/** One size settles it; of several the likeliest is weak evidence. */
function heapArenaEvidence(sizes: readonly HeapArenaKiB[]): Evidence[] {
  const [likeliest] = sizes;
  if (!likeliest) return [];
  const weak = sizes.length > 1 ? { weak: true as const } : {};
  return [{ trait: 'heap-arena-size', value: likeliest, ...heapArenaVersions[likeliest], ...weak }];
}

/** Up to 1.16 an arena was mapped at once; since 1.26 the heap's base is random. */
function arenaEvidence(mappings: readonly Mapping[], arenas: readonly Range[]): Evidence[] {
  const base = arenas[0]!.start;
  const value = base.toString(16);
  const partial = mappings.some((m) => isReserved(m) && arenas.some((run) => m.start < run.end && run.start < m.end));
  return [
    partial ? { trait: 'arena-mapped-in-part', from: 17, to: newestGo } : { trait: 'whole-arenas-mapped', from: oldestGo, to: 16, weak: true },
    isFixed(base) ? { trait: 'heap-base-fixed', from: oldestGo, to: 25, weak: true, value } : { trait: 'heap-base-random', from: 26, to: newestGo, value },
  ];
}

/** Hints are 0xc0 or 0x40 << 32 with a byte above: 0xc000000000, 0x1c000000000…; the first arena lies at its hint. */
function isFixed(base: number): boolean {
  return fixedHeapBases.some((hint) => base % 2 ** 40 === hint);
}

/** The versions all evidence allows; later pieces that leave nothing are passed over. */
function narrow(evidence: readonly Evidence[]): Versions {
  let [from, to] = [oldestGo, newestGo];
  for (const piece of [...evidence].sort((a, b) => Number(a.weak ?? false) - Number(b.weak ?? false))) {
    const next: Versions = [Math.max(from, piece.from), Math.min(to, piece.to)];
    if (next[0] <= next[1]) [from, to] = next;
  }
  return [from, to];
}

/** An executable linked for a place stands low, at 0x400000 with Go's and GNU's linkers. */
function isPie(mappings: readonly Mapping[]): boolean | undefined {
  const code = mappings.find((m) => isFile(m) && m.perms === 'r-xp' && !isLibraryName(m.name));
  return code && code.start >= 2 ** 32;
}
