import { expect, test } from 'vitest';
import { pageOf, place, type Holdings } from './place.ts';

const holdings: Holdings = { home: 'https://book.example/base/en/', pages: new Set(['1-2-stack', 'glossary']), figures: new Map([['grow', '1-2-stack']]), terms: new Map() };
const from = (href: string) => place(href, '1-2-stack', holdings);

test('a link to what the file holds stays in it, with the id the file gives', () => {
  expect(from('#moves')).toBe('#s-1-2-stack.moves');
  expect(from('../glossary/#rss')).toBe('#s-glossary.rss');
  expect(from('/base/en/glossary/')).toBe('#s-glossary');
  expect(from('../figures/grow/')).toBe('#s-1-2-stack.grow');
  expect(pageOf('s-1-2-stack.moves')).toBe('1-2-stack');
});

test('any other link has its whole address', () => {
  expect(from('../tools/process/')).toBe('https://book.example/base/en/tools/process/');
  expect(from('/base/zh/1-2-stack/')).toBe('https://book.example/base/zh/1-2-stack/');
  expect(from('https://go.dev/')).toBe('https://go.dev/');
});
