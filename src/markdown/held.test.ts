import { expect, test } from 'vitest';
import { held } from './held.ts';

const mark = '<button type="button" class="mark" data-n="?" popovertarget="s" aria-label="Source" data-pagefind-ignore></button>';

test.each([
  ['<p>每个顺序', '。', ''],
  ['<p>It is so', '.', ' And then'],
  ['<p>It is <b>so</b>, ', 'too', ''],
  ['<p>一个 ', '😀', ''],
  ['<p>Tom ', '&amp;', ''],
  ['<td>', 'quarter ', '</td>'],
  ['<p>the latest is at ', '<code translate="no">(NumGC+255)%256</code>', ''],
  ['<p>It is so.', '<small class="since"><a href="/c/">since Go 1.26</a></small>', ''],
])('%s: the mark is held to “%s” alone', (rest, last, after) => {
  expect(held(`${rest}${last}${mark}${after}`)).toBe(`${rest}<span class="held">${last}${mark}</span>${after}`);
});

test('each mark is held to its own, and what has none is left as it is', () => {
  expect(held(`a.${mark}<span>b.</span> <code>c</code> d${mark}`)).toBe(`a<span class="held">.${mark}</span><span>b.</span> <code>c</code> <span class="held">d${mark}</span>`);
  expect(held(`<p>${mark}first</p>`)).toBe(`<p>${mark}first</p>`);
});
