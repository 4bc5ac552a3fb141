import { ProgramError } from './machine.ts';

/** Where something stands in what a reader wrote: line and column, from 1. */
export interface At { readonly line: number; readonly column: number }

/**
 * Reads one operation a line. Lines that are empty or only a comment, from `#` on, are none; `read` gets the others without
 * blanks around them. Also returns the line of each operation. More than `longest` of them are refused as `long`.
 */
export function readLines<Op>(text: string, longest: number, read: (written: string, at: At) => Op): { readonly ops: readonly Op[]; readonly lines: readonly number[] } {
  const ops: Op[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const written = raw.replace(/#.*/, '').trim();
    if (written === '') continue;
    const at = { line: i + 1, column: raw.search(/\S/) + 1 };
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, at, { most: longest });
    ops.push(read(written, at));
    lines.push(at.line);
  }
  return { ops, lines };
}
