import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('labels with room stay where they want to be', () => {
  expect(spread([50, 10, 90], 15, 0, 100)).toEqual([50, 10, 90]);
});

test('labels on one spot are moved apart in their order, and stay within the bounds', () => {
  expect(spread([50, 50, 50], 15, 0, 100)).toEqual([50, 65, 80]);
  expect(spread([99, 98, 40], 15, 0, 100)).toEqual([100, 85, 40]);
  expect(spread([1, 0], 15, 5, 100)).toEqual([20, 5]);
});
