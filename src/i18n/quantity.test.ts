import { expect, test } from 'vitest';
import { formatAddress, formatBytes, formatQuantity, inUnit } from './quantity.ts';

test('a quantity reads as each language writes it', () => {
  expect(formatQuantity({ value: 263680, unit: 'KiB' }, 'en')).toBe('263,680 KiB');
  expect(formatQuantity({ value: 1, unit: 'pages' }, 'en')).toBe('1 page');
  expect(formatQuantity({ value: 3, unit: 'pages' }, 'zh')).toBe('3 页');
});

test('bytes take the unit that fits them', () => {
  expect(formatBytes(4096, 'en')).toBe('4 KiB');
  expect(formatBytes(16, 'zh')).toBe('16 字节');
  expect(formatBytes(536870912, 'en')).toBe('512 MiB');
});

test('an amount of memory reads in another unit, a count stays a count', () => {
  expect(inUnit({ value: 1226496, unit: 'KiB' }, 'MiB')).toEqual({ value: 1197.75, unit: 'MiB' });
  expect(inUnit({ value: 3, unit: 'pages' }, 'MiB')).toEqual({ value: 3, unit: 'pages' });
});

test('an address is bare hexadecimal', () => {
  expect(formatAddress(0xc000000000)).toBe('c000000000');
});
