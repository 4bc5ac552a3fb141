import { expect, test } from 'vitest';
import { ProgramError } from '../engine/machine.ts';
import { heapErrors as english } from './heap-program.en.ts';
import { readHeapProgram } from './heap-program.ts';
import { heapErrors as chinese } from './heap-program.zh.ts';

test('A program reads as calls by name, with the line of each', () => {
  const { ops, lines } = readHeapProgram('# two\na = malloc 40\n\n  b=calloc 16   # zeroed\nrealloc a 100\nfree b');
  expect(lines).toEqual([2, 4, 5, 6]);
  expect(ops).toEqual([
    { do: 'malloc', id: 1, name: 'a', size: 40 },
    { do: 'calloc', id: 3, name: 'b', size: 16 },
    { do: 'realloc', id: 1, name: 'a', size: 100 },
    { do: 'free', id: 3, name: 'b' },
  ]);
});

test('Lines of a trace read as they are; a number is never a name’s object', () => {
  const { ops } = readHeapProgram('a 0 40\nc 1 16\nr 0 100\nf 0\na = malloc 8\nf = malloc 8\nfree f');
  expect(ops.map((op) => ('id' in op ? [op.do, op.id, op.name] : op))).toEqual([
    ['malloc', 0, '0'], ['calloc', 2, '1'], ['realloc', 0, '0'], ['free', 0, '0'], ['malloc', 1, 'a'], ['malloc', 3, 'f'], ['free', 3, 'f'],
  ]);
});

test('A demo’s own words are calls too, and nothing is held after one', () => {
  const own = { reset: { do: 'reset' as const } };
  expect(readHeapProgram('a = malloc 1\nreset\na = malloc 2', own).ops.map((op) => op.do)).toEqual(['malloc', 'reset', 'malloc']);
  expect(() => readHeapProgram('a = malloc 1\nreset\nfree a', own)).toThrow('freed: a');
  expect(() => readHeapProgram('reset')).toThrow('line: reset');
});

test.each([
  ['a = malloc', 'line', 1, 1],
  ['free a', 'unknown', 1, 6],
  ['a = malloc 1\nfree a\n free a', 'freed', 3, 7],
  ['realloc b 3', 'unknown', 1, 9],
  ['x = malloc ten', 'size', 1, 12],
  ['x = malloc -1', 'size', 1, 12],
  ['x = malloc 9999999999999', 'size', 1, 12],
  ['2x = malloc 1', 'name', 1, 1],
  ['a 40000 8', 'id', 1, 3],
  ['f b', 'id', 1, 3],
  ['toString', 'line', 1, 1],
  ['free free free free', 'line', 1, 1],
  ['= malloc 3', 'line', 1, 1],
  ['f 1\n'.repeat(2001), 'long', 2001, 1],
])('%j is refused with its place and a sentence in both languages', (text, code, line, column) => {
  const caught = (() => { try { return readHeapProgram(text); } catch (error) { return error; } })();
  expect(caught).toBeInstanceOf(ProgramError);
  const error = caught as ProgramError;
  expect([error.code, error.line, error.column]).toEqual([code, line, column]);
  expect(english[code]!(error.args)).toMatch(/^[^\p{Script=Han}]+\.$/u);
  expect(chinese[code]!(error.args)).toMatch(/\p{Script=Han}.*。$/u);
  for (const words of [english, chinese]) expect(words[code]!(error.args)).not.toMatch(/undefined|NaN/);
});
