import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';
import type { PinballOp } from './pinball.ts';
import { calls } from './recorded.ts';

/** A line a reader may write. */
export const example = 'variableSlice(33)';

const longest = 100;

/** Reads one recorded call a line, `variableSlice(33)`; `#` starts a comment. */
export function readCalls(text: string): Program<PinballOp> {
  const ops: PinballOp[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const call = raw.replace(/#.*/, '').trim();
    if (call === '') continue;
    const at = { line: i + 1, column: raw.search(/\S/) + 1 };
    if (!calls.includes(call)) throw new ProgramError('call', `"${call}" was not recorded`, at, { text: call.slice(0, 40) });
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, at, { most: longest });
    ops.push({ do: 'compile', call });
    lines.push(i + 1);
  }
  return { ops, lines };
}
