import { expect, test } from 'vitest';
import { chapterOf, chapters, parts } from './chapters.ts';

test('Nine chapters in three parts, numbered as their files are named', () => {
  expect(parts.map((part) => part.chapters.length)).toEqual([4, 3, 2]);
  expect(chapters.map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '3.1', '3.2']);
});

test.each(chapters)('$slug asks a question in both languages', ({ question }) => {
  expect(question.en).toMatch(/\?$/);
  expect(question.zh).toMatch(/？$/);
});

test('An unknown chapter is refused with the known ones', () => {
  expect(() => chapterOf('4-1-future')).toThrow('1-1-process-memory');
});
