import { ProgramError } from '../machine.ts';
import { isMtrace, mtraceDamages, readMtrace } from './mtrace.ts';
import { readRep, repDamages, type Trace } from './rep.ts';

/** Longest text of a trace that is read, in characters: 20 MiB of ASCII. */
export const longestTrace = 20 * 2 ** 20;

/** What can be wrong with a text: codes of the ProgramErrors thrown. */
export const traceDamages = ['trace-empty', 'trace-long', 'trace-unknown', ...repDamages, ...mtraceDamages] as const;
export type TraceDamage = (typeof traceDamages)[number];

export interface TraceText extends Trace { readonly format: 'rep' | 'mtrace' }

/** Reads a trace in either form it may have. Throws a ProgramError with line and column at the first thing that is wrong. */
export function readTrace(given: string): TraceText {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  if (text.length > longestTrace) throw new ProgramError('trace-long', 'The text is too long.', { line: 1 }, { length: text.length, limit: longestTrace });
  const trace = isMtrace(text) ? { format: 'mtrace' as const, ...readMtrace(text) } : { format: 'rep' as const, ...readKnown(text) };
  if (trace.program.length === 0) throw new ProgramError('trace-empty', 'There is no call in it.', { line: 1 });
  return trace;
}

function readKnown(text: string): Trace {
  const begin = /\S/.exec(text)?.index;
  if (begin === undefined) throw new ProgramError('trace-empty', 'There is no call in it.', { line: 1 });
  if (/[\dacrf]/.test(text[begin]!)) return readRep(text);
  const before = text.slice(0, begin).split('\n');
  throw new ProgramError('trace-unknown', 'This does not begin as a trace does.', { line: before.length, column: before.at(-1)!.length + 1 }, { found: text.slice(begin, begin + 20).split(/\s/)[0]! });
}

/** The part of a text before a line (from 1). */
export function textBefore(text: string, line: number): string {
  let end = 0;
  for (let passed = 1; passed < line; passed++) {
    const newline = text.indexOf('\n', end);
    if (newline === -1) return text;
    end = newline + 1;
  }
  return text.slice(0, end);
}
