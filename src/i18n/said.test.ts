import { expect, test } from 'vitest';
import { said, saidIn } from './said.ts';

test('what HTML says is its words, blocks apart, entities read', () => {
  expect(said('<p>Set <code>a &amp;&amp; b</code>,\nthen</p><p>read &lt;it&gt; &#x26; <data value="3">3 KiB</data>.</p>')).toBe('Set a && b, then read <it> & 3 KiB.');
});

test('each section is told by itself, with its name', () => {
  expect(saidIn('<h2>No</h2><section id="a"><p>One.</p></section> <section id="b"><ul><li>Two</li><li>three.</li></ul></section>'))
    .toEqual([{ id: 'a', words: 'One.' }, { id: 'b', words: 'Two three.' }]);
});
