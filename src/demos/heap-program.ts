import type { NamedOp } from '../engine/allocators/named-heap.ts';
import { ProgramError } from '../engine/machine.ts';
import { type At, readLines } from '../engine/program-lines.ts';
import type { Program } from './demo.ts';

/** Lines a program of a reader's may have, bytes it may ask for at once, ids of a raw line. */
const longest = 2_000;
const largest = 2 ** 40;
const idLimit = 2 ** 15;

/**
 * Reads one call a line: `a = malloc 40`, `b = calloc 16`, `realloc a 100`, `free a`; or as in a trace: `a 0 40`, `c 1 16`,
 * `r 0 100`, `f 0`. `#` starts a comment. `own` are words of a demo's own, such as `reset`, after which nothing is held.
 */
export function readHeapProgram<Own = never>(text: string, own: Readonly<Record<string, Own>> = {}): Program<NamedOp | Own> {
  const reader = new Reader();
  return readLines(text, longest, (written, at): NamedOp | Own => {
    const tokens = tokensOf(written, at);
    const word = tokens.map(({ text: one }) => one).join(' ');
    return Object.hasOwn(own, word) ? reader.letGo(own[word]!) : reader.call(tokens);
  });
}

/** A word of a line, and where it stands. */
interface Token extends At { readonly text: string }

const tokensOf = (text: string, { line, column }: At): readonly Token[] =>
  Array.from(text.matchAll(/=|[^\s=]+/g), ({ 0: word, index }) => ({ text: word, line, column: column + index }));

const traceCalls: Readonly<Record<string, 'malloc' | 'calloc' | 'realloc' | 'free'>> = { a: 'malloc', c: 'calloc', r: 'realloc', f: 'free' };

/** Names are counted from 0 and take the odd ids, numbers the even ones: neither means the other's object. */
class Reader {
  readonly #ids = new Map<string, number>();
  readonly #held = new Set<string>();

  call(tokens: readonly Token[]): NamedOp {
    const [first, second, third, fourth] = tokens;
    const call = second?.text === '=' ? `= ${third?.text}` : first!.text;
    switch (`${tokens.length} ${call}`) {
      case '4 = malloc': return { do: 'malloc', ...this.#fresh(first!), size: sizeOf(fourth!) };
      case '4 = calloc': return { do: 'calloc', ...this.#fresh(first!), size: sizeOf(fourth!) };
      case '3 realloc': return { do: 'realloc', ...this.#holding(second!), size: sizeOf(third!) };
      case '2 free': return { do: 'free', ...this.#gone(second!) };
      case '3 a': case '3 c': case '3 r': return { do: traceCalls[first!.text] as 'malloc', ...numbered(second!), size: sizeOf(third!) };
      case '2 f': return { do: 'free', ...numbered(second!) };
      default: throw mistake('line', tokens.map(({ text }) => text).join(' '), first!);
    }
  }

  /** After a word that takes all back, no name is held. */
  letGo<Own>(own: Own): Own {
    this.#held.clear();
    return own;
  }

  /** The object a name will hold; what it held before is lost to the program, as in C. */
  #fresh(token: Token): { readonly id: number; readonly name: string } {
    const { text: name } = token;
    if (!/^[a-z_]\w{0,15}$/i.test(name)) throw mistake('name', name, token);
    const id = this.#ids.get(name) ?? 2 * this.#ids.size + 1;
    this.#ids.set(name, id);
    this.#held.add(name);
    return { id, name };
  }

  #holding(token: Token): { readonly id: number; readonly name: string } {
    const { text: name } = token;
    if (this.#held.has(name)) return this.#fresh(token);
    throw mistake(this.#ids.has(name) ? 'freed' : 'unknown', name, token);
  }

  #gone(token: Token): { readonly id: number; readonly name: string } {
    const object = this.#holding(token);
    this.#held.delete(token.text);
    return object;
  }
}

function numbered(token: Token): { readonly id: number; readonly name: string } {
  if (!/^\d{1,9}$/.test(token.text) || Number(token.text) >= idLimit) throw mistake('id', token.text, token, { most: idLimit - 1 });
  return { id: 2 * Number(token.text), name: token.text };
}

function sizeOf(token: Token): number {
  const size = /^\d{1,15}$/.test(token.text) ? Number(token.text) : Number.NaN;
  if (size <= largest) return size;
  throw mistake('size', token.text, token);
}

/** The sentence for readers is the demo's; see heap-program.en.ts. */
const mistake = (code: string, text: string, { line, column }: Token, args: Readonly<Record<string, number>> = {}): ProgramError =>
  new ProgramError(code, `${code}: ${text}`, { line, column }, { text: text.slice(0, 40), ...args });
