import { asShown } from './newlines.ts';

/** A text, and the part of it that a text box shows: megabytes in a box stop the page for seconds. */
export interface Excerpt {
  readonly before: string;
  readonly shown: string;
  readonly after: string;
  /** Number of the first line shown, from 1. */
  readonly firstLine: number;
}

/** Most characters shown at once. */
export const mostShown = 16_000;
/** A line that began farther away than this is cut. */
const longLine = 1_000;

/** The part around a line (from 1), in whole lines where lines are short; all of the text when it fits. */
export function excerptAround(text: string, line: number, most = mostShown): Excerpt {
  if (text.length <= most) return { before: '', shown: asShown(text), after: '', firstLine: 1 };
  const middle = lineAt(text, line).start;
  const wanted = Math.min(Math.max(0, middle - most / 2), text.length - most);
  const [from, to] = [snap(text, wanted), snap(text, wanted + most)];
  return { before: text.slice(0, from), shown: asShown(text.slice(from, to)), after: text.slice(to), firstLine: linesIn(text.slice(0, from)) };
}

/** The whole text, with what now stands in the box in place of what was shown. An emptied box empties the text. */
export function joined({ before, after }: Excerpt, edited: string): string {
  return edited === '' ? '' : before + edited + after;
}

/** Where a line of the text stands in the part shown. */
export function spotIn({ shown, firstLine }: Excerpt, line: number): { readonly start: number; readonly end: number } {
  return lineAt(shown, line - firstLine + 1);
}

/** Lines of a text, the one begun by its last newline too. */
export function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Start and end of a line, without its newline; the text's end when it has fewer lines. */
function lineAt(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let passed = 1; passed < line && start <= text.length; passed++) start = endOfLine(text, start) + 1;
  return start > text.length ? { start: text.length, end: text.length } : { start, end: endOfLine(text, start) };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

/** The start of the line that holds an offset; the offset itself in a line that began long ago, and at the end. */
function snap(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(0, offset), text.length);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start > longLine ? aside(text, Math.floor(offset)) : start;
}

/** Beside a line end of two characters, not within it. */
const aside = (text: string, offset: number): number => (text.startsWith('\r\n', offset - 1) ? offset + 1 : offset);
