import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import { mostEntries, type MapOp } from '../../engine/go/swiss-map/emptied-map.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['insert 10000', 'delete all', 'clear(m)', 'm = make(map[K]V)'] as const;

const longest = 50;
const fixed: Readonly<Record<string, MapOp>> = { 'delete all': { do: 'delete' }, 'clear(m)': { do: 'clear' }, 'm=make(map[K]V)': { do: 'renew' } };

/** Reads one line each, of {@link examples}; `#` starts a comment. */
export function readMap(text: string): Program<MapOp> {
  return readLines(text, longest, readLine);
}

function readLine(line: string, at: At): MapOp {
  const known = fixed[line.replace(/\s*=\s*/, '=').replace(/\s+/g, ' ')];
  if (known) return known;
  const digits = /^insert\s+(\d{1,9})$/.exec(line)?.[1];
  if (digits === undefined) throw new ProgramError('line', `"${line}" is no line of this figure`, at, { text: line.slice(0, 40) });
  const entries = Number(digits);
  if (entries < 1 || entries > mostEntries) throw new ProgramError('many', 'too many entries', at, { most: mostEntries });
  return { do: 'insert', entries };
}
