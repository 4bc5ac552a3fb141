import { expect, test } from 'vitest';
import { patched } from './patch.ts';

const patch = { file: 'a.ts', from: 'x + 1', to: 'x - $&' };

test('a text found once is replaced by another, letter for letter', () => {
  expect(patched('return x + 1;', patch)).toBe('return x - $&;');
});

test('a text that is not there, or there twice, is no patch any more', () => {
  expect(() => patched('return x;', patch)).toThrow('a.ts has this text 0 times');
  expect(() => patched('x + 1, x + 1', patch)).toThrow('a.ts has this text 2 times');
});
