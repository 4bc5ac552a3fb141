import { unified } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import { expect, test } from 'vitest';
import { notesMaths } from './notes-maths.ts';

async function maths(markdown: string): Promise<unknown> {
  const renderer = await unified({ remarkPlugins: [remarkMath, notesMaths] }).createRenderer({ syntaxHighlight: false } as never);
  return (await renderer.render(markdown)).metadata.frontmatter['maths'];
}

test.each(['Inline $x$.', '- in a list: $x$', '$$\nx\n$$'])('%j needs KaTeX’s styles', async (markdown) => {
  expect(await maths(markdown)).toBe(true);
});

test.each(['No mathematics.', 'The price is 5 $.', '`$HOME/$USER`'])('%j does not', async (markdown) => {
  expect(await maths(markdown)).toBe(false);
});
