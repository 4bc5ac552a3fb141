import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { noSite } from '../../src/i18n/project.ts';
import { handled } from './handled.ts';
import { tidy } from './tidy.ts';
import type { Holdings } from './place.ts';

test('a sentence that asks for something to press is found, in either language, and others are not', () => {
  expect(handled('A slot is taken. Press “check” and the runtime answers. They choose a class, and tapes drag on. Choose *death spiral*: it dies.', 'en')).toEqual(['Press “check” and the runtime answers.', 'Choose *death spiral*:']);
  expect(handled('深色归你。点“核对”，它就回答。点到为止。', 'zh')).toEqual(['点“核对”，它就回答。']);
});

const holdings: Holdings = { home: 'https://book.example/en/', pages: new Set(['1-2-stack']), figures: new Map(), terms: new Map() };
const tidied = (article: string, home = holdings.home): string => {
  const $ = load(`<article>${article}</article>`);
  tidy($, '1-2-stack', { ...holdings, home }, 'en');
  return $('article').html() ?? '';
};

test('what is for the screen goes, with a list item that says nothing else and a heading above nothing', () => {
  expect(tidied('<p>It moves.<span class="live"> Press it.</span> Twice.</p>')).toBe('<p>It moves. Twice.</p>');
  expect(tidied('<h2 id="try">Try it</h2>\n<ol><li><span class="live">Press it.</span></li></ol>\n<h2 id="check">Check</h2>')).toBe('\n\n<h2 id="s-1-2-stack.check">Check</h2>');
  expect(tidied('<h2 id="try">Try it</h2><ol><li>Count.</li><li><span class="live">Press.</span></li></ol>')).toBe('<h2 id="s-1-2-stack.try">Try it</h2><ol><li>Count.</li></ol>');
});

test('a link out of the book leads to its address, and is words where nobody gave one', () => {
  expect(tidied('<a href="../tools/trace/">Record</a>')).toBe('<a href="https://book.example/en/tools/trace/">Record</a>');
  expect(tidied('<a href="../tools/trace/">Record</a>, <a href="https://go.dev/">Go</a>', `${noSite}/en/`)).toBe('Record, <a href="https://go.dev/">Go</a>');
});
