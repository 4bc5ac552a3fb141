/** Why an allocator put a block where it did, in its own terms: read from the events of the call. */
import type { Cell, HeapEvent } from './allocator.ts';

/** One type for each way, so that words may be asked for by it. */
type By<Ways extends string, More = unknown> = Ways extends string ? More & { readonly how: Ways } : never;

export type Why =
  /** glibc: the last chunk put into the thread's cache; from a fast or small bin, the cache filled from the same bin; cut from top. */
  | By<'tcache', { readonly left: number }>
  | By<'fastbin' | 'smallbin', { readonly left: number; readonly stashed: number }>
  | By<'unsorted' | 'cut' | 'top'>
  /** tcmalloc: the last object put into the thread's list; so many fetched from the central list, the first of them used. */
  | By<'thread', { readonly left: number }>
  | By<'central', { readonly fetched: number }>
  /** jemalloc: the lowest free region, used again or never used before. */
  | By<'lowest' | 'next'>
  /** mimalloc: the page's free list, with blocks never used or with what was freed. */
  | By<'fresh' | 'reused'>
  /** A free: where the block waits now, and how many do; or how many left for the central list. */
  | By<'to tcache' | 'to fastbin' | 'to thread' | 'to region' | 'to local' | 'to central', { readonly count: number }>
  | By<'to unsorted' | 'to top'>;

export type How = Why['how'];

/** After the call: the heap, which is only looked through where it tells something, whether the slot was never used before it, and how many used slots nobody holds. */
export interface After { readonly cells: () => readonly Cell[]; readonly fresh: boolean; readonly holes: number }

const waiting = (cells: After['cells'], list: string): number => cells().filter((cell) => cell.state === 'cached' && cell.list === list).length;

type Listed = Extract<HeapEvent, { kind: 'take' | 'put' }>;

/** The list last taken from, or put to. */
const lastList = (events: readonly HeapEvent[], kind: Listed['kind']): string => events.findLast((event): event is Listed => event.kind === kind)?.list ?? '';

const moved = (events: readonly HeapEvent[], kind: 'take' | 'put', list: string): readonly Listed[] =>
  events.filter((event): event is Listed => event.kind === kind && event.list === list);

/** Why a call was answered with this block. */
export function whyHere(events: readonly HeapEvent[], { cells, fresh }: After): Why {
  const list = lastList(events, 'take');
  const stashed = moved(events, 'put', 'tcache').length;
  if (list === 'unsorted' || events.some(({ kind }) => kind === 'look') && list === 'tcache') return { how: 'unsorted' };
  if (list === 'tcache') return { how: 'tcache', left: waiting(cells, 'tcache') };
  if (list === 'fastbin') return { how: 'fastbin', left: waiting(cells, 'fastbin'), stashed };
  if (list === 'small') return { how: 'smallbin', left: cells().filter((cell) => cell.list === 'small').length, stashed };
  if (list === 'thread') return fromThread(events, cells);
  if (list === 'free') return { how: fresh ? 'fresh' : 'reused' };
  if (list.startsWith('bin-')) return { how: fresh ? 'next' : 'lowest' };
  return { how: fresh ? 'top' : 'cut' };
}

function fromThread(events: readonly HeapEvent[], cells: After['cells']): Why {
  const [object, batch] = [moved(events, 'take', 'thread')[0]!, moved(events, 'take', 'central')[0]];
  return batch === undefined ? { how: 'thread', left: waiting(cells, 'thread') } : { how: 'central', fetched: batch.size / object.size };
}

/** Where a freed block went. */
export function whyFreed(events: readonly HeapEvent[], { cells, holes }: After): Why {
  const list = lastList(events, 'put');
  if (list === 'tcache') return { how: 'to tcache', count: waiting(cells, 'tcache') };
  if (list === 'fastbin') return { how: 'to fastbin', count: waiting(cells, 'fastbin') };
  if (list === 'thread') return { how: 'to thread', count: waiting(cells, 'thread') };
  if (list === 'central') return { how: 'to central', count: moved(events, 'put', 'central').reduce((sum, { size }) => sum + size, 0) / moved(events, 'put', 'thread')[0]!.size };
  if (list === 'local_free') return { how: 'to local', count: holes };
  if (list.startsWith('bin-')) return { how: 'to region', count: holes };
  return { how: list === 'unsorted' ? 'to unsorted' : 'to top' };
}
