import type { SplitOp } from '../../engine/go/stack/hot-split.ts';
import { segmentBig } from '../../engine/go/stack/segmented-stack.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['call 3496', 'loop 1000 call 1200', 'return'] as const;

const longest = 200;
const least = 32;
const mostTurns = 100_000;

interface At { readonly line: number; readonly column: number }

/** Reads one line each: a call of so many bytes, a loop around one, a return; `#` starts a comment. */
export function readSplit(text: string): Program<SplitOp> {
  const ops: SplitOp[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const written = raw.replace(/#.*/, '').trimEnd();
    if (written.trim() === '') continue;
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, { line: i + 1 }, { most: longest });
    ops.push(readOp(written.trim(), { line: i + 1, column: written.search(/\S/) + 1 }));
    lines.push(i + 1);
  }
  return { ops, lines };
}

function readOp(written: string, at: At): SplitOp {
  const [, times, bytes] = /^(?:loop\s+(\d{1,9})\s+)?call\s+(\d{1,9})$/.exec(written) ?? [];
  if (written === 'return') return { do: 'return' };
  if (bytes === undefined) throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written.slice(0, 40) });
  const size = { bytes: bounded(Number(bytes), 'bytes', least, segmentBig - 8, at) };
  return times === undefined ? { do: 'call', ...size } : { do: 'loop', ...size, times: bounded(Number(times), 'times', 1, mostTurns, at) };
}

function bounded(value: number, code: 'bytes' | 'times', min: number, max: number, at: At): number {
  if (value >= min && value <= max && (code === 'times' || value % 8 === 0)) return value;
  throw new ProgramError(code, `${value} is out of bounds`, at, { value, least: min, most: max });
}
