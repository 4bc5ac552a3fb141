import type { Mark } from './scene.ts';

/** A question on the way down: it lets the value fall, or turns it aside. */
export interface PegMark extends Mark {
  readonly part: 'peg';
  readonly label: string;
  /** Undefined: the value has not come by. */
  readonly did: 'passed' | 'turned' | undefined;
  readonly now: boolean;
}
/** Where one release put the value: shown by fill and by word. */
export interface ReleaseMark extends Mark {
  readonly part: 'release';
  readonly label: string;
  readonly place: 'stack' | 'heap' | 'table' | undefined;
  readonly word: string;
  readonly title: string;
  /** The one whose fall is drawn. */
  readonly chosen: boolean;
}
/** A function above; the pegs that its value falls past; the heap beside them, and the stack below. */
export interface PinballFrame {
  readonly name: string;
  readonly cost: string;
  readonly code: readonly string[];
  /** The part of the code that makes the value. */
  readonly value: string;
  /** What the compiler said, line by line, under the command that made it say so. */
  readonly asked: string;
  readonly said: readonly string[];
  readonly heap: string;
  readonly below: string;
  /** Where the value lies now. */
  readonly ball: 'above' | 'heap' | 'below' | undefined;
  readonly releases: string;
}
