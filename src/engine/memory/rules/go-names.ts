/** Names that Go 1.25 and later give their mappings on kernels with CONFIG_ANON_VMA_NAME (`set_vma_name_linux.go`). */
import { isReserved, KiB } from '../mapping.ts';
import { heapArenaKiB, persistentChunk } from './go-startup.ts';
import type { Claims } from '../claims.ts';
import type { Mapping } from '../mapping.ts';
import type { Range } from '../summaries.ts';
import type { Certainty, Proof, What } from '../what.ts';

const prefix = '[anon: Go: ';

/** What the runtime's own words mean here (`sysAlloc`, `sysReserve` and `sysMap` calls of Go 1.25 to 1.27). */
const meanings: Readonly<Record<string, What>> = {
  'heap': 'arena',
  'heap reservation': 'arena reserved',
  'user arena chunk': 'arena',
  'heap index': 'arena index',
  'heap metadata': 'heapArena',
  'page alloc index': 'chunk table',
  'scavenge index': 'scavenge index',
  'immortal metadata': 'persistentalloc',
  'allspans array': 'gc metadata',
  'gc bits': 'gc metadata',
  'GC span queue': 'gc metadata',
  'profiler hash buckets': 'profiler buckets',
  'goroutine stack (system)': 'thread stack',
  'OS thread stack': 'thread stack',
};

/** The runtime's word for a mapping, or undefined. */
function goName({ name }: Mapping): string | undefined {
  return name.startsWith(prefix) && name.endsWith(']') ? name.slice(prefix.length, -1) : undefined;
}

/** Claims named mappings that no arithmetic has placed; says whether there are any. */
export function claimGoNames(claims: Claims): boolean {
  let named = false;
  for (const mapping of claims.mappings) {
    const word = goName(mapping);
    if (word === undefined) continue;
    claimNamed(claims, mapping, word);
    named = true;
  }
  return named;
}

function claimNamed(claims: Claims, mapping: Mapping, word: string): void {
  const proof: Proof = { rule: 'vma-name', name: mapping.name };
  const what = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
  if (word === 'immortal metadata') claimImmortal(claims, mapping, proof);
  else if (what === 'arena' && isReserved(mapping)) claims.claim(mapping, 'arena reserved', 'certain', proof);
  else if (what) claims.claim(mapping, what, 'certain', proof);
  else if (word === 'page summary' || word === 'page alloc') claims.claim(mapping, 'unknown', 'guess', proof);
  else claims.claim(mapping, 'anonymous', 'certain', proof);
}

/** “Immortal” are persistentalloc's chunks and the heapArenas, fused where they touch: the sizes tell how many of each. */
function claimImmortal(claims: Claims, mapping: Mapping, proof: Proof): void {
  for (const run of claims.freeIn(claims.indexAt(mapping.start))) {
    const arenaBytes = heapArenaKiB['1.25'] * KiB;
    const arenas = countArenas(run, arenaBytes);
    const certainty: Certainty = arenas === 0 || run.end - run.start === arenaBytes ? 'certain' : 'likely';
    const middle = run.start + arenas * arenaBytes;
    claims.claim({ start: run.start, end: middle }, 'heapArena', certainty, proof);
    claims.claim({ start: middle, end: run.end }, 'persistentalloc', certainty, proof);
  }
}

/** How many heapArenas leave whole chunks; none when no number does. */
function countArenas(run: Range, arenaBytes: number): number {
  const size = run.end - run.start;
  for (let count = 0; count * arenaBytes <= size && count < 64; count++) {
    if ((size - count * arenaBytes) % persistentChunk === 0) return count;
  }
  return 0;
}
