import type { Mark, Meaning } from './scene.ts';

/** A stretch of memory that was once one block: one still, or cut into those below it. Shares of the width. */
export interface IcicleMark extends Mark {
  /** The row: 0 is the whole. */
  readonly level: number;
  readonly from: number;
  readonly share: number;
  /** `none`: it lies in smaller blocks. */
  readonly meaning: Meaning | 'none';
  /** The part of the block that was asked for; the rest is slack. */
  readonly asked?: number | undefined;
  readonly label: string;
  readonly title: string;
  /** The block of the moment, or the one it is compared with. */
  readonly now: 'this' | 'other' | undefined;
}
export interface IcicleFrame {
  readonly levels: readonly string[];
  /** Addresses beneath, at shares of the width. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Lines in the sum's place while there is none. */
  readonly notes: readonly string[];
  /** A sum in binary, line by line; `bit` counts the marked digit from the right. Room is kept for `lines` of them. */
  readonly lines: number;
  readonly sum: readonly { readonly name: string; readonly hex: string; readonly digits: string; readonly bit: number }[];
}
