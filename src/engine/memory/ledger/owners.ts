/** Who owns the resident memory of a process: its mappings summed by owner, and by who counts them. */
import { amountOf, type Bounds } from '../totals.ts';
import type { Attributed, What } from '../what.ts';

/** Owners in the order of the account: what Go holds, what C holds, what belongs to files, the kernel's pages, and what nobody can tell. */
export const owners = ['goHeap', 'goNotes', 'cHeap', 'stacks', 'program', 'libraries', 'files', 'kernel', 'unclear'] as const;
export type Owner = (typeof owners)[number];

const ownerOf: { readonly [Name in What]: Owner } = {
  arena: 'goHeap', 'arena reserved': 'goHeap',
  'summary L0': 'goNotes', 'summary L1': 'goNotes', 'summary L2': 'goNotes', 'summary L3': 'goNotes', 'summary L4': 'goNotes',
  'scavenge index': 'goNotes', 'arena index': 'goNotes', heapArena: 'goNotes', 'chunk table': 'goNotes',
  persistentalloc: 'goNotes', 'profiler buckets': 'goNotes', 'gc metadata': 'goNotes',
  heap: 'cHeap', 'glibc arena': 'cHeap',
  stack: 'stacks', 'thread stack': 'stacks', guard: 'stacks',
  text: 'program', rodata: 'program', data: 'program', bss: 'program',
  library: 'libraries', file: 'files',
  vdso: 'kernel', vvar: 'kernel', vsyscall: 'kernel',
  anonymous: 'unclear', unknown: 'unclear',
};

/** What one owner has. */
export interface Owned {
  readonly owner: Owner;
  readonly virtKiB: number;
  readonly rssKiB: Bounds;
}

/** What each owner that has any has, in the order of `owners`. Undefined where the text told of no resident pages: maps, not smaps. */
export function ownedBy(attributed: readonly Attributed[]): readonly Owned[] | undefined {
  const all = owners.map((owner) => ({ owner, ...amountOf(attributed, ({ what }) => ownerOf[what] === owner) }));
  const told = all.flatMap(({ rssKiB, ...rest }) => (rssKiB ? [{ ...rest, rssKiB }] : []));
  return told.length < all.length ? undefined : told.filter(({ virtKiB }) => virtKiB > 0);
}
