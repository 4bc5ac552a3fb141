import { expect, test } from 'vitest';
import { glossary, glossaryEntry } from './glossary.ts';

const entries = Object.entries(glossary);

test('The glossary has the terms of a book', () => {
  expect(entries.length).toBeGreaterThanOrEqual(60);
});

test.each(entries)('%s is one sentence in each language', (_id, { en, zh }) => {
  expect(en.text).toMatch(/^[^]+[.]$/);
  expect(zh.text).toMatch(/^[^。]+。$/);
});

test.each(['en', 'zh'] as const)('No two entries share a term in %s', (locale) => {
  const terms = entries.map(([, entry]) => entry[locale].term);
  expect(new Set(terms).size).toBe(terms.length);
});

test('An unknown id is refused with the known ones', () => {
  expect(() => glossaryEntry('heep')).toThrow(/heep.*heap/s);
});
