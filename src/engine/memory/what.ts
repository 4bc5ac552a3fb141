/** What a stretch of a process's memory can be, how sure we are, and by which rule. */
import type { Mapping } from './mapping.ts';

/** Every answer to “what is this?”. The names from `arena` on are the Go runtime's own structures. */
export const whats = [
  'text', 'rodata', 'data', 'bss', 'heap', 'library', 'file', 'anonymous',
  'stack', 'thread stack', 'guard', 'vdso', 'vvar', 'vsyscall', 'glibc arena',
  'arena', 'arena reserved', 'summary L0', 'summary L1', 'summary L2', 'summary L3', 'summary L4',
  'scavenge index', 'arena index', 'heapArena', 'chunk table', 'persistentalloc', 'profiler buckets', 'gc metadata',
  'unknown',
] as const;
export type What = (typeof whats)[number];

/**
 * `certain`: the kernel says so by name, or sizes and places follow exactly from the runtime's source.
 * `likely`: the shape fits and nothing else we know has it. `guess`: it only fits.
 */
export const certainties = ['certain', 'likely', 'guess'] as const;
export type Certainty = (typeof certainties)[number];

/** Every rule that can claim memory. A view has one sentence for each, in each language. */
export const rules = [
  'kernel-name', 'vma-name', 'segment', 'segment-tail', 'library', 'library-tail', 'file',
  'arena', 'fixed-heap-base', 'summary', 'whole-level-0', 'first-chunk', 'scavenge-index', 'start-up-order',
  'heap-arena-count', 'residue', 'glibc-arena', 'stack-and-guard', 'no-rule',
] as const;
export type Rule = (typeof rules)[number];

/** Which rule claimed a part, and the numbers that prove it. */
export interface Proof {
  readonly rule: Rule;
  readonly [argument: string]: string | number;
}

export interface Part {
  readonly what: What;
  readonly sizeKiB: number;
  readonly certainty: Certainty;
  readonly proof: Proof;
}

/** A mapping and what it is made of: parts in address order that add up to its size. */
export interface Attributed {
  readonly mapping: Mapping;
  readonly parts: readonly Part[];
}
