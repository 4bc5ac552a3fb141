/**
 * What glibc's mtrace(3) writes, a call a line: `+ ADDR SIZE` a block was given, `- ADDR` one was freed, `< ADDR` and then
 * `> ADDR SIZE` one was resized, `! ADDR SIZE` that failed. Before it may stand `@ WHERE`, the caller. Lines with `=` are
 * skipped. Numbers are hexadecimal (malloc/mtrace-impl.c, GNU libc 2.36).
 *
 * Calloc and its kin look like malloc. Blocks from before the trace began are freed like the null pointer.
 */
import { ProgramError } from '../machine.ts';
import type { HeapOp } from './allocator.ts';
import { idLimit } from './objects.ts';
import type { Trace } from './rep.ts';

export const mtraceDamages = ['mtrace-line', 'mtrace-address', 'mtrace-size', 'mtrace-resize', 'mtrace-many', 'mtrace-large'] as const;
type Damage = (typeof mtraceDamages)[number];

/** Whether a text begins as mtrace's do. */
export const isMtrace = (text: string): boolean => /^\s*(?:= |@ \S|[-+<>!] 0x)/.test(text);

/** Reads a trace. Throws a ProgramError with line and column at the first thing that is not one. */
export function readMtrace(text: string): Trace {
  const reader = new Reader();
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    reader.line(text.slice(start, end), line);
    start = end + 1;
  }
  reader.end(line);
  return { program: reader.program, lines: reader.lines };
}

/** What a line says, behind the caller; groups keep their places for the columns of what is wrong. */
const form = /^(\s*(?:@ .* )?)([-+<>!]) (\S+)(?: (\S+))?\s*$/;

class Reader {
  readonly program: HeapOp[] = [];
  readonly lines: number[] = [];
  /** The id of each live address. */
  readonly #ids = new Map<string, number>();
  #next = 0;
  /** The address a resize began with, until its second line. */
  #resized: { readonly from: string; readonly line: number } | undefined;
  #line = 0;

  line(text: string, line: number): void {
    this.#line = line;
    if (/^\s*(?:=.*)?$/.test(text)) return;
    const match = form.exec(text);
    if (!match) throw this.#damage('mtrace-line', 'A line is + ADDRESS SIZE, - ADDRESS, < ADDRESS or > ADDRESS SIZE, perhaps behind @ and a place.', 1);
    const [, before = '', sign = '', addr = '', size] = match;
    const column = before.length + 3;
    if (!/^0x[0-9a-f]+$/i.test(addr)) throw this.#damage('mtrace-address', 'An address in hexadecimal belongs here, such as 0x55d0c0de.', column);
    if (this.#resized && sign !== '>') throw this.#damage('mtrace-resize', 'The line before begins a resize, so > ADDRESS SIZE belongs here.', before.length + 1);
    this.#call(sign, addr, sign === '+' || sign === '>' ? this.#size(size, Math.min(column + addr.length + 1, text.length + 1)) : 0, before.length + 1);
  }

  end(line: number): void {
    this.#line = line;
    if (this.#resized) throw new ProgramError('mtrace-resize', 'The trace ends within a resize: > ADDRESS SIZE is missing.', { line: this.#resized.line });
  }

  #call(sign: string, addr: string, size: number, column: number): void {
    switch (sign) {
      case '+': return this.#note({ do: 'malloc', id: this.#give(addr, this.#next++), size });
      case '-': return this.#note({ do: 'free', id: this.#take(addr) });
      case '<': this.#resized = { from: addr, line: this.#line }; return;
      case '>': return this.#resize(addr, size, column);
      default: // `!`: nothing changed
    }
  }

  #resize(addr: string, size: number, column: number): void {
    if (!this.#resized) throw this.#damage('mtrace-resize', '> ends a resize, so < ADDRESS belongs on the line before.', column);
    const held = this.#take(this.#resized.from);
    this.#resized = undefined;
    this.#note({ do: 'realloc', id: this.#give(addr, held === -1 ? this.#next++ : held), size });
  }

  #note(op: HeapOp): void {
    this.program.push(op);
    this.lines.push(this.#line);
  }

  #give(addr: string, id: number): number {
    if (id >= idLimit) throw this.#damage('mtrace-many', `More than ${idLimit} blocks are too many.`, 1, { limit: idLimit });
    this.#ids.set(addr, id);
    return id;
  }

  /** The id of a live address, which is live no more; -1 if the trace never gave it. */
  #take(addr: string): number {
    const id = this.#ids.get(addr) ?? -1;
    this.#ids.delete(addr);
    return id;
  }

  #size(text: string | undefined, column: number): number {
    const size = text !== undefined && /^(?:0x[0-9a-f]+|0)$/i.test(text) ? Number(text) : NaN;
    if (Number.isNaN(size)) throw this.#damage('mtrace-size', 'A size in hexadecimal belongs here, such as 0x20.', column);
    if (size > Number.MAX_SAFE_INTEGER) throw this.#damage('mtrace-large', 'This size is too large to be told exactly.', column);
    return size;
  }

  #damage(code: Damage, message: string, column: number, args: Record<string, string | number> = {}): ProgramError {
    return new ProgramError(code, message, { line: this.#line, column }, args);
  }
}
