import { basename, dirname } from 'node:path/posix';
import type { Exception } from './exceptions.ts';
import type { Finding } from './finding.ts';
import { literalsOf, placeOf } from './literals.ts';
import { numeralsIn } from './numerals.ts';
import type { Origin } from './quantities.ts';

/** A quantity that somebody typed into the words of a figure, a tool, the interface or the glossary. */
export interface Typed { readonly path: string; readonly line: number; readonly column: number; readonly text: string; readonly origin: Origin }

/** What an exception names such words by: the folder of a figure's or tool's words, else the file. */
const nameOf = (path: string): string => (/^(en|zh)\.ts$/.test(basename(path)) ? basename(dirname(path)) : basename(path).replace(/\.\w+$/, ''));

const isSentence = /[\p{L}\u200b] ?[\p{L}\d]*[ ，。：“]|[\u4e00-\u9fff]/u;

/** The typed quantities of a module of words. What an engine prints there is none: it stands in `${…}`. */
export function typedIn(path: string, code: string, exceptions: readonly Exception[]): readonly Typed[] {
  return literalsOf(code).filter(({ text }) => isSentence.test(text)).flatMap((literal) => numeralsIn(literal.text).map(({ index, text }) => {
    const exception = exceptions.find((each) => each.covers({ slug: nameOf(path) }, literal.text, index));
    const origin: Origin = exception ? { kind: 'exception', reason: exception.reason } : { kind: 'nowhere' };
    return { path, ...placeOf(code, literal.offset + index), text, origin };
  }));
}

/** A typed quantity on nobody's word. */
export function checkTyped(path: string, code: string, exceptions: readonly Exception[]): readonly Finding[] {
  return typedIn(path, code, exceptions).filter(({ origin }) => origin.kind === 'nowhere').map(({ line, column, text }) => (
    { path, line, column, level: 'error', message: `"${text}" has no origin. Let the engine print it; or give a reason in content/numbers-exceptions.yml, with in: ${nameOf(path)}.` }));
}
