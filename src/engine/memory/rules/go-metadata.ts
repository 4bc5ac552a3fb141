/** Claims the Go runtime's own tables: start-up pieces by their place, later ones by their sizes. */
import { isReady, KiB } from '../mapping.ts';
import { arenaIndexBytes, arenaIndexPlace, chunkTableBytes, firstChunk, metadataBytes, persistentChunk, profilerBytes } from './go-startup.ts';
import { tellStories } from './go-story.ts';
import type { Claims } from '../claims.ts';
import type { Range } from '../summaries.ts';
import type { Certainty, Proof, What } from '../what.ts';
import type { HeapArenaKiB, Placed } from './go-startup.ts';
import type { Run, Story } from './go-story.ts';
import type { GoSummaries } from './go-summaries.ts';

/** Sizes of a heapArena that the map allows equally well, the likeliest first. */
export type HeapArenaSizes = readonly HeapArenaKiB[];

/** Claims the runtime's tables in the story that the map contradicts least. */
export function claimMetadata(claims: Claims, summaries: GoSummaries, arenas: readonly Range[]): HeapArenaSizes {
  const chunk = firstChunk(summaries);
  if (chunk && claims.isFree(chunk, isReady)) claimFirstChunk(claims, chunk);
  const stories = tellStories(claims, summaries, arenas);
  const best = stories[0];
  if (!best) {
    claimIndexAlone(claims, summaries);
    return [];
  }
  const equal = stories.filter((story) => story.faults === best.faults);
  tell(claims, best, equal.length === 1);
  return equal.map((story) => story.heapArena);
}

function claimFirstChunk(claims: Claims, chunk: Range): void {
  const alone = claims.free(isReady).some((run) => run.start === chunk.start && run.end === chunk.end);
  claims.claim(chunk, 'persistentalloc', alone ? 'certain' : 'likely', { rule: 'first-chunk' });
}

/** In a map that fits no story (TSan's own mappings in between) the arena index still lies right after the reservations. */
function claimIndexAlone(claims: Claims, summaries: GoSummaries): void {
  const index = arenaIndexPlace(summaries);
  if (claims.isFree(index, isReady)) claims.claim(index, 'arena index', 'likely', { rule: 'start-up-order', sizeKiB: arenaIndexBytes / KiB });
}

function tell(claims: Claims, story: Story, alone: boolean): void {
  for (const piece of story.placed) claims.claim(piece, piece.what, certaintyOf(piece, alone), { rule: 'start-up-order', sizeKiB: (piece.end - piece.start) / KiB });
  const arenas = alone && story.complete && story.faults === 0 && !story.queues ? 'certain' : 'likely';
  for (const run of story.runs) claimRun(claims, run, story.heapArena, arenas);
}

/** What every Go maps is where it was placed; the profiler's table may be missing, and other pieces there. */
function certaintyOf({ what }: Placed, alone: boolean): Certainty {
  if (what === 'arena index') return 'certain';
  return alone && (what === 'heapArena' || what === 'chunk table') ? 'certain' : 'likely';
}

/** Above this a sum of 256s and 64s has too many solutions to be more than a guess. */
const likelyKiB = 4096;
/** More pieces than this are claimed as one. */
const mostPieces = 64;

/** Lays the pieces of a sum into their run, the latest lowest: their true order is not in the map. */
function claimRun(claims: Claims, { range, sum }: Run, heapArena: HeapArenaKiB, arenaCertainty: Certainty): void {
  const sizeKiB = (range.end - range.start) / KiB;
  const certainty = sum.unknown === 0 && sizeKiB - sum.heapArenas * heapArena <= likelyKiB ? 'likely' : 'guess';
  const proof: Proof = { rule: 'residue', sizeKiB, chunks: sum.chunks, blocks: sum.blocks, profiler: sum.profiler, oddKiB: sum.odd };
  let end = range.end;
  const lay = (count: number, bytes: number, what: What, sure: Certainty = certainty, by = proof): void => {
    const together = count > mostPieces ? count : 1;
    for (let left = count; left > 0; left -= together) {
      claims.claim({ start: end - bytes * together, end }, what, sure, by);
      end -= bytes * together;
    }
  };
  lay(sum.profiler, profilerBytes, 'profiler buckets');
  lay(sum.tables, chunkTableBytes, 'chunk table');
  lay(sum.chunks, persistentChunk, 'persistentalloc');
  lay(sum.blocks, metadataBytes, 'gc metadata');
  lay(sum.odd > 0 ? 1 : 0, sum.odd * KiB, 'gc metadata');
  lay(sum.heapArenas, heapArena * KiB, 'heapArena', arenaCertainty, { rule: 'heap-arena-count', sizeKiB: heapArena });
}
