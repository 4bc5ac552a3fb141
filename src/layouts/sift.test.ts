import { expect, test } from 'vitest';
import { has } from './sift.ts';

test('a text has a query’s words in any order and case, and parts of words', () => {
  expect(has('Why does RSS not fall?', 'rss why')).toBe(true);
  expect(has('内存不还给系统', '还给')).toBe(true);
  expect(has('Why does RSS not fall?', 'rss rise')).toBe(false);
  expect(has('anything', '')).toBe(true);
});
