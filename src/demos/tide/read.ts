import { mostMiB, type TideOp } from '../../engine/go/heap/tide.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';

/** A line a reader may write. */
export const example = 'hold 80';

const longest = 100;

/** Reads one line each: `hold 80`, in MiB; `#` starts a comment. */
export function readTide(text: string): Program<TideOp> {
  const ops: TideOp[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const at = { line: i + 1, column: raw.search(/\S/) + 1 };
    const mib = Number(/^hold\s+(\d{1,6})$/.exec(line)?.[1]);
    if (Number.isNaN(mib)) throw new ProgramError('line', `"${line}" is no line of this figure`, at, { text: line.slice(0, 40) });
    if (mib < 1 || mib > mostMiB) throw new ProgramError('size', 'so much may not be held', at, { mib, most: mostMiB });
    if (mib < (ops.at(-1)?.mib ?? 0)) throw new ProgramError('fewer', 'the program holds more', at, { mib, held: ops.at(-1)!.mib });
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, at, { most: longest });
    ops.push({ do: 'hold', mib });
    lines.push(i + 1);
  }
  return { ops, lines };
}
