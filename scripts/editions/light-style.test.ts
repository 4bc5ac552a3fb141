import { expect, test } from 'vitest';
import { lightStyle } from './light-style.ts';

const css = `:root{--paper:light-dark(#f9f9f8,#18191b);--ink:light-dark(#202020,#eeeeee);--live:light-dark(#218358,#33b074)}
.a .b{fill:var(--live)}.b{fill:var(--ink);font:600 13px/1 var(--mono,monospace)}
.c:is(.now,:focus-visible)>text{stroke:var(--paper)}.d:hover{fill:red}
.far{fill:color-mix(in srgb, var(--ink) 50%, var(--paper))}
@container (width>=300px){.fits-300{display:inline}}@container (width>=680px){.fits-680{display:inline}}
@media print{:root{--paper:#fff}.b{fill:none}}`;

const rules = lightStyle(css, 480).rules;
const styleOf = (selector: string) => rules.find((rule) => rule.selector === selector)?.style;

test('colours are those of the light, on white paper', () => {
  expect(styleOf('.a .b')).toEqual({ fill: '#218358' });
  expect(styleOf('.c:is(.now,:not(*))>text')).toEqual({ stroke: '#ffffff' });
  expect(styleOf('.far')).toEqual({ fill: '#909090' });
});

test('a font is told in parts, and what a wider drawing, paper or a pointer asks for is left out', () => {
  expect(styleOf('.b')).toEqual({ fill: '#202020', 'font-weight': '600', 'font-size': '13px', 'font-family': 'monospace' });
  expect(rules.map(({ selector }) => selector).filter((selector) => /fits|hover|root/.test(selector))).toEqual(['.fits-300']);
});

test('the rule that asks for more comes later, wherever it stood', () => {
  const order = rules.map(({ selector }) => selector);
  expect(order.indexOf('.a .b')).toBeGreaterThan(order.indexOf('.b'));
});
