import { expect, test } from 'vitest';
import { checkExplained } from './explained.ts';
import { brief, chapterOf } from './fixture.ts';

const list = (at: string): string => `page:\n  at: ${at}\n  en: { term: page }\n`;
const both = (en: string, zh: string) => [chapterOf(en), chapterOf(zh, 'zh')];

test('a term whose section is in both languages is right', () => {
  expect(checkExplained('list.yml', list('1-1-process-memory#pages'), both('## Pages {#pages}', '## 页 {#pages}'))).toEqual([]);
});

test('a section that one language lacks, and a chapter that nobody wrote, are named with their place in the list', () => {
  expect(brief(checkExplained('list.yml', list('1-1-process-memory#pages'), both('## Pages {#pages}', '## 页 {#page}')), 90)).toEqual(['2:3 content/zh/1-1-process-memory.mdx has no section {#pages}']);
  expect(brief(checkExplained('list.yml', list('9-9-none#pages'), both('', '')))).toEqual(['2:3 there is no chapter "9-9-none"']);
});
