import { mostBlocked, type ThreadOp } from '../../engine/go/threads/thread-machine.ts';
import { ProgramError } from '../../engine/machine.ts';
import { readLines, type At } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['block 100', 'lock 100', 'return', 'gc'] as const;

const longest = 20;

/** Reads one line each: `block 100`, `lock 100` (goroutines that wait in calls), `return`, `gc`; `#` starts a comment. */
export function readThreads(text: string): Program<ThreadOp> {
  return readLines(text, longest, readLine);
}

function readLine(written: string, at: At): ThreadOp {
  if (written === 'return' || written === 'gc') return { do: written };
  const [, verb, number] = /^(block|lock)\s+(\d{1,6})$/.exec(written) ?? [];
  if (verb === undefined) throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written.slice(0, 40) });
  const count = Number(number);
  if (count < 1 || count > mostBlocked) throw new ProgramError('many', `${count} goroutines`, at, { most: mostBlocked });
  return { do: verb as 'block' | 'lock', count };
}
