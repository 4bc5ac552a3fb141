import type { Mark, Meaning } from './scene.ts';

/** A stretch of one stack, keyed `STACK/…`: calls, or nothing. In bytes below the stack's upper end. */
export interface FrameMark extends Mark {
  readonly stack: string;
  readonly from: number;
  readonly size: number;
  readonly meaning: Meaning | 'none';
  readonly label: string;
  readonly title: string;
  readonly now: boolean;
}

/** One stack, its upper end on top: it grows downwards. Drawn at `place`, counted from the left. */
export interface StackColumn {
  readonly key: string;
  readonly place: number;
  readonly name: string;
  readonly note: string;
  /** In bytes. */
  readonly size: number;
  /** The addresses of its two ends; empty where there are none. */
  readonly hi: string;
  readonly lo: string;
  /** `left`: nobody's any more; `refused`: it will not be. */
  readonly state: 'used' | 'left' | 'refused';
  /** Lines across it: where the stack pointer must stay above, where a limit lies. */
  readonly lines: readonly StackLine[];
}
export interface StackLine { readonly at: number; readonly label: string; readonly crossed: boolean }

/** A pointer: from a place in a stack, or from outside, which then has a name, to a place in one. */
export interface StackArrow {
  readonly key: string;
  readonly from: StackPlace | string;
  readonly to: StackPlace;
  readonly now: boolean;
}
export interface StackPlace { readonly stack: string; readonly at: number }

export interface StacksFrame {
  readonly columns: readonly StackColumn[];
  /** How many places there are side by side. */
  readonly places: number;
  /** The bytes that the whole height stands for. */
  readonly most: number;
  readonly arrows: readonly StackArrow[];
  /** The sizes a stack has had, in turn; none, where that is not the point. */
  readonly history: readonly { readonly size: number; readonly label: string; readonly by: 'start' | 'call' | 'collection' }[];
  readonly historyName: string;
}
