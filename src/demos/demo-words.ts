import type { Controls } from './control.ts';
import type { GuessWords, HelpTool } from './play.ts';

export interface Kinded { readonly kind: string }

/** What a demo says in one language. A kind of event without a sentence does not compile. */
export interface DemoWords<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer> {
  readonly title: string;
  /** The point of the figure, in one sentence. */
  readonly caption: string;
  /** After the caption, what a reader may do with the figure where it runs; the book as a file goes without. */
  readonly handling?: string;
  readonly controls: { readonly [Name in keyof C]: string };
  /** A choice without a word here is shown as it is. */
  readonly choices: Readonly<Record<string, string>>;
  readonly presets: { readonly [Name in Presets]: string };
  /** What an example becomes once a reader sets something, where that is another thing: a recorded one is simulated then. */
  readonly altered?: { readonly [Name in Presets]?: string };
  readonly kinds: { readonly [Kind in Event['kind']]: string };
  readonly events: { readonly [Kind in Event['kind']]: (event: Extract<Event, { kind: Kind }>) => string };
  /** What is about to happen, before an operation. */
  readonly op: (op: Op) => string;
  /** What the system answered. */
  readonly answer: (op: Op, answer: Answer) => string;
  readonly end: string;
  /** Of a program without an operation, where `end` says nothing. */
  readonly blank?: string;
  /** By the code of a {@link ProgramError}. */
  readonly errors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>>;
  readonly help?: string;
  /** After the help: a tool that writes a program of this figure from what a reader has. */
  readonly helpTool?: HelpTool;
  /** Where a demo takes guesses: what it asks before an operation, and what it says of a text that is no guess. */
  readonly guess?: GuessWords<Op>;
}
