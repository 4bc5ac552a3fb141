import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './number.ts';

const asIntl = (value: number, most: number): string => new Intl.NumberFormat('en-US', { maximumFractionDigits: most }).format(value).replace(/^-0$/, '0');

test('a number is written as Intl writes it', () => {
  const thousandths = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000);
  const numbers = fc.oneof(fc.integer(), fc.maxSafeInteger(), thousandths, fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true }));
  fc.assert(fc.property(numbers, fc.integer({ min: 0, max: 5 }), (value, most) => { expect(formatNumber(value, most)).toBe(asIntl(value, most)); }), { numRuns: 5_000 });
});

test.each([0, -0, 0.5, 1.5, 2.5, -0.5, 0.005, 1.005, -0.001, 999.999, 999_999.5, 1000, -1234.5, 2 ** 53, 2 ** 64, NaN, Infinity, -Infinity])('%d too', (value) => {
  for (const most of [0, 1, 2]) expect(formatNumber(value, most)).toBe(asIntl(value, most));
});

test('a number of any size is written in digits', () => {
  expect(formatNumber(2 ** 70)).toBe('1,180,591,620,717,411,303,424');
  expect(formatNumber(-(2 ** 80), 0)).toBe('-1,208,925,819,614,629,174,706,176');
});
