import type { Line } from './limits.ts';

/** What each page weighed when its weight was last accepted, by the names of its lines: kB of 1,000 bytes. */
export type Accepted = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A page may grow by this share before somebody has to say that it is meant. */
const mayGrow = 0.05;

/** One line of a page that grew: what it weighed when that was accepted, and what now. */
export interface Grown { readonly page: string; readonly name: string; readonly was: number; readonly is: number }

/** The lines, in kB, of every page that weigh 5 % more than was accepted. What is not known yet cannot have grown. */
export function grown(accepted: Accepted, measured: ReadonlyMap<string, readonly Line[]>): readonly Grown[] {
  return [...measured].flatMap(([page, lines]) => lines
    .filter(({ unit }) => unit === 'kB')
    .map(({ name, spent }) => ({ page, name, was: accepted[page]?.[name] ?? Infinity, is: spent }))
    .filter(({ was, is }) => is > was * (1 + mayGrow)));
}

/** What is to be accepted from now on, to a tenth of a kB. */
export function accept(measured: ReadonlyMap<string, readonly Line[]>): Accepted {
  return Object.fromEntries([...measured].map(([page, lines]) => [page, Object.fromEntries(lines.filter(({ unit }) => unit === 'kB').map(({ name, spent }) => [name, Math.round(spent * 10) / 10]))]));
}
