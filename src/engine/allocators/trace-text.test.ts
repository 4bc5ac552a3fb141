import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProgramError } from '../machine.ts';
import { longestTrace, readTrace, textBefore } from './trace-text.ts';

describe('mtrace', () => {
  /**
   * Written by glibc 2.36 (LD_PRELOAD=libc_malloc_debug.so.0) for: a = malloc(32), b = calloc(4, 100), a = realloc(a, 5000),
   * c = realloc(NULL, 24), free(b), b = malloc(0), c = realloc(c, 0), free(a), a = malloc(200000), free(b).
   */
  const written = readFileSync('src/engine/allocators/fixtures/mtrace.txt', 'utf8');

  test('is read as the program called', () => {
    const { format, program, lines } = readTrace(written);
    expect(format).toBe('mtrace');
    expect(program).toEqual([
      { do: 'malloc', id: 0, size: 32 }, { do: 'malloc', id: 1, size: 400 }, { do: 'realloc', id: 0, size: 5000 }, { do: 'malloc', id: 2, size: 24 },
      { do: 'free', id: 1 }, { do: 'malloc', id: 3, size: 0 }, { do: 'free', id: 2 }, { do: 'free', id: 0 },
      { do: 'malloc', id: 4, size: 200_000 }, { do: 'free', id: 3 },
    ]);
    expect(lines).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('may come without callers, with either line end, and free what came before it', () => {
    expect(readTrace('+ 0x10 0x8\r\n- 0x20\r\n! 0x10 0x900\r\n').program).toEqual([{ do: 'malloc', id: 0, size: 8 }, { do: 'free', id: -1 }]);
  });

  test.each([
    ['+ 0x10 0x8\nhello', 'mtrace-line', 2, 1],
    ['@ a:[0x1] + 0x10 0x8\n@ a:[0x1] + 1z 0x8', 'mtrace-address', 2, 13],
    ['+ 0x10', 'mtrace-size', 1, 7],
    ['+ 0x10 12', 'mtrace-size', 1, 8],
    ['< 0x10\n- 0x10', 'mtrace-resize', 2, 1],
    ['@ a:[0x1] > 0x10 0x8', 'mtrace-resize', 1, 11],
    ['= Start\n< 0x10\n', 'mtrace-resize', 2, 1],
    ['+ 0x10 0xffffffffffffffff', 'mtrace-large', 1, 8],
  ])('%j is refused as %s at %i:%i', (text, code, line, column) => {
    expect(() => readTrace(text)).toThrow(expect.objectContaining({ code, line, column }));
  });
});

describe('a text', () => {
  test('is a trace of CS:APP with its header or without, also behind a byte order mark', () => {
    expect(readTrace('\ufeff1\n2\n3\n4\na 0 8\nf 0\n').program).toEqual(readTrace('a 0 8\nf 0').program);
  });

  // The text comes last, for the tests' names, which are in every report, would hold all of the longest trace.
  test.each([
    ['trace-empty', 1, 1, ''], ['trace-empty', 1, 1, ' \n\n'], ['trace-empty', 1, 1, '1\n2\n3\n4\n'], ['trace-empty', 1, 1, '= Start\n= End\n'],
    ['trace-unknown', 2, 3, '\n  malloc(3)'], ['rep-number', 2, 5, 'a 0 1\na 1 x'], ['trace-long', 1, 1, 'a'.repeat(longestTrace + 1)],
  ])('is refused as %s at %i:%i', (code, line, column, text) => {
    const read = (): unknown => readTrace(text);
    expect(read).toThrow(ProgramError);
    expect(read).toThrow(expect.objectContaining({ code, line, column }));
  });

  test('before a line can be read without the rest', () => {
    expect(['a\nb\nc', 'a\nb\n', 'a'].map((text) => [1, 2, 3, 9].map((line) => textBefore(text, line)))).toEqual([
      ['', 'a\n', 'a\nb\n', 'a\nb\nc'], ['', 'a\n', 'a\nb\n', 'a\nb\n'], ['', 'a', 'a', 'a'],
    ]);
  });
});
