import { ProgramError } from '../../engine/machine.ts';
import { readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';
import type { PinballOp } from './pinball.ts';
import { calls } from './recorded.ts';

/** A line a reader may write. */
export const example = 'variableSlice(33)';

const longest = 100;

/** Reads one recorded call a line, `variableSlice(33)`; `#` starts a comment. */
export function readCalls(text: string): Program<PinballOp> {
  return readLines(text, longest, (call, at) => {
    if (!calls.includes(call)) throw new ProgramError('call', `"${call}" was not recorded`, at, { text: call.slice(0, 40) });
    return { do: 'compile', call };
  });
}
