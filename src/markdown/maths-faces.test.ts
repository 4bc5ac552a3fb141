import { expect, test } from 'vitest';
import { faceFor, formulas, rulesFor } from './maths-faces.ts';

test('formulas are found in the text and set; money and code are none', () => {
  expect(formulas('---\ntitle: "$x$"\n---\n\nHalf of $p$, and `$HOME`.\n\n$$\n\\frac{1}{2}\n$$\n')).toHaveLength(2);
});

test('the style sheet keeps the rules and faces of what is set', async () => {
  const [half = ''] = formulas('$\\frac{a}{2}$');
  const css = await rulesFor(half);
  expect(css).toContain('.mfrac');
  expect(css).toContain('KaTeX_Math-Italic.woff2');
  expect(css).toContain('KaTeX_Main-Regular.woff2');
  expect(css).not.toMatch(/KaTeX_Fraktur|\.ttf|\.mathbb/);
});

test('a face of two characters is much smaller than KaTeX’s own 26 kB', async () => {
  expect((await faceFor('KaTeX_Main-Regular.woff2', '1/2')).length).toBeLessThan(3000);
});
