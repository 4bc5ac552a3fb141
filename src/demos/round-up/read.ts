import { ProgramError } from '../../engine/machine.ts';
import { readLines } from '../../engine/program-lines.ts';
import type { Make } from '../../engine/go/request-machine.ts';
import type { Program } from '../demo.ts';

const longest = 200;

/** Reads one request a line: `24`, `1024 pointers`; `#` starts a comment. */
export function readRequests(text: string): Program<Make> {
  return readLines(text, longest, (line, at) => {
    const [, size, pointers] = /^(\d{1,12})(?:\s+(pointers))?$/.exec(line) ?? [];
    if (size === undefined) throw new ProgramError('line', `"${line}" is no request.`, at, { text: line.slice(0, 40) });
    return { do: 'make', size: Number(size), pointers: pointers !== undefined };
  });
}
