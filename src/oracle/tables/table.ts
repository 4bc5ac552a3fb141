import type { Locale } from '../../i18n/locales.ts';
import type { Recording, Schema } from '../recording.ts';

/** The same words in each language of the book. */
export type Words = Readonly<Record<Locale, string>>;

/** A number, what reads alike in every language, or words. */
export type Cell = number | string | Words;

export interface Column {
  /** Numbers say their unit here. */
  readonly head: Words;
  /** Code is set as code, numbers to the right. */
  readonly kind: 'words' | 'code' | 'number';
  /** Decimals that every number of the column has; none by default. */
  readonly digits?: number;
}

/** Where a table's numbers are from, in a line, and the files that hold them: paths from the project's root, files or folders. */
export interface From extends Words { readonly files: readonly string[] }

/** A table whose every number was recorded. */
export interface RecordedTable {
  readonly caption: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row sums up the others. */
  readonly total?: boolean;
  /** Who and what made the recordings. */
  readonly from: From;
}

export const words = (en: string, zh: string): Words => ({ en, zh });
/** A column of sizes in MiB, with one decimal. */
export const mebibytes = (name: string): Column => ({ head: { en: name, zh: name }, kind: 'number', digits: 1 });
export const column = (kind: Column['kind'], en: string, zh: string): Column => ({ head: { en, zh }, kind });

/** From recordings, which lie in `oracle/recordings`. A recording of several Go versions names none. */
export function from({ go, kernel, libc, arch }: Recording<Schema>, ...files: readonly string[]): From {
  const made = [go?.replace('go', 'Go '), `Linux ${kernel}`, arch, libc].filter(Boolean).join(', ');
  return { ...words(`Recorded: ${made}`, `录自 ${made}`), files: files.map((file) => `oracle/recordings/${file}`) };
}
