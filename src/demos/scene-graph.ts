import type { Mark } from './scene.ts';

/** An object, or a register: a place that pointers start from or lead to. */
export interface GraphNode extends Mark {
  readonly part: 'node';
  /** Where it stands, on a board 360 wide. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly note: string;
  readonly paint: 'white' | 'grey' | 'black' | 'gone' | 'lost' | 'register' | 'live' | 'garbage';
  readonly now: boolean;
  /** A number at its rim. */
  readonly badge?: string | undefined;
  /** How a reader goes on from here: the line that draws a pointer, but for its target; and the line for a second touch. */
  readonly touch?: { readonly link: string; readonly again: string } | undefined;
}
/** A pointer. */
export interface GraphEdge extends Mark {
  readonly part: 'edge';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Its target has been swept. */
  readonly dangling: boolean;
  readonly now: boolean;
  /** The line that cuts it. */
  readonly cut?: string | undefined;
}
export interface GraphFrame {
  readonly height: number;
  /** One line below: what the drawing comes to. */
  readonly note: string;
  /** The box around the registers, and what it says. */
  readonly stack?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string };
  /** Lines a reader may add, each with the word it stands under; drawn from the upper right. */
  readonly adds?: readonly { readonly line: string; readonly label: string }[];
}
