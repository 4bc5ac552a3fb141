import type { SplitOp } from '../../engine/go/stack/hot-split.ts';
import { segmentBig } from '../../engine/go/stack/segmented-stack.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['call 3496', 'loop 1000 call 1200', 'return'] as const;

const longest = 200;
const least = 32;
const mostTurns = 100_000;

/** Reads one line each: a call of so many bytes, a loop around one, a return; `#` starts a comment. */
export function readSplit(text: string): Program<SplitOp> {
  return readLines(text, longest, readOp);
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
