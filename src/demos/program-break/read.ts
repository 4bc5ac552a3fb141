import type { Sbrk } from '../../engine/allocators/bump.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';

const longest = 2_000;

/** Reads one `sbrk N` a line; `#` starts a comment. */
export function readSbrk(text: string): Program<Sbrk> {
  const ops: Sbrk[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const size = /^sbrk\s+(-?\d{1,15})$/.exec(line)?.[1];
    if (size === undefined) throw new ProgramError('line', `"${line}" is no call.`, { line: i + 1, column: raw.search(/\S/) + 1 }, { text: line.slice(0, 40) });
    ops.push({ do: 'sbrk', size: Number(size) });
    lines.push(i + 1);
    if (ops.length > longest) throw new ProgramError('long', `more than ${longest} lines`, { line: i + 1 }, { most: longest });
  }
  return { ops, lines };
}
