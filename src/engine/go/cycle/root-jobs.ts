import { roots } from './settings.ts';

/** Pages of an arena, and those one job looks through for finalizers and their like (`mheap.go:pagesPerArena`, `mgcmark.go:pagesPerSpanRoot`). */
const pagesPerArena = 8192;
const pagesPerSpanRoot = 512;

/** Finalizers that wait, stacks of dead goroutines, cleanups that wait (`mgcmark.go:fixedRootCount`). */
const fixedRootCount = 3;

export type RootKind = 'fixed' | 'globals' | 'spans' | 'stack';

/** A piece of the roots that one P scans at a time: its bytes, and what it points to when it is scanned. */
export interface RootJob { readonly kind: RootKind; readonly bytes: number; readonly pointers: () => readonly number[] }

const without = (kind: RootKind, bytes = 0): RootJob => ({ kind, bytes, pointers: () => [] });

/**
 * All of them, in the order in which they are claimed (`mgcmark.go:gcPrepareMarkRoots`, Go 1.27). Data and BSS are
 * smaller than a block of 256 KiB, so a job each; the heap lies in one arena; each goroutine that exists has one.
 */
export function rootJobs(globals: () => readonly number[], stacks: readonly (() => readonly number[])[]): readonly RootJob[] {
  return [
    ...Array.from({ length: fixedRootCount }, () => without('fixed')),
    { kind: 'globals', bytes: roots.data, pointers: globals },
    without('globals', roots.bss),
    ...Array.from({ length: pagesPerArena / pagesPerSpanRoot }, () => without('spans')),
    ...stacks.map((pointers): RootJob => ({ kind: 'stack', bytes: roots.stackInUse, pointers })),
  ];
}
