import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProgramError } from '../machine.ts';
import type { PageOp } from './page-machine.ts';
import { readPages, writePageOp } from './page-program.ts';

test('sizes may be pages or units, ranges name their first and last page', () => {
  const text = '# a life\nreserve 64 MiB\n\nmap 0-1023\n  write 7 # one\nreclaim';
  expect(readPages(text)).toEqual({
    ops: [{ do: 'reserve', pages: 16384 }, { do: 'map', from: 0, to: 1024 }, { do: 'write', from: 7, to: 8 }, { do: 'reclaim' }],
    lines: [2, 4, 5, 6],
  });
});

test.each([
  ['reserve 64\nwirte 3', 'verb', 2, 1],
  ['reserve 5 KiB', 'size', 1, 9],
  ['map 9-3', 'range', 1, 5],
  ['   unmap now', 'extra', 1, 10],
])('%j is refused at its line and column', (text, code, line, column) => {
  expect(() => readPages(text)).toThrow(expect.objectContaining({ code, line, column }));
});

const ranged = fc.tuple(fc.constantFrom(...(['map', 'use', 'write', 'read', 'dontneed', 'free'] as const)), fc.nat(9_999), fc.nat(9_999))
  .map(([name, from, more]): PageOp => ({ do: name, from, to: from + more + 1 }));
const ops = fc.oneof(ranged, fc.constantFrom<PageOp>({ do: 'reclaim' }, { do: 'unmap' }, { do: 'reserve', pages: 128 }));

test('what is written reads back as the same program', () => {
  fc.assert(fc.property(fc.array(ops, { maxLength: 30 }), (program) => {
    expect(readPages(program.map(writePageOp).join('\n')).ops).toEqual(program);
  }));
});

test('any text is read or refused with a ProgramError', () => {
  const lineish = fc.array(fc.constantFrom('reserve', 'map', 'write', ' ', '0', '9-', '-', 'MiB', '\n', '#', '\u0000', '页', '1e9', '99999999999'), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.oneof(fc.string(), lineish), (text) => {
    try {
      readPages(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgramError);
    }
  }), { numRuns: 10_000 });
});
