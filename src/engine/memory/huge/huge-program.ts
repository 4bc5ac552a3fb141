import { own } from '../../own.ts';
import { ProgramError } from '../../machine.ts';
import { readLines, type At } from '../../program-lines.ts';
import type { HugeOp } from './huge-machine.ts';
import { regionPages } from './huge-region.ts';

/** Lines a reader may write. */
export const examples = ['write 0', 'write 0-9', 'free 1-511', 'huge', 'nohuge', 'collapse', 'khugepaged'] as const;

const longest = 40;
const single: Readonly<Record<string, HugeOp>> = { huge: { do: 'huge' }, nohuge: { do: 'nohuge' }, collapse: { do: 'collapse' }, khugepaged: { do: 'khugepaged' } };

/** Reads one line each, pages numbered from 0 to 511; `#` starts a comment. */
export function readHuge(text: string): { readonly ops: readonly HugeOp[]; readonly lines: readonly number[] } {
  return readLines(text, longest, (written, at) => own(single, written) ?? readPages(written, at));
}

function readPages(written: string, at: At): HugeOp {
  const [, verb, first, last = first] = /^(write|free)\s+(\d{1,6})(?:\s*-\s*(\d{1,6}))?$/.exec(written) ?? [];
  if (verb === undefined) throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written.slice(0, 40) });
  const [from, to] = [Number(first), Number(last) + 1];
  if (to > regionPages || from >= to) throw new ProgramError('pages', `pages ${from} to ${to - 1}`, at, { first: from, last: to - 1, most: regionPages - 1 });
  return { do: verb as 'write' | 'free', from, to };
}
