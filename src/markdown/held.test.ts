import { compile } from '@mdx-js/mdx';
import { expect, test } from 'vitest';
import { held } from './held.ts';

const compiled = async (mdx: string): Promise<string> => String(await compile(mdx, { jsx: true, rehypePlugins: [held] }));

test.each([
  ['每个顺序。<Source href="/a"/>', '"每个顺序"', '"。"'],
  ['It is so.<Source href="/a"/> And then', '"It is so"', '"."'],
  ['- It is **so**, too<Source href="/a"/>', '", to"', '"o"'],
  ['一个 😀<Source href="/a"/>', '"一个 "', '"😀"'],
])('%j holds the mark to the last character alone', async (mdx, rest, last) => {
  expect(await compiled(mdx)).toContain(`{${rest}}<_components.span className="held">{${last}}<Source href="/a" /></_components.span>`);
});

test('a mark is held to the claim it stands by', async () => {
  expect(await compiled('It takes <Claim fact="f"/><Source href="/a"/>.')).toContain('<_components.span className="held"><Claim fact="f" /><Source href="/a" /></_components.span>');
});

test.each(['It is so. <Source href="/a"/>', '<Source href="/a"/> first', 'No mark.'])('%j is left as it is', async (mdx) => {
  expect(await compiled(mdx)).not.toContain('held');
});
