/** What recorded programs ask of malloc, counted from their traces, and what glibc then asks of the kernel. Node only. */
import { Ptmalloc } from '../engine/allocators/ptmalloc/ptmalloc.ts';
import type { HeapOp } from '../engine/allocators/allocator.ts';
import { traceNamed } from './malloc.ts';

/** Programs of oracle/malloc/traces that nobody wrote for a test. */
export const programs = ['awk', 'bash', 'cc1', 'ls', 'perl', 'sort'] as const;
export type Program = (typeof programs)[number];

/** Sizes in bytes, lives in calls of malloc and free. */
export interface Traffic {
  readonly mallocs: number;
  readonly frees: number;
  /** How many different sizes. */
  readonly sizes: number;
  readonly median: number;
  readonly largest: number;
  /** The calls between the malloc and the free of the middle object of those that were freed. */
  readonly life: number;
  /** Of glibc, for memory: brk and mmap. The engine equals glibc answer for answer. */
  readonly systemCalls: number;
}

const counted = new Map<Program, Traffic>();

export function traffic(program: Program): Traffic {
  const known = counted.get(program) ?? count(traceNamed(program));
  counted.set(program, known);
  return known;
}

function count(ops: readonly HeapOp[]): Traffic {
  const sizes = ops.flatMap((op) => (op.do === 'free' ? [] : [op.size])).sort(ascending);
  const lives = livesOf(ops).sort(ascending);
  return {
    mallocs: sizes.length, frees: lives.length, sizes: new Set(sizes).size, median: middle(sizes), largest: sizes.at(-1)!,
    life: middle(lives), systemCalls: systemCalls(ops),
  };
}

function livesOf(ops: readonly HeapOp[]): number[] {
  const born = new Map<number, number>();
  const lives: number[] = [];
  for (const [at, op] of ops.entries()) {
    const since = born.get(op.id);
    if (op.do !== 'free') born.set(op.id, since ?? at);
    else if (since !== undefined && born.delete(op.id)) lives.push(at - since);
  }
  return lives;
}

function systemCalls(ops: readonly HeapOp[]): number {
  const glibc = new Ptmalloc();
  for (const op of ops) glibc.apply(op);
  return glibc.figures().systemCalls;
}

const ascending = (a: number, b: number): number => a - b;
const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;
