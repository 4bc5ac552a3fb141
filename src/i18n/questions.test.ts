import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demos } from '../demos/index.ts';
import { headingOf } from './book.ts';
import { locales, type Locale } from './locales.ts';
import { groupOf, questionNamed, questions, questionsOf, threadName } from './questions.ts';

const pageOf = (locale: Locale) => readFileSync(`content/${locale}/questions.mdx`, 'utf8');
const answersOn = (page: string) => [...page.matchAll(/^<Question id="([^"]+)">\n\n([^]*?)\n\n<\/Question>$/gm)].map(([, id = '', answer = '']) => ({ id, answer }));

test('there are 49 questions, and no two ask the same', () => {
  expect(questions).toHaveLength(49);
  for (const locale of locales) expect(new Set(questions.map(({ asks }) => asks[locale])).size).toBe(questions.length);
});

describe.each(locales)('the page in %s', (locale) => {
  const page = pageOf(locale);

  test('answers each of them once, in the order of the book, under the chapter that explains it', () => {
    expect(answersOn(page).map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    for (const group of page.split(/^(?=## )/m).slice(1)) {
      const id = /\{#(c-\d-\d)\}/.exec(group)?.[1];
      expect([...new Set(answersOn(group).map((answer) => groupOf(questionNamed(answer.id).chapter)))]).toEqual([id]);
    }
  });

  test('says how many there are, and each answer is short, but for a table that lists what was asked for', () => {
    expect(/^title: (\d+)/m.exec(page)?.[1]).toBe(String(questions.length));
    for (const { id, answer } of answersOn(page)) {
      const sentences = answer.replace(/```[^]*?```/g, '').match(/[.:?!](?=[\s"”]|$|<)|[。：？！]/g) ?? [];
      expect(sentences.length, id).toBeGreaterThanOrEqual(3);
      expect(answer.replace(/^\|.*$/gm, '').length, id).toBeLessThan(1900);
    }
  });
});

test.each(questions)('$id is explained by a section of a chapter in both languages, and shown by a figure there is', ({ chapter, anchor, figure }) => {
  for (const locale of locales) expect(headingOf(locale, chapter.slug, anchor)).not.toBe('');
  if (figure !== undefined) expect(Object.keys(demos)).toContain(figure);
});

test.each(questions.flatMap(({ threads }) => threads))('%s is one thread, not a list of them', (thread) => {
  expect(thread).toMatch(/^https:\/\/(github\.com\/[\w-]+\/[\w-]+\/(issues|pull)\/\d+|go\.dev\/doc\/faq#\w+|stackoverflow\.com\/questions\/\d+|groups\.google\.com\/g\/golang-nuts\/c\/\w+|go101\.org\/article\/[\w-]+\.html|dmarshall\.dev\/blog\/[\w-]+)$/);
});

test('every question belongs to one chapter', () => {
  expect(questionsOf('1-2-stack').map(({ id }) => id)).toEqual(['morestack', 'stack-overflow', 'shrink', 'large-frames']);
});

test('a thread is called as people call it', () => {
  expect(threadName('https://github.com/golang/go/issues/38010')).toBe('golang/go#38010');
  expect(threadName('https://github.com/golang/go/pull/80137')).toBe('golang/go#80137');
  expect(threadName('https://stackoverflow.com/questions/24863164')).toBe('Stack Overflow: How to analyze golang memory?');
  expect(threadName('https://dmarshall.dev/blog/golang-slice-memory-leaks')).toBe('dmarshall.dev');
});

test('an unknown question is refused with the known ones', () => {
  expect(() => questionNamed('vrit')).toThrow(/vrit.*virt/s);
});
