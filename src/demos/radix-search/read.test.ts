import { expect, test } from 'vitest';
import { readSearch } from './read.ts';

test('a number is pages, a number with a letter bytes, and a sum is where to free', () => {
  expect(readSearch('full 1M\n\nfree 64K+3 8  # eight\nfree 9\nalloc 16K')).toEqual({
    ops: [{ do: 'full', npages: 128 }, { do: 'free', page: 11, npages: 8 }, { do: 'free', page: 9, npages: 1 }, { do: 'alloc', npages: 2 }],
    lines: [1, 3, 4, 5],
  });
});

test.each(['alloc', 'alloc 1 2', 'take 3', 'free -1', 'full 1P'])('"%s" is refused with its place', (line) => {
  expect(() => readSearch(`alloc 1\n  ${line}`)).toThrow(expect.objectContaining({ code: 'line', line: 2, column: 3 }));
});

test.each(['alloc 0', 'alloc 1K', 'alloc 2G', 'full 2T', 'free 1++2'])('"%s" is no number of pages', (line) => {
  expect(() => readSearch(line)).toThrow(expect.objectContaining({ code: 'pages', line: 1 }));
});
