import type { Sbrk } from '../../engine/allocators/bump.ts';
import { ProgramError } from '../../engine/machine.ts';
import { readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

const longest = 2_000;

/** Reads one `sbrk N` a line; `#` starts a comment. */
export function readSbrk(text: string): Program<Sbrk> {
  return readLines(text, longest, (line, at) => {
    const size = /^sbrk\s+(-?\d{1,15})$/.exec(line)?.[1];
    if (size === undefined) throw new ProgramError('line', `"${line}" is no call.`, at, { text: line.slice(0, 40) });
    return { do: 'sbrk', size: Number(size) };
  });
}
