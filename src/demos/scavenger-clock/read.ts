import { mostBlocks, mostSeconds, type ClockOp } from '../../engine/go/heap/scavenger-clock.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['hold 400', 'keep 50', 'drop every 4th', 'runtime.GC()', 'wait 150'] as const;

const longest = 50;

/** Reads one line each, of {@link examples}; `#` starts a comment. */
export function readClock(text: string): Program<ClockOp> {
  return readLines(text, longest, readLine);
}

function readLine(line: string, at: At): ClockOp {
  if (/^runtime\.GC\(\)$/.test(line)) return { do: 'collect' };
  const [, verb, digits] = /^(hold|keep|wait|drop every) (\d{1,6})(?:st|nd|rd|th)?$/.exec(line.replace(/\s+/g, ' ')) ?? [];
  const number = Number(digits);
  switch (verb) {
    case 'hold': return { do: 'hold', blocks: within(number, mostBlocks, at) };
    case 'keep': return { do: 'keep', blocks: within(number, mostBlocks, at) };
    case 'drop every': return { do: 'thin', nth: within(number, mostBlocks, at) };
    case 'wait': return { do: 'wait', seconds: within(number, mostSeconds, at) };
    default: throw new ProgramError('line', `"${line}" is no line of this figure`, at, { text: line.slice(0, 40) });
  }
}

function within(number: number, most: number, at: At): number {
  if (number >= 1 && number <= most) return number;
  throw new ProgramError('range', `${number} is not between 1 and ${most}`, at, { number, most });
}
