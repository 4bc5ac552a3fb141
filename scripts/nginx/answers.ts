import type { Headers } from './headers.ts';

/** One path asked for, as a reader's browser asks, and what must come back. */
export interface Asked { readonly path: string; readonly status: number; readonly type: string }

/** What came: the status, and headers by name in small letters. */
export interface Came { readonly status: number; readonly headers: ReadonlyMap<string, string> }

/** Whatever any rule speaks of is looked at on every path: where no rule gives it, it must not come. */
export const spokenOf = (rules: string): readonly string[] => [...new Set([...rules.matchAll(/^ {2}(?:! )?([A-Z][\w-]+)/gm)].map(([, name]) => name!))];

/** What is wrong with an answer, each in a sentence; `said` is what the rules say for the path, `names` all that any of them speaks of. */
export function wrongWith({ path, status, type }: Asked, came: Came, said: Headers, names: readonly string[]): readonly string[] {
  const of = (name: string): string | undefined => came.headers.get(name.toLowerCase());
  const kind = of('content-type')?.split(';')[0]?.replace('application/javascript', 'text/javascript'); // two names of the same
  return [
    ...(came.status === status ? [] : [`${path} is answered with ${came.status}, and should be with ${status}.`]),
    ...(kind === type ? [] : [`${path} is called ${kind ?? 'nothing'}, and should be ${type}.`]),
    ...names.filter((name) => name !== 'Content-Type' && of(name) !== said[name]).map((name) => difference(path, name, of(name), said[name])),
  ];
}

function difference(path: string, name: string, came: string | undefined, said: string | undefined): string {
  if (said === undefined) return `${path} comes with ${name}: ${came!}, and dist/_headers says that it should come without.`;
  return `${path} comes ${came === undefined ? `without ${name}` : `with ${name}: ${came}`}, and dist/_headers says ${said}.`;
}
