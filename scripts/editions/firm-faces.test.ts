import { expect, test } from 'vitest';
import { faceSheet } from './faces.ts';
import { firm, weightsIn } from './firm-faces.ts';

test('the weights of a page are those its styles name, in whichever way, and the two that need no name', () => {
  expect(weightsIn('<style>h1{font-weight:350}h2{font: 600 1rem/1.2 serif}p{font:1rem serif}@font-face{font-weight:200 900}</style><text font-weight="300">')).toEqual([300, 350, 400, 600, 700]);
});

test('a variable face becomes a face of each weight it has, which is waited for; any other stays', () => {
  const variable = '@font-face{font-family:A;src:url(/a.woff2)format("woff2-variations");font-weight:300 500;font-display:optional}';
  const still = '@font-face{font-family:K;font-weight:400;src:url(/k.woff2)}';
  expect(firm(`p{}${variable}${still}`, [200, 300, 400, 700])).toBe(`p{}${[300, 400].map((weight) => `@font-face{font-family:A;src:url(/a.woff2?wght=${weight})format("woff2-variations");font-weight: ${weight};font-display: block}`).join('\n')}${still}`);
});

test('no face that the printed book brings stays variable', () => {
  expect(faceSheet()).toMatch(/font-weight: \d+ \d+/);
  expect(firm(faceSheet(), [400])).not.toMatch(/font-weight: \d+ \d+|\.woff2\)/);
});
