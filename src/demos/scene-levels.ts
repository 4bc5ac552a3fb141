import type { Mark, Meaning } from './scene.ts';

/** One cell of one magnification: a byte, a slot, a page, a chunk. */
export interface LevelCell extends Mark {
  /** Which level it belongs to; 0 is drawn on top. */
  readonly level: number;
  /** How many columns it takes. */
  readonly weight: number;
  readonly meaning: Meaning | 'none';
  /** Drawn inside, where there is room; a line break begins another line. */
  readonly label: string;
  /** Underlined: a search looked at it. */
  readonly held?: boolean;
  /** What it is, told to who points at it. */
  readonly name: string;
  /** Seen magnified in the next finer level. */
  readonly focus: boolean;
  readonly now: boolean;
}
export interface LevelFrame {
  readonly name: string;
  /** Where in the runtime's source this level lives. */
  readonly place: string;
  readonly note: string;
  readonly columns: number;
  /** Pixels of a row. */
  readonly height: number;
  /** Whether the present operation has come as far as this. */
  readonly reached: boolean;
  readonly now: boolean;
}
/** The finest is on top, or the coarsest. */
export interface LevelsFrame { readonly levels: readonly LevelFrame[]; readonly top?: 'finest' | 'coarsest' }
