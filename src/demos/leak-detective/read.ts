import { ProgramError } from '../../engine/machine.ts';
import { readLines, type At } from '../../engine/program-lines.ts';
import type { LeakOp, Waiting } from '../../engine/go/goroutine-leaks/leak-search.ts';
import type { Program } from '../demo.ts';

export const examples: readonly string[] = ['G1 runs holds a', 'G2 waits a holds b c', 'G3 waits a b', 'global c', 'profile'];

/** As many lines as the drawing has room for, and channels. */
const longest = 12;
export const most = { goroutines: 7, channels: 7 };

const goroutineLine = /^(G\d{1,2})\s+(runs|waits((?:\s+[a-z])+))(?:\s+holds((?:\s+[a-z])+))?$/;
const globalLine = /^global((?:\s+[a-z])+)$/;
const named = (list: string | undefined): readonly string[] => (list ?? '').trim().split(/\s+/).filter(Boolean);

/** One goroutine a line, `global`, and `profile`. Throws a ProgramError at the line that is none of them. */
export function readLeaks(text: string): Program<LeakOp> {
  const seen = new Set<string>();
  const channels = new Set<string>();
  return readLines(text, longest, (written, at) => {
    const op = readLine(written, at);
    if (op.do === 'go') once(op.goroutine, seen, at);
    for (const channel of channelsOf(op)) channels.add(channel);
    if (channels.size > most.channels) throw new ProgramError('channels', 'too many channels', at, { most: most.channels });
    return op;
  });
}

const channelsOf = (op: LeakOp): readonly string[] => (op.do === 'go' ? [...op.goroutine.waits, ...op.goroutine.holds] : op.do === 'global' ? op.channels : []);

function readLine(written: string, at: At): LeakOp {
  if (written === 'profile') return { do: 'profile' };
  const [, global] = globalLine.exec(written) ?? [];
  if (global) return { do: 'global', channels: named(global) };
  const [, name, , waits, holds] = goroutineLine.exec(written) ?? [];
  if (!name) throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written });
  return { do: 'go', goroutine: { name, waits: named(waits), holds: named(holds) } };
}

function once({ name }: Waiting, seen: Set<string>, at: At): void {
  if (seen.has(name)) throw new ProgramError('twice', `${name} was started before`, at, { name });
  seen.add(name);
  if (seen.size > most.goroutines) throw new ProgramError('many', 'too many goroutines', at, { most: most.goroutines });
}
