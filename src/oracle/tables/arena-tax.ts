import file from '../../../oracle/recordings/startup.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording } from '../recording.ts';
import { column, from, words, type Cell, type RecordedTable } from './table.ts';

const [pageBytes, arenaBytes] = [4096, 2 ** 26];

/** One heapArena, in whole pages, for the releases that share its size. */
interface Tax { readonly releases: readonly string[]; readonly bytes: number }

/** Neighbouring releases whose heapArena takes as many pages, together. */
function taxes(): readonly Tax[] {
  const all: { releases: string[]; bytes: number }[] = [];
  for (const { go, heapArenaBytes } of readRecording('startup@1', file).rows) {
    const bytes = Math.ceil(heapArenaBytes / pageBytes) * pageBytes;
    const last = all.at(-1);
    if (last?.bytes === bytes) last.releases.push(releaseOf(go));
    else all.push({ releases: [releaseOf(go)], bytes });
  }
  return all;
}

const rowOf = ({ releases, bytes }: Tax): readonly Cell[] =>
  [`${releases[0]!}–${releases.at(-1)!}`, bytes / 1024, (100 * bytes) / arenaBytes, ((2 ** 30 / arenaBytes) * bytes) / 2 ** 20];

/** What the notes on an arena take, by version. */
export function arenaTax(): RecordedTable {
  return {
    caption: words('The size of heapArena, in whole pages of 4 KiB: what each 64 MiB of heap addresses cost beside them.', 'heapArena 的大小，按 4 KiB 的整页计：每 64 MiB 堆地址要另付的账。'),
    columns: [
      column('words', 'Go', 'Go'),
      column('number', 'heapArena, KiB', 'heapArena，KiB'),
      { ...column('number', 'of an arena, %', '占一个 arena，%'), digits: 2 },
      { ...column('number', 'for a heap of 1 GiB, MiB', '1 GiB 的堆，MiB'), digits: 1 },
    ],
    rows: taxes().map(rowOf),
    from: from(readRecording('startup@1', file), 'startup.json'),
  };
}
