import { expect, test } from 'vitest';
import { numbered } from './numbered.ts';

test('a mark and its note have one number, and sources are numbered in the order of the text', () => {
  const source = (name: string): string => `<button data-n="?"></button><span data-n="?">${name}</span>`;
  expect(numbered(`<p>${source('a')} and ${source('b')}</p><p>${source('c')}</p>`)).toBe(
    '<p><button data-n="1"></button><span data-n="1">a</span> and <button data-n="2"></button><span data-n="2">b</span></p><p><button data-n="3"></button><span data-n="3">c</span></p>',
  );
});
