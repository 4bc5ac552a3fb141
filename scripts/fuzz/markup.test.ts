import { expect, test } from 'vitest';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { markupIn } from './markup.ts';
import { bombs } from './nasty.ts';

test.each([
  ['<p><img src=x onerror="bomb()"></p>', ['<img>', 'onerror of <img>']],
  ['<svg onload="bomb()"></svg>', ['onload of <svg>']],
  ['<b id="bomb">', ['id of <b>']],
  ['<a href="javascript:bomb()">', ['href of <a>']],
])('%s is seen', (html, found) => {
  expect(markupIn(html)).toEqual(found);
});

test.each(bombs.filter((bomb) => /<[a-z]/.test(bomb)))('%s is seen where it is let, and is text where it is written as text', (bomb) => {
  expect(markupIn(renderToString(h('div', { dangerouslySetInnerHTML: { __html: bomb } })))).not.toEqual([]);
  expect(markupIn(renderToString(h('div', { title: bomb }, bomb)))).toEqual([]);
});
