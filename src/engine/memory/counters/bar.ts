/** The bar that all readings are put on: pieces beside each other, from live objects out to what only the cgroup is charged. */
import type { Bounds } from '../totals.ts';
import type { Service } from './service.ts';

/** In the order of the bar. `process` and `anon` stand where nothing finer is known. */
export const pieces = ['objects', 'unused', 'free', 'stacks', 'tables', 'unseen', 'process', 'anon', 'cache', 'kernel', 'rest'] as const;
export type Piece = (typeof pieces)[number];

/** Pieces that a counter of Go's sees. */
export const seen: readonly Piece[] = ['objects', 'unused', 'free', 'stacks', 'tables'];

/** Bytes of one piece, between two bounds where it is not known exactly. */
export interface Segment {
  readonly piece: Piece;
  readonly bytes: Bounds;
  /** Nothing bounds it from above: `most` is as little as it can be, too. */
  readonly orMore?: boolean;
}

const exactly = (piece: Piece, bytes: number): Segment => ({ piece, bytes: { least: bytes, most: bytes } });

/** The segments that have any bytes. */
export function barOf(service: Service): readonly Segment[] {
  return [...inProcess(service), ...beyond(service)].filter(({ bytes }) => bytes.most > 0);
}

function inProcess({ account: { go, rss } }: Service): readonly Segment[] {
  if (!go) return rss ? [exactly('process', rss.total)] : [];
  const { classes } = go;
  const tables = ['metadata/mspan/inuse', 'metadata/mspan/free', 'metadata/mcache/inuse', 'metadata/mcache/free', 'metadata/other', 'profiling/buckets', 'other'] as const;
  return [
    exactly('objects', classes['heap/objects']),
    exactly('unused', classes['heap/unused']),
    exactly('free', classes['heap/free']),
    exactly('stacks', classes['heap/stacks'] + classes['os-stacks']),
    exactly('tables', tables.reduce((sum, name) => sum + classes[name], 0)),
    ...(rss ? [unseenOf(rss.total, go.mappedReady, go.unseen)] : []),
  ];
}

/** Of RSS alone it is only known what must be unseen: all that exceeds what Go counts, touched or not. */
function unseenOf(rss: number, mappedReady: number, known: Bounds | undefined): Segment {
  if (known) return { piece: 'unseen', bytes: { least: Math.max(0, known.least), most: Math.max(0, known.most) } };
  return { ...exactly('unseen', Math.max(0, rss - mappedReady)), orMore: true };
}

/** What the cgroup is charged and this process's pages are not. */
function beyond({ account: { charge, rss }, charge: read }: Service): readonly Segment[] {
  if (!charge || !read) return [];
  if (!rss) return [exactly('anon', read.anon), exactly('cache', read.file), exactly('kernel', read.kernel ?? 0), exactly('rest', Math.max(0, charge.unexplained ?? 0))];
  const outside = Math.max(0, charge.beyondRss ?? 0);
  const cache = Math.min(outside, read.file - (read.mapped ?? 0));
  const kernel = Math.min(outside - cache, read.kernel ?? 0);
  return [exactly('cache', cache), exactly('kernel', kernel), exactly('rest', outside - cache - kernel)];
}

/** The most the bar can be, bytes; where a segment may be more, the least. */
export const lengthOf = (bar: readonly Segment[]): number => bar.reduce((sum, { bytes }) => sum + bytes.most, 0);
