/** Text cut into numbered lines, and lines into fields, each in one pass over the characters. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end and without blanks at the end. */
  readonly text: string;
}

/** Every line, without a byte order mark. */
export function* allLines(text: string): Generator<Line, void, void> {
  let number = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    yield { number: ++number, text: text.slice(at, end).trimEnd() };
    at = end + 1;
  }
}

/** The lines that say something: blank ones, comments, code fences and shell prompts are left out. */
export function* meaningfulLines(text: string): Generator<Line, void, void> {
  for (const line of allLines(text)) if (!isNoise(line.text)) yield line;
}

const mark = /^(?:```|[$%>] )/;
const prompt = /^(?:\[[\w.-]{1,64}@|[\w.-]{1,64}@[\w.-]{1,64}[: ])/;

/** A line that copying from a terminal brings along, or one that is empty: `[root@xxx ~]# pmap -X 1410`. */
export function isTerminal(line: string): boolean {
  const text = line.trimStart();
  return text === '' || mark.test(text) || (text.includes('@') && prompt.test(text));
}

/** The same, and comments: `### .text`. */
function isNoise(line: string): boolean {
  return line.trimStart().startsWith('#') || isTerminal(line);
}

export interface Fields {
  readonly fields: readonly string[];
  /** Where each field begins, from 1. */
  readonly columns: readonly number[];
  /** What follows the last field, blanks trimmed. */
  readonly rest: string;
}

/** Cuts up to `count` blank-separated fields off the front of a line; fewer when the line ends first. */
export function cutFields(line: string, count: number): Fields {
  const fields: string[] = [];
  const columns: number[] = [];
  let at = skipBlanks(line, 0);
  while (fields.length < count && at < line.length) {
    const end = skipWord(line, at);
    fields.push(line.slice(at, end));
    columns.push(at + 1);
    at = skipBlanks(line, end);
  }
  return { fields, columns, rest: line.slice(at) };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && isBlank(line.charCodeAt(at))) at++;
  return at;
}

function skipWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isBlank(line.charCodeAt(at))) at++;
  return at;
}
