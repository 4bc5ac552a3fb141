import { mostObjects, type ObjectOp } from '../../engine/memory/object-pages.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';

const longest = 1_000;

interface At { readonly line: number; readonly column: number }

/** Reads one operation a line: `map 8`, `unmap 3`, `unmap 0-7`, `unmap every second`; `#` starts a comment. */
export function readObjects(text: string): Program<ObjectOp> {
  const ops: ObjectOp[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const written = raw.replace(/#.*/, '').trimEnd();
    if (written.trim() === '') continue;
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, { line: i + 1 }, { most: longest });
    ops.push(readOp(written, i + 1));
    lines.push(i + 1);
  }
  return { ops, lines };
}

function readOp(written: string, line: number): ObjectOp {
  const [, before = '', verb = '', rest = ''] = /^(\s*)(\S+)\s*(.*)$/.exec(written) ?? [];
  const operand = { line, column: written.length - rest.length + 1 };
  if (verb === 'map') return { do: verb, count: readCount(rest, operand) };
  if (verb === 'unmap') return /^every\s+second$/.test(rest) ? { do: 'thin' } : { do: verb, ...readRange(rest, operand) };
  throw new ProgramError('verb', `"${verb}" is not an operation.`, { line, column: before.length + 1 }, { verb: verb.slice(0, 40) });
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
