/**
 * Traces in the form of the malloc lab of CS:APP: four header lines with one number each, which may all be missing, then
 * one call a line: `a ID SIZE` malloc, `c ID SIZE` calloc, `r ID SIZE` realloc, `f ID` free. Blank lines are skipped.
 */
import { ProgramError } from '../machine.ts';
import type { HeapOp } from './allocator.ts';
import { idLimit } from './objects.ts';

export interface Trace {
  readonly program: readonly HeapOp[];
  /** The line of each operation, from 1. */
  readonly lines: readonly number[];
}

const headerLines = 4;
const calls = { a: 'malloc', c: 'calloc', r: 'realloc', f: 'free' } as const;
const isLetterOfCall = (letter: string): letter is keyof typeof calls => Object.hasOwn(calls, letter);

/** What can be wrong with one: codes of the ProgramErrors thrown. */
export const repDamages = ['rep-header', 'rep-call', 'rep-id', 'rep-number', 'rep-large', 'rep-rest'] as const;

/** Reads a trace. Throws a ProgramError with line and column at the first thing that is not one. */
export function readRep(text: string): Trace {
  const reader = new Reader(text);
  if (!reader.atCall()) for (let line = 0; line < headerLines; line++) reader.header();
  const program: HeapOp[] = [];
  const lines: number[] = [];
  while (reader.more()) {
    lines.push(reader.line);
    program.push(reader.operation());
  }
  return { program, lines };
}

const newline = 10;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Goes through the text once, character by character. */
class Reader {
  readonly #text: string;
  #at = 0;
  #lineStart = 0;
  line = 1;

  constructor(text: string) { this.#text = text; }

  header(): void {
    if (!this.more()) throw this.#error('header', `A trace begins with ${headerLines} lines of one number each.`);
    this.#whole('header');
    this.#endOfLine();
  }

  /** Whether anything follows; stands at its first character. */
  more(): boolean {
    while (this.#at < this.#text.length) {
      this.#skipBlanks();
      if (this.#text.charCodeAt(this.#at) !== newline) break;
      this.#nextLine();
    }
    return this.#at < this.#text.length;
  }

  /** Whether a call follows, and no header. */
  atCall(): boolean { return this.more() && isLetterOfCall(this.#text[this.#at]!); }

  operation(): HeapOp {
    const letter = this.#text[this.#at]!;
    if (!isLetterOfCall(letter) || !isBlank(this.#text.charCodeAt(this.#at + 1))) {
      throw this.#error('call', 'An operation is a ID SIZE, c ID SIZE, r ID SIZE or f ID.');
    }
    this.#at++;
    const call = calls[letter];
    const id = this.#id();
    const op: HeapOp = call === 'free' ? { do: call, id } : { do: call, id, size: this.#size() };
    this.#endOfLine();
    return op;
  }

  #id(): number {
    this.#skipBlanks();
    const start = this.#at;
    const negative = this.#text[start] === '-';
    if (negative) this.#at++;
    const id = this.#whole('id') * (negative ? -1 : 1);
    if (id >= -1 && id < idLimit) return id;
    this.#at = start;
    throw this.#error('id', `An id is -1 or a number below ${idLimit}.`, { limit: idLimit });
  }

  #size(): number {
    this.#skipBlanks();
    return this.#whole('size');
  }

  #whole(what: 'header' | 'id' | 'size'): number {
    const start = this.#at;
    let n = 0;
    for (let code = this.#text.charCodeAt(start); isDigit(code); code = this.#text.charCodeAt(++this.#at)) n = 10 * n + code - 48;
    if (this.#at > start && n <= Number.MAX_SAFE_INTEGER) return n;
    const large = this.#at > start;
    this.#at = start;
    throw large ? this.#error('large', 'This number is too large to be told exactly.') : this.#error('number', `A whole number (${what}) belongs here.`, { what });
  }

  #endOfLine(): void {
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return;
    if (this.#text.charCodeAt(this.#at) !== newline) throw this.#error('rest', 'One operation a line: nothing may follow it.');
    this.#nextLine();
  }

  #skipBlanks(): void { while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++; }

  #nextLine(): void {
    this.#lineStart = ++this.#at;
    this.line++;
  }

  #error(code: string, message: string, args: Record<string, string | number> = {}): ProgramError {
    return new ProgramError(`rep-${code}`, message, { line: this.line, column: this.#at - this.#lineStart + 1 }, args);
  }
}
