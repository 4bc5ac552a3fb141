import { mostGoroutines, type BillOp } from '../../engine/go/stack/goroutine-bill.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import { own } from '../../engine/own.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['go 100000', 'go 1000 x 5000', 'end', 'gc', 'free'] as const;

const longest = 12;
const deepest = 100_000;

const single: Readonly<Record<string, BillOp>> = { end: { do: 'end' }, gc: { do: 'collect' }, free: { do: 'free' } };

/** Reads one line each: `go 100000`, `go 1000 x 5000` (bytes each of them goes deep), `end`, `gc`, `free`; `#` starts a comment. */
export function readBill(text: string): Program<BillOp> {
  let started = 0;
  return readLines(text, longest, (written, at) => {
    const op = own(single, written) ?? readGo(written, at);
    started += op.do === 'go' ? op.count : 0;
    if (started > mostGoroutines) throw new ProgramError('many', `${started} goroutines`, at, { most: mostGoroutines });
    return op;
  });
}

function readGo(written: string, at: At): BillOp {
  const [, number, depth = '0'] = /^go\s+(\d{1,9})(?:\s*[x×]\s*(\d{1,9}))?$/.exec(written) ?? [];
  if (number === undefined) throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written.slice(0, 40) });
  const [count, bytes] = [Number(number), Math.ceil(Number(depth) / 8) * 8];
  if (count < 1 || count > mostGoroutines) throw new ProgramError('many', `${count} goroutines`, at, { most: mostGoroutines });
  if (bytes > deepest || (bytes > 0 && bytes < 16)) throw new ProgramError('deep', `${bytes} bytes deep`, at, { least: 16, most: deepest });
  return { do: 'go', count, bytes };
}
