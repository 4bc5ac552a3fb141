import { ProgramError } from '../machine.ts';
import { type At, readLines } from '../program-lines.ts';
import { pageSize, type PageOp } from './page-machine.ts';

/** Most lines a program may have. */
export const mostLines = 1_000;

const units: Readonly<Record<string, number>> = { KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/**
 * Reads one operation a line: `reserve 64 MiB`, `map 0-1023`, `write 7`, `reclaim`; `#` starts a comment.
 * A size is in pages or in KiB, MiB, GiB that make whole pages; a range names its first and last page.
 */
export function readPages(text: string): { readonly ops: readonly PageOp[]; readonly lines: readonly number[] } {
  return readLines(text, mostLines, readOp);
}

function readOp(written: string, at: At): PageOp {
  const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(written) ?? [];
  const operand = { ...at, column: at.column + written.length - rest.length };
  switch (verb) {
    case 'reserve': return { do: verb, pages: readSize(rest, operand) };
    case 'map': case 'use': case 'write': case 'read': case 'dontneed': case 'free': return { do: verb, ...readRange(rest, operand) };
    case 'reclaim': case 'unmap':
      if (rest !== '') throw new ProgramError('extra', `${verb} takes nothing after it.`, operand, { verb });
      return { do: verb };
    default: throw new ProgramError('verb', `"${verb}" is not an operation.`, at, { verb: verb.slice(0, 40) });
  }
}

function readSize(text: string, at: At): number {
  const [, digits, unit] = /^(\d{1,12})\s*(pages?|[KMG]iB|[KMG])?$/i.exec(text) ?? [];
  const bytes = Number(digits) * (units[(unit ?? '').toUpperCase()] ?? pageSize);
  if (digits === undefined || bytes % pageSize !== 0) throw new ProgramError('size', `"${text}" is no size in whole pages.`, at, { text: text.slice(0, 40) });
  return bytes / pageSize;
}

function readRange(text: string, at: At): { readonly from: number; readonly to: number } {
  const [, first, last] = /^(\d{1,9})(?:\s*-\s*(\d{1,9}))?$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last ?? first) + 1;
  if (first === undefined || to <= from) throw new ProgramError('range', `"${text}" names no pages.`, at, { text: text.slice(0, 40) });
  return { from, to };
}

/** One operation as {@link readPages} reads it. */
export function writePageOp(op: PageOp): string {
  if (op.do === 'reserve') return `reserve ${op.pages}`;
  if (!('from' in op)) return op.do;
  return op.to - op.from === 1 ? `${op.do} ${op.from}` : `${op.do} ${op.from}-${op.to - 1}`;
}
