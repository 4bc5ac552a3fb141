/** How a reader takes part in a figure beyond watching it. */

export interface GuessWords<Op> {
  readonly title: string;
  readonly ask: (op: Op) => string;
  readonly unread: (text: string) => string;
  /** What is said of a bet that was lost, both as they are written; without it, both are only named. */
  readonly missed?: (yours: string, ours: string) => string;
}

/** How a reader plays: which operations may come next, and the line each is written as in a program. */
export interface Moves<Op, Picture> {
  readonly from: (picture: Picture) => readonly Op[];
  readonly write: (op: Op) => string;
  /** Whether an operation is the reader's own, and not of the machine they play against. */
  readonly own: (op: Op) => boolean;
  /** The shortest way to win from here, for a reader who asks; undefined where none is known. */
  readonly winning?: (picture: Picture) => readonly Op[] | undefined;
  /** Whether the game is over. Then the next example is offered. */
  readonly over?: (picture: Picture) => boolean;
}

/** How a reader bets on an answer before it comes. */
export interface Guess<Op, Answer> {
  /** Whether an operation has an answer worth a bet. */
  readonly about: (op: Op) => boolean;
  /** The answer a text means; undefined when it means none. */
  readonly read: (text: string) => Answer | undefined;
  readonly write: (answer: Answer) => string;
  /** Given, the reader takes one of these texts instead of typing. */
  readonly choices?: readonly string[];
  /** The way to the answer is worth seeing: after the bet the reader steps there. */
  readonly stepwise?: boolean;
}

/** A tool of the book that writes programs of the figure from what a reader has: the last part of its address, and the words of the link to it. */
export interface HelpTool { readonly slug: string; readonly words: string }
