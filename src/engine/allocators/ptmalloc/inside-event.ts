/** What a reader who looks inside malloc.c is told: each event with the function at work, and how full its list is then. */
import type { BlockList, HeapEvent } from '../allocator.ts';
import type { PtmallocPicture } from './picture.ts';

/** `by` is the function of malloc.c, glibc 2.36. Addresses are chunks', in bytes from the heap's start; sizes chunks'. */
interface Told { readonly by: string; readonly addr: number; readonly size: number }

/** One type for each kind, so that a sentence may be asked for by it. */
type Of<Kind extends string, More = unknown> = Kind extends string ? Told & More & { readonly kind: Kind } : never;

export type InsideEvent =
  /** `count`: chunks then in that list. */
  | Of<'tcache-take' | 'tcache-put' | 'stash' | 'fastbin-take' | 'fastbin-put' | 'consolidate', { readonly count: number }>
  | Of<'look' | 'unsorted' | 'merge-top' | 'grow'>
  /** `list`: unsorted, small or large. */
  | Of<'file' | 'take', { readonly list: string }>
  /** `last`: the rest is where the next small request is cut from. */
  | Of<'split', { readonly rest: number; readonly last: boolean }>
  | Of<'cut-top', { readonly rest: number }>
  | Of<'merge', { readonly side: 'before' | 'after' }>
  /** `threshold`: the bytes from which top is given back. */
  | Of<'trim', { readonly threshold: number }>
  /** `threshold`: the bytes from which requests are mapped, after the event; `moved`: it changed. */
  | Of<'map', { readonly threshold: number }>
  | Of<'unmap', { readonly threshold: number; readonly moved: boolean }>
  | Of<'copy', { readonly from: number }>;

/** An event of the engine in the terms of malloc.c, between two pictures. */
export function insideEvent(event: HeapEvent, before: PtmallocPicture, after: PtmallocPicture): InsideEvent {
  const { by = '', addr, size } = event;
  switch (event.kind) {
    case 'look': return { kind: 'look', by, addr, size };
    case 'take': return taken(event.list, { by, addr, size }, after);
    case 'put': return put(event.list, { by, addr, size }, after);
    case 'split': return topOf(after) === addr + size ? { kind: 'cut-top', by, addr, size, rest: event.rest } : { kind: 'split', by, addr, size, rest: event.rest, last: after.lastRemainder === addr + size };
    case 'coalesce': return event.side === 'top' ? { kind: 'merge-top', by, addr, size } : { kind: 'merge', by, addr, size, side: event.side };
    case 'grow': return { kind: 'grow', by, addr, size };
    case 'trim': return { kind: 'trim', by, addr, size, threshold: after.trimThreshold };
    case 'map': return { kind: 'map', by, addr, size, threshold: after.mmapThreshold };
    case 'unmap': return { kind: 'unmap', by, addr, size, threshold: after.mmapThreshold, moved: after.mmapThreshold !== before.mmapThreshold };
    case 'copy': return { kind: 'copy', by, addr, size, from: event.from };
  }
}

function taken(list: string, told: Told, { lists }: PtmallocPicture): InsideEvent {
  const count = lengthOf(lists, list, told.size);
  if (list === 'tcache') return { kind: 'tcache-take', ...told, count };
  if (list !== 'fastbin') return { kind: 'take', ...told, list };
  return { kind: told.by === 'malloc_consolidate' ? 'consolidate' : 'fastbin-take', ...told, count };
}

function put(list: string, told: Told, { lists }: PtmallocPicture): InsideEvent {
  const count = lengthOf(lists, list, told.size);
  if (list === 'tcache') return { kind: told.by === '_int_free' ? 'tcache-put' : 'stash', ...told, count };
  if (list === 'fastbin') return { kind: 'fastbin-put', ...told, count };
  return list === 'unsorted' ? { kind: 'unsorted', ...told } : { kind: 'file', ...told, list };
}

const topOf = ({ cells }: PtmallocPicture): number | undefined => cells.find(({ state }) => state === 'top')?.addr;

const lengthOf = (lists: readonly BlockList[], name: string, size: number): number =>
  lists.find((list) => list.name === name && list.size === size)?.blocks.length ?? 0;
