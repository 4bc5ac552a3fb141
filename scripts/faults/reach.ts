import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import type { Fault } from './fault.ts';

const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g;
/** Of types nothing is left when a book runs. */
const typesOnly = /^(?:import|export) type [^;]*;$/gm;

const imported = new Map<string, readonly string[]>();

/** What a file of a book imports, of the book itself: code, recordings, styles. */
function importsOf(book: string, file: string): readonly string[] {
  const found = imported.get(file) ?? [...readFileSync(join(book, file), 'utf8').replace(typesOnly, '').matchAll(specifiers)].map(([, path]) => posix.join(dirname(file), path!.replace(/\?.*$/, ''))).filter((path) => existsSync(join(book, path)));
  imported.set(file, found);
  return found;
}

/** These files, what they import, and what that imports. */
function closure(book: string, files: readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  const todo = [...files];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (met.has(file)) continue;
    met.add(file);
    if (/\.tsx?$/.test(file)) todo.push(...importsOf(book, file));
  }
  return met;
}

/** The files of unit tests that import a file, or what imports it; those like `pattern`. */
export const importing = (book: string, file: string, pattern = ''): readonly string[] =>
  [...unitTests(book)].filter(([test, reached]) => test.search(pattern) >= 0 && reached.has(file)).map(([test]) => test);

const known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

/** The unit tests of a book, each with all that it imports; what spoils texts imports all and looks at no view. */
function unitTests(book: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = known.get(book) ?? new Map(globSync('{src,components,scripts,oracle}/**/*.test.{ts,tsx}', { cwd: book, exclude: ['scripts/fuzz/**'] }).map((path) => path.split(sep).join('/')).map((test) => [test, closure(book, [test])]));
  known.set(book, found);
  return found;
}

/** What the figures stand on: their demos, and the views that draw them. */
function reachOf(book: string, figures: readonly string[]): ReadonlySet<string> {
  const demos = figures.map((id) => `src/demos/${id}/demo.ts`);
  const views = demos.map((file) => /\bview: '(\w+)'/.exec(readFileSync(join(book, file), 'utf8'))![1]!);
  return closure(book, [...demos, ...views.map((name) => `components/views/${name[0]!.toUpperCase()}${name.slice(1)}.tsx`)]);
}

/** Faults in one book at most: each has to be told apart when that book cannot be built. */
const most = 12;

/**
 * Faults that may stand in one book: those that say so; of the others each lies in what its own figures stand on and those of its
 * neighbours do not, and only its own figures are looked at for it. Whatever is left has a book of its own.
 */
export function groupsOf(book: string, faults: readonly Fault[]): readonly (readonly Fault[])[] {
  const reach = new Map(faults.map((fault) => [fault, reachOf(book, fault.figures)]));
  const apart = (one: Fault, other: Fault): boolean => !reach.get(other)!.has(one.file) && !one.figures.some((id) => other.figures.includes(id));
  const local = (fault: Fault): boolean => fault.figures.length > 0 && [fault.pages, fault.seenBy, fault.beside].every((each) => each === undefined) && reach.get(fault)!.has(fault.file);
  const fits = (fault: Fault, others: readonly Fault[]): boolean =>
    others.length < most && [fault, ...others].every(local) && others.every((other) => apart(fault, other) && apart(other, fault));
  const groups: Fault[][] = [];
  for (const fault of faults) {
    const group = groups.find((others) => (fault.beside === undefined ? fits(fault, others) : others[0]!.beside === fault.beside));
    if (group) group.push(fault);
    else groups.push([fault]);
  }
  return groups;
}
