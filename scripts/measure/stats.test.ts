import { expect, test } from 'vitest';
import { median, medians, quantile } from './stats.ts';

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(median([])).toBeUndefined();
});

test('a quantile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(quantile(hundred, 0.95)).toBe(95);
  expect(quantile(hundred, 0)).toBe(1);
  expect(quantile([7], 0.5)).toBe(7);
});

test('a name that one run lacks is judged by the others', () => {
  expect(medians([{ fcp: 3 }, { fcp: 1, lcp: 9 }, { fcp: 2 }])).toEqual({ fcp: 2, lcp: 9 });
});
