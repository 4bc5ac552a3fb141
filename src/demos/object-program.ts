import type { NamedOp } from '../engine/collectors/side-by-side.ts';
import { ProgramError } from '../engine/machine.ts';
import { type At, readLines } from '../engine/program-lines.ts';
import type { Program } from './demo.ts';

/** Lines a reader may write. */
export const examples = { make: 'a = new 24 1', store: 'a.0 = b', clear: 'a.0 = nil', drop: 'drop a', hold: 'hold a', collect: 'collect' } as const;

const longest = 400;
const largest = 4096;
const mostFields = 64;

/** The line an operation is read from. */
export function writeObject(op: NamedOp): string {
  switch (op.do) {
    case 'new': return `${op.name} = new ${op.size} ${op.fields}`;
    case 'set': return `${op.name}.${op.field} = ${op.toName}`;
    case 'collect': return 'collect';
    default: return `${op.do} ${op.name}`;
  }
}

/** Reads one line each, as in {@link examples}: sizes in bytes, then how many of its first words are pointers. `#` starts a comment. */
export function readObjects(text: string): Program<NamedOp> {
  const reader = new Reader();
  return readLines(text, longest, (written, at) => reader.line(written.replace(/\s+/g, ' '), at));
}

/** Names are numbered as they come. A name given anew means another object from then on. */
class Reader {
  readonly #ids = new Map<string, number>();
  #next = 0;

  line(words: string, at: At): NamedOp {
    if (words === 'collect') return { do: 'collect' };
    const [, call, object] = /^(hold|drop) ([a-z]\w{0,7})$/i.exec(words) ?? [];
    if (object !== undefined) return { do: call!.toLowerCase() as 'hold' | 'drop', id: this.#known(object, at), name: object };
    const [, made, size, fields] = /^([a-z]\w{0,7}) ?= ?new (\d{1,5}) (\d{1,3})$/i.exec(words) ?? [];
    if (made !== undefined) return this.#make(made, Number(size), Number(fields), at);
    const [, source, field, to] = /^([a-z]\w{0,7})\.(\d{1,3}) ?= ?([a-z]\w{0,7})$/i.exec(words) ?? [];
    if (source === undefined || to === undefined) throw new ProgramError('line', `"${words}" is no line of this figure`, at, { text: words.slice(0, 40) });
    return { do: 'set', id: this.#known(source, at), field: Number(field), to: to === 'nil' ? -1 : this.#known(to, at), name: source, toName: to };
  }

  #make(name: string, size: number, fields: number, at: At): NamedOp {
    if (size > largest || fields > mostFields || name === 'nil') throw new ProgramError('size', 'no such object', at, { largest, mostFields });
    this.#ids.set(name, this.#next);
    return { do: 'new', id: this.#next++, size, fields, name };
  }

  #known(name: string, at: At): number {
    const id = this.#ids.get(name);
    if (id === undefined) throw new ProgramError('unknown', `nothing is called ${name}`, at, { text: name });
    return id;
  }
}
