import { expect, test } from 'vitest';
import { readChapter } from './check/chapter.ts';
import { hashOf } from './check/follows.ts';
import { stateOf } from './translations.ts';

const text = (follows: string, body: string) => `---\ntitle: a\nquestion: b\ndescription: c\nfollows: '${follows}'\n---\n\n${body}\n`;

test('a text is as its twin while it follows what that says now, behind when that changed, alone without one', () => {
  const zh = readChapter('content/zh/x.mdx', text('000000000000', '你好。'));
  const en = readChapter('content/en/x.mdx', text(hashOf(zh), 'Hello.'));
  expect(stateOf([en, zh], en)).toBe('as its twin');
  expect(stateOf([en, zh], zh)).toBe('behind');
  expect(stateOf([en], en)).toBe('alone');
});
