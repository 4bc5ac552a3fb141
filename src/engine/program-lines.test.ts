import { expect, test } from 'vitest';
import { ProgramError } from './machine.ts';
import { readLines } from './program-lines.ts';

test('empty lines and comments are none, and what is left is told by line and column, without blanks around it', () => {
  const read = readLines('\n  one  # of them\n#\n\ttwo\r\n', 9, (written, at) => ({ written, ...at }));
  expect(read).toEqual({ ops: [{ written: 'one', line: 2, column: 3 }, { written: 'two', line: 4, column: 2 }], lines: [2, 4] });
});

test('the first operation too many is refused, there where it stands', () => {
  const long = (): unknown => readLines('a\n\nb\n c', 2, (written) => written);
  expect(long).toThrow(ProgramError);
  expect(long).toThrow(expect.objectContaining({ code: 'long', line: 4, column: 2 }));
});
