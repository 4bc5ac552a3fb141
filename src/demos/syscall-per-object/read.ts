import { mostObjects, type ObjectOp } from '../../engine/memory/object-pages.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

const longest = 1_000;

/** Reads one operation a line: `map 8`, `unmap 3`, `unmap 0-7`, `unmap every second`; `#` starts a comment. */
export function readObjects(text: string): Program<ObjectOp> {
  return readLines(text, longest, readOp);
}

function readOp(written: string, at: At): ObjectOp {
  const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(written) ?? [];
  const operand = { ...at, column: at.column + written.length - rest.length };
  if (verb === 'map') return { do: verb, count: readCount(rest, operand) };
  if (verb === 'unmap') return /^every\s+second$/.test(rest) ? { do: 'thin' } : { do: verb, ...readRange(rest, operand) };
  throw new ProgramError('verb', `"${verb}" is not an operation.`, at, { verb: verb.slice(0, 40) });
}

function readCount(text: string, at: At): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new ProgramError('count', `"${text}" is no number of objects.`, at, { text: text.slice(0, 40) });
  if (count > mostObjects) throw new ProgramError('many', `more than ${mostObjects} objects`, at, { most: mostObjects });
  return count;
}

function readRange(text: string, at: At): { readonly from: number; readonly to: number } {
  const [, first, last] = /^(\d{1,9})(?:\s*-\s*(\d{1,9}))?$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last ?? first) + 1;
  if (first === undefined || to <= from) throw new ProgramError('range', `"${text}" names no objects.`, at, { text: text.slice(0, 40) });
  return { from, to };
}
