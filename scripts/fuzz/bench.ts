import type { Locale } from '../../src/i18n/locales.ts';

/** What one text is laid on: says what went wrong with it, and what it cost. */
export interface Bench {
  /** One task of the page: nothing else happens there until it is done. */
  page<Result>(name: string, work: () => Result): Result;
  /** Work in a Worker, which the page does not wait for. */
  worker<Result>(work: () => Result): Result;
  /** What a page would show of the text. */
  shown(name: string, html: string): void;
  /** A sentence for the reader. */
  said(name: string, sentence: string): void;
  /** What is wrong with the text, and where in it. */
  blamed(damage: { readonly message: string; readonly line: number; readonly column: number }, text: string): void;
  fault(what: string): void;
}

/** One kind of text that readers bring, and everything the book does with it. */
export interface Kind {
  readonly name: string;
  /** Texts as they should be: what is damaged. */
  readonly samples: () => readonly string[];
  /** Words and marks of its own grammar. */
  readonly tokens: readonly string[];
  /** The most characters of it that are read. */
  readonly longest: number;
  bring(text: string, bench: Bench): void;
}

export const inBoth: readonly Locale[] = ['en', 'zh'];
