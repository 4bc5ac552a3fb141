import { expect, test } from 'vitest';
import { ProgramError } from '../machine.ts';
import { randomTrace, repText } from './random-trace.ts';
import { readRep } from './rep.ts';

test('reads the four calls, ids from -1, blank lines and either kind of line end', () => {
  const { program, lines } = readRep('20000\n4\r\n5\n1\na 0 512\n\nc 1 0\r\nr 0  640 \nf -1\nf 0');
  expect(program).toEqual([
    { do: 'malloc', id: 0, size: 512 }, { do: 'calloc', id: 1, size: 0 }, { do: 'realloc', id: 0, size: 640 },
    { do: 'free', id: -1 }, { do: 'free', id: 0 },
  ]);
  expect(lines).toEqual([5, 7, 8, 9, 10]);
});

test('the header may be missing', () => {
  expect(readRep('\na 0 512\r\nf 0\n')).toEqual({ program: [{ do: 'malloc', id: 0, size: 512 }, { do: 'free', id: 0 }], lines: [2, 3] });
});

test.each([
  ['', 'rep-header', 1, 1],
  ['1\n2\n', 'rep-header', 3, 1],
  ['x', 'rep-number', 1, 1],
  ['a 0 1\n7', 'rep-call', 2, 1],
  ['1\n2\nx', 'rep-number', 3, 1],
  ['1\n2\n3\n4\nm 0 1', 'rep-call', 5, 1],
  ['1\n2\n3\n4\na0 1', 'rep-call', 5, 1],
  ['1\n2\n3\n4\na 0 1\na 0', 'rep-number', 6, 4],
  ['1\n2\n3\n4\na 0 -5', 'rep-number', 5, 5],
  ['1\n2\n3\n4\na 0 1.5', 'rep-rest', 5, 6],
  ['1\n2\n3\n4\nf 0 1', 'rep-rest', 5, 5],
  ['1\n2\n3\n4\nf -2', 'rep-id', 5, 3],
  ['1\n2\n3\n4\nf 16777216', 'rep-id', 5, 3],
  ['1\n2\n3\n4\na 1 99999999999999999999', 'rep-large', 5, 5],
])('%j is refused as %s at %i:%i', (text, code, line, column) => {
  const read = (): unknown => readRep(text);
  expect(read).toThrow(ProgramError);
  expect(read).toThrow(expect.objectContaining({ code, line, column }));
});

test('a random trace written and read is itself', () => {
  const trace = randomTrace(7, 'powers', 2000);
  expect(trace).toHaveLength(2000);
  expect(readRep(repText(trace)).program).toEqual(trace);
});
