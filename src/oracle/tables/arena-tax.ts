import file from '../../../oracle/recordings/startup.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { neighbours, span } from './neighbours.ts';
import { column, from, words, type Cell, type RecordedTable } from './table.ts';

const [pageBytes, arenaBytes] = [4096, 2 ** 26];

/** One heapArena, in whole pages. */
const bytesOf = ({ heapArenaBytes }: Row<'startup@1'>): number => Math.ceil(heapArenaBytes / pageBytes) * pageBytes;

function rowOf(alike: readonly Row<'startup@1'>[]): readonly Cell[] {
  const bytes = bytesOf(alike[0]!);
  return [span(alike.map(({ go }) => releaseOf(go))), bytes / 1024, (100 * bytes) / arenaBytes, ((2 ** 30 / arenaBytes) * bytes) / 2 ** 20];
}

/** What the notes on an arena take, by version. */
export function arenaTax(): RecordedTable {
  const recording = readRecording('startup@1', file);
  return {
    caption: words('The size of heapArena, in whole pages of 4 KiB: what each 64 MiB of heap addresses cost beside them.', 'heapArena 的大小，按 4 KiB 的整页计：每 64 MiB 堆地址要另付的账。'),
    columns: [
      column('words', 'Go', 'Go'),
      column('number', 'heapArena, KiB', 'heapArena，KiB'),
      { ...column('number', 'of an arena, %', '占一个 arena，%'), digits: 2 },
      { ...column('number', 'for a heap of 1 GiB, MiB', '1 GiB 的堆，MiB'), digits: 1 },
    ],
    rows: neighbours(recording.rows, bytesOf).map(rowOf),
    from: from(recording, 'startup.json'),
  };
}
