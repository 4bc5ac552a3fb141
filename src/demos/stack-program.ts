import { own } from '../engine/own.ts';
import type { TapeOp } from '../engine/go/stack/stack-tape.ts';
import { ProgramError } from '../engine/machine.ts';
import { type At, readLines } from '../engine/program-lines.ts';
import type { Program } from './demo.ts';

/** Lines a program may have; bytes and number of calls; calls that pass pointers, each of which is kept and moved. */
const longest = 1_000;
export const least = 32;
export const largest = 2 ** 24;
const mostCalls = 10_000_000;
const mostPassed = 10_000;

/** Below this the head of a stack tells every byte in use; seven digits have no room beside another stack on a phone. */
export const toTheByte = 1_000_000;

/** From so many calls on, their number alone has room in a frame. */
export const manyCalls = 100_000;

/** What a reader may write: lines, and sizes. */
export const examples = { call: 'call 1040', many: 'call 1040 x 10000', forever: 'call 1040 forever', pass: 'pass 136 x 5' } as const;
export const sizeExamples = ['16 MiB', '512 MiB'] as const;

/** Reads one line each: `call 1040`, `call 1040 x 10000`, `call 1040 forever`, `pass 136 x 5`, `return`, `return 5`, `return all`, `defer`, `wait`, `gc`; `#` starts a comment. */
export function readStackProgram(text: string): Program<TapeOp> {
  return readLines(text, longest, readOp);
}

const single: Readonly<Record<string, TapeOp>> = { defer: { do: 'defer' }, wait: { do: 'wait' }, gc: { do: 'collect' }, return: { do: 'return', count: 1 }, 'return all': { do: 'return', count: Infinity } };

function readOp(written: string, at: At): TapeOp {
  const words = written.split(/\s+/);
  const [verb = '', first = ''] = words;
  const known = own(single, words.join(' '));
  if (known) return known;
  const operand = { ...at, column: at.column + verb.length + (first === '' ? 0 : 1) };
  if (verb === 'return') return { do: 'return', count: countOf(first, mostCalls, operand) };
  if (verb !== 'call' && verb !== 'pass') throw new ProgramError('verb', `"${verb}" is no operation`, at, { verb: verb.slice(0, 40) });
  return { do: 'call', bytes: bytesOf(first, operand), count: repeated(words.slice(2), verb === 'pass', operand), passes: verb === 'pass' };
}

/** After the size of a call: nothing, `x 10`, or `forever`. */
function repeated(words: readonly string[], passes: boolean, at: At): number {
  const [sign, count = ''] = words;
  if (sign === undefined) return 1;
  if (sign === 'forever' && !passes) return Infinity;
  if (!/^[x×]$/.test(sign)) throw new ProgramError('times', `"${sign}"`, at, { text: sign.slice(0, 40) });
  return countOf(count, passes ? mostPassed : mostCalls, at);
}

function countOf(text: string, most: number, at: At): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new ProgramError('count', `"${text}" is no number of calls`, at, { text: text.slice(0, 40), most });
}

function bytesOf(text: string, at: At): number {
  const bytes = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (bytes % 8 === 0 && bytes >= least && bytes <= largest) return bytes;
  throw new ProgramError('bytes', `"${text}" is no size of a call`, at, { text: text.slice(0, 40), least, most: largest });
}

const units: Readonly<Record<string, number>> = { b: 1, kib: 1024, mib: 2 ** 20, gib: 2 ** 30 };

/** `16 MiB`, `2048`: bytes; undefined where it is neither. */
export function readSize(text: string): number | undefined {
  const [, number, unit = 'b'] = /^\s*(\d+(?:\.\d+)?)\s*(b|kib|mib|gib)?\s*$/i.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit.toLowerCase()]!;
}
