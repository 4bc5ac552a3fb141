import { expect, test } from 'vitest';
import { factorOff, repeated, verdict } from './guess.ts';

const words = { guess: 'You said %.', off: 'Off by a factor of %.', far: 'Far off.', right: 'Right.', refused: 'Write a number.' };

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

test('A factor is said in two figures, and one beyond a million not at all', () => {
  expect(verdict(1e6, '1e6', [80.1], words)).toBe('You said 1e6. Off by a factor of 12,000.');
  expect(verdict(9999999999999999999999, '9999999999999999999999 MiB', [1197.75], words)).toBe('You said 9999999999999999999999 MiB. Far off.');
});

test('A guess is said back in the unit that was asked for', () => {
  expect([['14,000', 14_000, 'KiB'], ['about 14', 14, 'MiB'], ['2 GiB', 2048, 'MiB'], ['１４', 14, undefined]].map(([text, guess, unit]) => repeated(text as string, guess as number, unit as string | undefined))).toEqual(['14,000 KiB', '14 MiB', '2,048 MiB', '14']);
});
