import file from '../../../oracle/recordings/versions/retained.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording } from '../recording.ts';
import { column, from, words, type RecordedTable, type Words } from './table.ts';

/** The last release with maps of buckets; the newest comes from the recording. */
const buckets = '1.23';

const names: Readonly<Record<string, Words>> = {
  'filled 128': words('map[int][128]byte, a million entries', 'map[int][128]byte，一百万个条目'),
  'emptied 128': words('all deleted', '全部删掉'),
  'replaced 128': words('a new map in its place', '换成一个新 map'),
  'filled 129': words('map[int][129]byte, a million entries', 'map[int][129]byte，一百万个条目'),
  'emptied 129': words('all deleted', '全部删掉'),
};

/** What stays alive of maps that were emptied. */
export function retained(): RecordedTable {
  const recording = readRecording('retained@1', file);
  const shown = [recording.rows.find(({ go }) => releaseOf(go) === buckets)!, recording.rows.at(-1)!];
  return {
    caption: words('HeapAlloc after a collection, in MiB. Up to 1.23 maps were made of buckets, since 1.24 they are Swiss tables.', 'GC 之后的 HeapAlloc，单位 MiB。1.23 及以前的 map 由桶组成，1.24 起是 Swiss table。'),
    columns: [column('words', 'after', '之后'), ...shown.map(({ go }) => column('number', go.replace('go', 'Go '), go.replace('go', 'Go ')))],
    rows: Object.entries(names).map(([step, name]) => [name, ...shown.map(({ result }) => result[step]!)]),
    from: from(recording, 'versions/retained.json'),
  };
}
