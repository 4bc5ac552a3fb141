import { mostMiB, type TideOp } from '../../engine/go/heap/tide.ts';
import { ProgramError } from '../../engine/machine.ts';
import { readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** A line a reader may write. */
export const example = 'hold 80';

const longest = 100;

/** Reads one line each: `hold 80`, in MiB; `#` starts a comment. */
export function readTide(text: string): Program<TideOp> {
  let held = 0;
  return readLines(text, longest, (line, at) => {
    const mib = Number(/^hold\s+(\d{1,6})$/.exec(line)?.[1]);
    if (Number.isNaN(mib)) throw new ProgramError('line', `"${line}" is no line of this figure`, at, { text: line.slice(0, 40) });
    if (mib < 1 || mib > mostMiB) throw new ProgramError('size', 'so much may not be held', at, { mib, most: mostMiB });
    if (mib < held) throw new ProgramError('fewer', 'the program holds more', at, { mib, held });
    held = mib;
    return { do: 'hold', mib };
  });
}
