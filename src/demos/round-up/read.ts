import { ProgramError } from '../../engine/machine.ts';
import type { Make } from '../../engine/go/request-machine.ts';
import type { Program } from '../demo.ts';

const longest = 200;

/** Reads one request a line: `24`, `1024 pointers`; `#` starts a comment. */
export function readRequests(text: string): Program<Make> {
  const ops: Make[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [, size, pointers] = /^(\d{1,12})(?:\s+(pointers))?$/.exec(line) ?? [];
    if (size === undefined) throw new ProgramError('line', `"${line}" is no request.`, { line: i + 1, column: raw.search(/\S/) + 1 }, { text: line.slice(0, 40) });
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, { line: i + 1 }, { most: longest });
    ops.push({ do: 'make', size: Number(size), pointers: pointers !== undefined });
    lines.push(i + 1);
  }
  return { ops, lines };
}
