import { expect, test } from 'vitest';
import { outside } from './outside.ts';

test('each address is asked once, whatever part of it is meant and however many pages mean it', () => {
  const html = '<a href="https://go.dev/x#a">a</a> <a class="b" href="https://go.dev/x#b">b</a> <a href="/en/">c</a> <a href="https://go.dev/?a=1&amp;b=2">d</a>';
  expect(outside([{ page: 'en', html }, { page: 'zh', html: '<a href="https://go.dev/x">x</a>' }])).toEqual([
    { url: 'https://go.dev/?a=1&b=2', pages: ['en'] }, { url: 'https://go.dev/x', pages: ['en', 'zh'] },
  ]);
});

test('the book’s own home, while it has none, is not asked', () => {
  expect(outside([{ page: 'en', html: '<a href="https://github.com/example/go-runtime-memory-book/edit/main/a">edit</a>' }])).toEqual([]);
});
