import { expect, test } from 'vitest';
import { chapterIn, kept } from './kept.ts';

const holding = (text: string | null) => ({ getItem: () => text });

test.each([null, '', 'null', '[]', '{"guesses":3,"read":"x"}', '{"guesses":null}', '{"guesses":{"a#0":1},"read":[7,null]}', '{', '"x"'])('%j counts as nothing kept', (text) => {
  expect(kept(holding(text))).toEqual({ guesses: {}, read: [] });
});

test('what was kept is read back', () => {
  const all = { guesses: { '1-1-process-memory#0': '14' }, read: ['1-1-process-memory'] };
  expect(kept(holding(JSON.stringify(all)))).toEqual(all);
});

test.each([['/en/1-2-stack/', '1-2-stack'], ['/base/zh/1-2-stack/index.html', '1-2-stack'], ['/', '']])('%s leads to %j', (path, chapter) => {
  expect(chapterIn(path)).toBe(chapter);
});
