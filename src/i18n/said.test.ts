import { expect, test } from 'vitest';
import { beginning, said, saidIn } from './said.ts';

test('what HTML says is its words, blocks apart, entities read', () => {
  expect(said('<p>Set <code>a &amp;&amp; b</code>,\nthen</p><p>read &lt;it&gt; &#x26; <data value="3">3 KiB</data>.</p>')).toBe('Set a && b, then read <it> & 3 KiB.');
});

test('each section is told by itself, with its name', () => {
  expect(saidIn('<h2>No</h2><section id="a"><p>One.</p></section> <section id="b"><ul><li>Two</li><li>three.</li></ul></section>'))
    .toEqual([{ id: 'a', words: 'One.' }, { id: 'b', words: 'Two three.' }]);
});

test('the beginning of a text is whole sentences that fit, at least one', () => {
  expect(beginning('A heap of 4.5 MiB. It grows. It shrinks.', 'en', 30)).toBe('A heap of 4.5 MiB. It grows.');
  expect(beginning('堆有 4.5 MiB。它会变大。', 'zh', 14)).toBe('堆有 4.5 MiB。');
  expect(beginning('One long sentence without an end', 'en', 5)).toBe('One long sentence without an end');
});
