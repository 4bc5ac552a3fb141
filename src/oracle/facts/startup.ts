import names from '../../../oracle/recordings/names.json' with { type: 'json' };
import startup from '../../../oracle/recordings/startup.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording } from '../recording.ts';
import { kib, type Facts } from './fact.ts';

const pageBytes = 4096;

/** Bytes in whole pages, as KiB. */
const paged = (bytes: number): number => (Math.ceil(bytes / pageBytes) * pageBytes) / 1024;

/** The size, in KiB, of the mapping the runtime calls so: the whole, not the pieces mapped into it later. */
function named(name: string): number {
  const { calls } = readRecording('startup@1', names).rows[0]!;
  return paged(calls.find((call) => call.name?.trim() === `Go: ${name}` && !call.how.includes('MAP_FIXED'))!.bytes);
}

/** The size of one heapArena, in KiB. */
const heapArena = (release: string): number =>
  paged(readRecording('startup@1', startup).rows.find(({ go }) => releaseOf(go) === release)!.heapArenaBytes);

/** What is certain of the 2022 program's long writable line: index, chunk table, and two heapArenas of Go 1.18. */
const knownOfSeed = (): number => named('heap index') + named('page alloc index') + 2 * heapArena('1.18');

/** What the runtime maps while it starts. */
export const startupFacts: Facts = {
  'heap-index': () => kib(named('heap index')),
  'chunk-table': () => kib(named('page alloc index')),
  'profiler-buckets': () => kib(named('profiler hash buckets')),
  'scavenge-index': () => kib(named('scavenge index')),
  'heap-arena-1.18': () => kib(heapArena('1.18')),
  'heap-arena-1.20': () => kib(heapArena('1.20')),
  'heap-arena-1.22': () => kib(heapArena('1.22')),
  'heap-arena-1.27': () => kib(heapArena('1.27')),
  'known-of-seed': () => kib(knownOfSeed()),
};
