/** Numbers in JSON by the names they stand under, with their places; damage is named and the next line read on from. */
import type { Damage } from '../../machine.ts';
import { damageAt, quoted } from '../damage.ts';
import type { Line } from '../lines.ts';
import { toldAt } from './number.ts';
import type { Read } from './told.ts';

/** An open bracket: the name it stands under, and the name and value that one metric of an array gives of itself. */
interface Open {
  readonly kind: '{' | '[';
  readonly under: string;
  key: string | undefined;
  name: string | undefined;
}

const token = /\s*(?:("(?:[^"\\]|\\[^])*")|([+-]?[\d.][\w.+-]*|NaN|true|false|null)|([{}[\],:]))/y;

const opened = (kind: '{' | '[', under: string): Open => ({ kind, under, key: undefined, name: undefined });

/** Reads JSON line by line, for as long as brackets are open. Lines cut out of the middle of an object are read as its members. */
export class JsonLines {
  readonly #open: Open[] = [opened('{', '')];
  /** A string that may turn out to be a key. */
  #last: string | undefined;

  /** Whether a bracket is open. */
  get isOpen(): boolean { return this.#open.length > 1; }

  get #inside(): Open { return this.#open.at(-1)!; }

  /** Gives away the numbers of a line, in order. */
  read(line: Line, take: (read: Read) => void): void {
    for (let at = 0; at < line.text.length; at = token.lastIndex) {
      token.lastIndex = at;
      const match = token.exec(line.text);
      if (!match) return take({ damage: notJson(line, at) });
      const [, text, word, mark] = match;
      if (mark !== undefined) this.#mark(mark);
      else if (text !== undefined) this.#string(text.slice(1, -1));
      else if (word !== undefined) this.#word(line, word, token.lastIndex - word.length, take);
    }
  }

  #mark(mark: string): void {
    const inside = this.#inside;
    if (mark === ':') inside.key = this.#last;
    else if (mark === '{' || mark === '[') this.#open.push(opened(mark, inside.kind === '[' ? '[]' : inside.key ?? ''));
    else if (mark !== ',' && this.isOpen) this.#open.pop();
    if (mark !== ':') this.#inside.key = undefined;
    this.#last = undefined;
  }

  #string(text: string): void {
    if (this.#inside.key?.toLowerCase() === 'name') this.#inside.name = text;
    this.#last = text;
  }

  #word(line: Line, word: string, offset: number, take: (read: Read) => void): void {
    const name = nameOf(this.#inside);
    if (name !== undefined && !/^(?:true|false|null)$/.test(word)) take(toldAt(line, name, word, offset));
  }
}

function notJson({ number, text }: Line, at: number): Damage {
  const from = at + text.slice(at).search(/\S/);
  return damageAt('bad-json', number, from + 1, { found: quoted(text.slice(from)) });
}

/** What a number stands under: its key in MemStats, or the name of a metric. Of other objects and of arrays nothing. */
function nameOf({ kind, key, name, under }: Open): string | undefined {
  if (kind === '[' || key === undefined) return undefined;
  if (key.toLowerCase() === 'value') return name;
  return under === '' || under.toLowerCase() === 'memstats' || key.startsWith('/') ? key : undefined;
}

/** Whether a line can begin JSON: a bracket, or a name of runtime/metrics and its number as a search gives it. */
export function beginsJson(text: string): boolean {
  return /^\s*(?:[{[]\s*(?:["{}[\]]|$)|"\/[a-z/-]+:[a-z-]+"\s*:)/.test(text);
}
