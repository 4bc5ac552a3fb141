import { expect, test } from 'vitest';
import { factorOff, readNumber, verdict } from './predict.ts';

const words = { guess: 'You said %.', off: 'Off by a factor of %.', right: 'Right.' };

test.each([['1,024', 1024], ['1 024', 1024], [' 7.5 ', 7.5], ['', undefined], ['many', undefined]])('%j is read as %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test('A guess too small and one too large are off by the same factor', () => {
  expect(factorOff(10, 100)).toBe(10);
  expect(factorOff(1000, 100)).toBe(10);
});

test('Nothing has a factor to zero, except zero', () => {
  expect(factorOff(0, 100)).toBeUndefined();
  expect(factorOff(0, 0)).toBe(1);
});

test('A guess within a tenth is right', () => {
  expect(verdict(740, '740 MiB', [767.5], words)).toBe('You said 740 MiB. Right.');
});

test('A far guess is told how far', () => {
  expect(verdict(14, '14 MiB', [767.5], words)).toBe('You said 14 MiB. Off by a factor of 55.');
  expect(verdict(300, '300', [767.5], words)).toBe('You said 300. Off by a factor of 2.6.');
});

test('Without an answer the guess is only repeated', () => {
  expect(verdict(3, '3', [], words)).toBe('You said 3.');
});

test('Of several right answers the nearest judges', () => {
  expect([300, 440, 360, 1000].map((guess) => verdict(guess, String(guess), [436, 308], words))).toEqual([
    'You said 300. Right.', 'You said 440. Right.', 'You said 360. Off by a factor of 1.2.', 'You said 1000. Off by a factor of 2.3.',
  ]);
});
