import type { SearchOp } from '../../engine/go/heap/page-search-picture.ts';
import { mostAtOnce, mostPages } from '../../engine/go/heap/page-search.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = { full: 'full 64G', free: 'free 300', run: 'free 300 8', far: 'free 40G+17', alloc: 'alloc 17' } as const;

const longest = 100;
const bytesOf: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Reads one line each: `full 64G`, `free 300`, `free 40G+17 8`, `alloc 17`. Numbers are pages, with K, M, G or T bytes; `#` starts a comment. */
export function readSearch(text: string): Program<SearchOp> {
  return readLines(text, longest, readLine);
}

function readLine(words: string, at: At): SearchOp {
  const [, call, first, second] = /^(full|free|alloc)\s+([\dKMGT+]+)(?:\s+([\dKMGT]+))?$/.exec(words) ?? [];
  if (call === undefined || (call !== 'free' && second !== undefined)) throw new ProgramError('line', `"${words}" is no line of this figure`, at, { text: words.slice(0, 40) });
  if (call === 'free') return { do: 'free', page: pagesOf(first!, 0, mostPages - 1, at), npages: pagesOf(second ?? '1', 1, mostAtOnce, at) };
  return call === 'full' ? { do: 'full', npages: pagesOf(first!, 1, mostPages, at) } : { do: 'alloc', npages: pagesOf(first!, 1, mostAtOnce, at) };
}

/** A sum of pages and sizes, in pages. */
function pagesOf(text: string, least: number, most: number, at: At): number {
  const pages = text.split('+').reduce((sum, term) => sum + termOf(term), 0);
  if (Number.isInteger(pages) && pages >= least && pages <= most) return pages;
  throw new ProgramError('pages', `"${text}" is no number of pages here`, at, { text: text.slice(0, 40), least, most });
}

function termOf(term: string): number {
  const [, digits, unit] = /^(\d{1,12})([KMGT])?$/.exec(term) ?? [];
  if (digits === undefined) return Number.NaN;
  return unit === undefined ? Number(digits) : (Number(digits) * bytesOf[unit]!) / pageSize;
}
