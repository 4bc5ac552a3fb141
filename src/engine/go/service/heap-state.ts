import { noConsMark, type ConsMark } from './cons-mark.ts';
import { idleLimiter, type SavedLimiter } from './cpu-limiter.ts';
import type { Turn } from './time-slice.ts';

/** A collection that is marking. Bytes; `assisted` and `idle` in seconds of one P. */
export interface Marking {
  readonly since: number;
  readonly triggered: number;
  /** What will be found alive of what was there when marking began. */
  readonly found: number;
  readonly toScan: number;
  scanned: number;
  /** Scanned in the background and owed by nobody yet. */
  credit: number;
  assisted: number;
  idle: number;
  /** Of each P without a dedicated worker. */
  turns: readonly Turn[];
}

/** All of it as plain data. */
export interface HeapState {
  now: number;
  /** What the program means to keep, and keeps. Memory it reserved and never touched. */
  wanted: number;
  reachable: number;
  ballast: number;
  heapLive: number;
  heapMarked: number;
  /** Scanned of the heap by the last collection. */
  lastHeapScan: number;
  consMark: ConsMark;
  /** Heap pages in memory, free ones among them. */
  mapped: number;
  limiter: SavedLimiter;
  marking: Marking | undefined;
  allocated: number;
  /** Seconds of one P that collections took, and of those what the program gave. */
  gcTime: number;
  assistTime: number;
  cycles: number;
  /** When the world was last stopped. */
  lastStop: number;
}

export const newHeap: HeapState = {
  now: 0, wanted: 0, reachable: 0, ballast: 0, heapLive: 0, heapMarked: 0, lastHeapScan: 0, consMark: noConsMark, mapped: 0,
  limiter: idleLimiter, marking: undefined, allocated: 0, gcTime: 0, assistTime: 0, cycles: 0, lastStop: 0,
};

/** A state of its own: all but these two objects is never changed in place. */
export const copyOf = (state: HeapState): HeapState => ({ ...state, marking: state.marking && { ...state.marking } });
