import { nil } from './barrier-buffer.ts';

/** A goroutine of the program, as far as the collector sees it. */
export interface Goroutine {
  readonly id: number;
  /** Pointers on its stack: parts of something it builds, and one that it moves from one place to another. */
  parts: number[];
  held: { ptr: number; from: number };
  /** Bytes it may allocate before it owes work; below zero it does (`runtime2.go:gcAssistBytes`). */
  assistBytes: number;
  /** The allocation under way is accounted for. */
  charged: boolean;
  /** When it will wait for something, and whether it is to give way before. */
  turnEnds: number;
  preempt: boolean;
  /** An assist under way: bytes to scan, and scanned. */
  assist: { readonly work: number; readonly since: number; done: number };
}

export const goroutine = (id: number): Goroutine =>
  ({ id, parts: [], held: { ptr: nil, from: nil }, assistBytes: 0, charged: false, turnEnds: 0, preempt: false, assist: { work: 0, since: 0, done: 0 } });

export const stackOf = ({ parts, held }: Goroutine): readonly number[] => [...parts, held.ptr];
