import { expect, test } from 'vitest';
import { heaviest } from './listed.ts';

test('of many the heaviest are listed in their order, the last of equals', () => {
  expect(heaviest([5, 1, 9, 1, 7, 1], (weight) => weight, 4)).toEqual({ items: [5, 9, 7, 1], all: 6 });
  expect(heaviest([{ id: 'a' }, { id: 'b' }, { id: 'c' }], () => 0, 2)).toEqual({ items: [{ id: 'b' }, { id: 'c' }], all: 3 });
  expect(heaviest([3, 2], (weight) => weight, 2)).toEqual({ items: [3, 2], all: 2 });
});
