import { compile } from '@mdx-js/mdx';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { expect, test } from 'vitest';
import { untranslated } from './untranslated.ts';

const compiled = async (mdx: string): Promise<string> => String(await compile(mdx, { jsx: true, remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, untranslated] }));

test('code among words is not translated, the words are', async () => {
  expect(await compiled('It calls `mallocgc` **twice**.')).toContain('It calls "}<_components.code translate="no">{"mallocgc"}</_components.code>{" "}<_components.strong>{"twice"}');
});

test('a listing is not translated', async () => {
  expect(await compiled('```go\nvar x int\n```')).toContain('<_components.pre translate="no">');
});

test('a formula is not translated', async () => {
  expect(await compiled('as $n^2$')).toContain('<_components.span className="katex" translate="no">');
});
