import type { Mark, Meaning } from './scene.ts';

/**
 * Memory in a column, lowest address on top: one word that bookkeeping reads as a number, or a stretch of words that
 * belong to somebody or to nobody. Words are of 8 bytes.
 */
export interface WordMark extends Mark {
  /** In words from the top. */
  readonly top: number;
  readonly words: number;
  readonly address: string;
  /** A number in hexadecimal; and what it says: its upper bits, and one cell for each flag in its lowest. */
  readonly tag?: { readonly hex: string; readonly says: string; readonly flags: readonly string[] } | undefined;
  /** Whose a stretch is; of a word, whether it still counts: `none` is a word left over. */
  readonly meaning: Meaning | 'none';
  /** Share of a stretch that was asked for; the rest is slack. */
  readonly asked?: number | undefined;
  readonly label: string;
  readonly now: 'read' | 'written' | undefined;
}
export interface WordsFrame {
  readonly words: number;
  /** Words that belong together, outlined. */
  readonly blocks: readonly { readonly top: number; readonly words: number }[];
  readonly heads: { readonly word: string; readonly says: string; readonly flags: readonly string[] };
  /** A pointer into memory, and the words read by counting from it; in words from the top. */
  readonly from?: { readonly at: number; readonly label: string } | undefined;
  readonly reads: readonly { readonly at: number; readonly label: string; readonly now: boolean }[];
  /** What is about to be one. */
  readonly span?: { readonly top: number; readonly words: number; readonly label: string } | undefined;
}
