/** What a still drawing is made of, on a board 360 wide. */
export type Part = Cell | Label | Arrow;

/** A stretch of memory; `fill`: the part of it that lives, from the bottom, in [0, 1]. */
export interface Cell {
  readonly part: 'cell';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly meaning: 'live' | 'new' | 'free' | 'kept' | 'chosen' | 'plain';
  readonly fill?: number;
  readonly text?: string;
}
export interface Label { readonly part: 'label'; readonly x: number; readonly y: number; readonly text: string; readonly anchor?: 'start' | 'middle' | 'end' }
/** An SVG path with a tip; `old` ones no longer hold. */
export interface Arrow { readonly part: 'arrow'; readonly path: string; readonly old?: boolean }

export interface Drawing { readonly height: number; readonly parts: readonly Part[] }

export const label = (x: number, y: number, text: string, anchor?: Label['anchor']): Label => ({ part: 'label', x, y, text, ...(anchor && { anchor }) });
export const cell = (x: number, y: number, width: number, height: number, meaning: Cell['meaning'], more: Pick<Cell, 'fill' | 'text'> = {}): Cell => ({ part: 'cell', x, y, width, height, meaning, ...more });
export const arrow = (path: string, old = false): Arrow => ({ part: 'arrow', path, old });
