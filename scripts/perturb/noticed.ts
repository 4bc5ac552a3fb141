import { apply } from '../patch.ts';
import { differences, type Book, type Difference } from '../oracle/differences.ts';
import { readBook, Unreadable } from '../oracle/read-book.ts';
import type { Perturbation } from './list.ts';

/** What of the text changes with one value: differences by who vouches, or why the book cannot even be read. */
export type Noticed = { readonly changed: readonly Difference[] } | { readonly unreadable: string };

/** Changes one value of the copy at `book`, reads what the book then says beside what it said before, and changes it back. */
export function noticed(book: string, perturbation: Perturbation, before: Book, read: (book: string) => Book = readBook): Noticed {
  const undo = apply(book, [perturbation]);
  try {
    return { changed: differences(before, read(book)).filter(({ places }) => places.length > 0) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { unreadable: /^\w*Error.*/m.exec(error.message)?.[0] ?? error.message };
  } finally {
    undo();
  }
}

const languageOf = (at: string): string => /(?:^|[/.])(en|zh)[/.]/.exec(at)?.[1] ?? '';

/** Who changes in one language and not in the other: what a number leans on must be the same in both. */
export function oneSided(changed: readonly Difference[]): readonly string[] {
  return changed.filter(({ places }) => new Set(places.map(({ at }) => languageOf(at))).size < 2).map(({ what }) => what);
}

/** Why a changed value is not noticed as it must be; undefined when sentences in both languages change with it. */
export function missed(found: Noticed): string | undefined {
  if ('unreadable' in found) return `NO SENTENCE: the book cannot be read (${found.unreadable})`;
  if (found.changed.length === 0) return 'NO SENTENCE';
  const alone = oneSided(found.changed);
  return alone.length > 0 ? `ONLY IN ONE LANGUAGE: ${alone.join(', ')}` : undefined;
}

/** Lines for a terminal: the value, then each sentence it changes. */
export const lines = (changed: readonly Difference[]): readonly string[] =>
  changed.flatMap(({ what, places }) => [`  ${what}`, ...places.map(({ at, from, to }) => `    ${at}  ${from} -> ${to}`)]);
