import { ProgramError } from '../engine/machine.ts';

/** One word or sign of a program, and where it stands (from 1). */
export interface Token { readonly text: string; readonly line: number; readonly column: number }

const longestWord = 60;

/** The tokens of a program; a line's end is a token `\n`, as Go's scanner sees it. `//` starts a comment. */
export function tokensOf(text: string): readonly Token[] {
  return text.split('\n').flatMap((line, i) => [...tokensOfLine(line, i + 1), { text: '\n', line: i + 1, column: line.length + 1 }]);
}

function tokensOfLine(whole: string, line: number): Token[] {
  const code = whole.replace(/\/\/.*/, '');
  return [...code.matchAll(/[\p{L}_][\p{L}\p{N}_]*|\d[\d_]*|:=|\S/gu)].map((found) => ({ text: found[0], line, column: found.index + 1 }));
}

/** Walks over tokens; what it did not expect it refuses, with the place. */
export class Scanner {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean { return this.#next >= this.#tokens.length; }

  /** The token ahead; past the end, an empty one where the program ends. */
  get ahead(): Token {
    const { line = 1, column = 1 } = this.#tokens.at(-1) ?? {};
    return this.#tokens[this.#next] ?? { text: '', line, column };
  }

  /** The text `distance` tokens behind the one ahead. */
  peek(distance: number): string { return this.#tokens[this.#next + distance]?.text ?? ''; }

  take(): Token {
    const token = this.ahead;
    this.#next++;
    return token;
  }

  /** Takes the token ahead if it reads so. */
  has(text: string): boolean {
    if (this.ahead.text !== text) return false;
    this.#next++;
    return true;
  }

  expect(text: string): void {
    if (!this.has(text)) this.refuse('expected', { wanted: text, found: shown(this.ahead) });
  }

  name(): string {
    if (!/^[\p{L}_]/u.test(this.ahead.text)) this.refuse('name', { found: shown(this.ahead) });
    return this.take().text;
  }

  /** A whole number of at most `most`. */
  count(most: number): number {
    const digits = this.ahead.text.replaceAll('_', '');
    if (!/^\d{1,12}$/.test(digits)) this.refuse('number', { found: shown(this.ahead) });
    if (Number(digits) > most) this.refuse('large', { found: shown(this.ahead), most });
    this.take();
    return Number(digits);
  }

  /** The place it stands at, to come back to. */
  mark(): number { return this.#next; }

  reset(mark: number): void { this.#next = mark; }

  /** What was read since a mark, as Go prints it: spaces only where words would run together. */
  since(mark: number): string {
    return this.#tokens.slice(mark, this.#next).reduce((text, { text: next }) => {
      if (next === '\n') return text.endsWith('{') ? text : `${text};`;
      return text + (needsSpace(text, next) ? ' ' : '') + next;
    }, '');
  }

  /** Refuses the program at a token, the one ahead unless told. */
  refuse(code: string, args: Readonly<Record<string, string | number>>, { line, column }: Token = this.ahead): never {
    throw new ProgramError(code, `${code}: ${JSON.stringify(args)}`, { line, column }, args);
  }
}

const needsSpace = (before: string, next: string): boolean => (/[\p{L}\p{N}_]$/u.test(before) && /^[\p{L}\p{N}_*[]/u.test(next) && !before.endsWith('map')) || /[;,]$/.test(before);

const shown = ({ text }: Token): string => (text === '\n' || text === '' ? '⏎' : text.slice(0, longestWord));
