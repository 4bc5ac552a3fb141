import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { lone } from './lone.ts';

const compiled = async (mdx: string): Promise<string> => String(await compile(mdx, { jsx: true, remarkPlugins: [remarkGfm], rehypePlugins: [lone] }));

test.each(['([one](/a), [two](/b))', '1. <Step demo="d" to="k">It fails.</Step>', '| a |\n| - |\n| [never](/a) |', '- [one](/a)\n\n  Then words.'])('%j holds links alone', async (mdx) => {
  expect(await compiled(mdx)).toMatch(/<_components\.(?:p|li|td) className="lone">/);
});

test.each(['See [one](/a).', '- [one](/a) and more', 'Words.', '1. <Claim fact="f"/>', '![a](/a.png)'])('%j does not', async (mdx) => {
  expect(await compiled(mdx)).not.toContain('lone');
});
