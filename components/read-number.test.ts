import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test.each([
  ['1,024', 1024], ['1 024', 1024], [' 7.5 ', 7.5], ['1,024.5', 1024.5], ['.5', 0.5], ['1e9', 1e9], ['2.5E3', 2500], ['１４', 14], ['１，０２４', 1024], ['14.', 14],
  ['about 14', 14], ['approx. 14', 14], ['~14', 14], ['14 or so', 14], ['大约 14', 14], ['14 左右', 14], ['14 个', 14],
  ['一千', 1000], ['十四', 14], ['约两百', 200], ['一千零五', 1005], ['一百五', 150], ['两万五', 25_000], ['两万五千三百二十一', 25_321], ['一亿', 1e8], ['5万', 50_000], ['3百万页', 3e6],
  ['14k', 14_000], ['2 million', 2e6], ['1 thousand pages', 1000], ['14 times', 14],
])('%j is read as %d', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each([['14', 'MiB', 14], ['about 14 MiB', 'MiB', 14], ['14mb', 'MiB', 14], ['14M', 'MiB', 14], ['2 GiB', 'MiB', 2048], ['512 KiB', 'MiB', 0.5], ['1 MiB', 'B', 1_048_576], ['2048 bytes', 'KiB', 2], ['2048 字节', 'KiB', 2], ['2 GB', 'MB', 2000], ['50 %', 'percent', 50], ['5万', 'KiB', 50_000]])('%j where %s is asked for is %d', (text, unit, number) => {
  expect(readNumber(text, unit)).toBe(number);
});

test.each(['', ' ', 'many', '1.2.3', '1,5', '12,34', '3 or 4', '14-15', '-5', '1e999', '<b>', '1'.repeat(100)])('%j is not one number', (text) => {
  expect(readNumber(text)).toBeUndefined();
});
