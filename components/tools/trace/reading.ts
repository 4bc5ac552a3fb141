import type { Places } from '../../../src/engine/allocators/demand.ts';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Run } from '../../../src/engine/allocators/measure.ts';

/** Places of a chart at which a run is looked at, besides the first; a short trace is looked at after each call. */
export const mostMarks = 400;

/** Something odd in a trace: how often, and in which line first. */
export interface Oddity { readonly count: number; readonly line: number }

/** A trace, small enough to leave the Worker: its operations stay there. */
export interface Reading {
  readonly format: 'rep' | 'mtrace';
  readonly operations: number;
  /** The numbers of operations done at which runs are looked at, rising from 0. */
  readonly marks: readonly number[];
  /** Bytes the program had asked for and not freed, at each mark. */
  readonly live: readonly number[];
  readonly peakLive: number;
  readonly peakAt: number;
  readonly nothingHeld: Oddity;
  readonly forgotten: Oddity;
}

export const oddityOf = ({ count, first }: Places, lines: readonly number[]): Oddity => ({ count, line: lines[first] ?? 0 });

/** What the page may ask of the Worker, and what it answers. A run that was stopped is undefined. */
export interface Answers { readonly read: Reading; readonly run: Run | undefined }
export type Ask = { readonly do: 'read'; readonly text: string } | { readonly do: 'run'; readonly machine: MachineName };
