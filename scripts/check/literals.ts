/** A piece of text in code, and where it begins. What `${…}` prints is blanked with zero-width spaces: it is its own affair. */
export interface Literal { readonly text: string; readonly offset: number }

const literal = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const hole = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** The texts of a module, in order. */
export function literalsOf(code: string): readonly Literal[] {
  return [...code.matchAll(literal)].map((match) => ({
    text: (match[1] ?? match[2] ?? '').replace(hole, (blank) => '\u200b'.repeat(blank.length)),
    offset: match.index + 1,
  }));
}

/** Line and column of an offset, from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
