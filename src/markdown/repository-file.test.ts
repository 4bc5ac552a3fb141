import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { settle } from './repository-file.ts';

const linksOf = (tree: Root, repository: string | undefined): unknown => {
  settle(tree, repository);
  return (tree.children[0] as { children: unknown[] }).children;
};
const text = 'See [the *recording*](repo:oracle/recordings/ulimit.json), [there](#b).';

test('a file of the repository is led to, and other links stay', () => {
  const links = linksOf(fromMarkdown(text), 'https://code.example/a/b');
  expect(links).toMatchObject([{}, { type: 'link', url: 'https://code.example/a/b/blob/main/oracle/recordings/ulimit.json' }, {}, { url: '#b' }, {}]);
});

test('without a repository the words stay, as they are set', () => {
  expect(linksOf(fromMarkdown(text), undefined)).toMatchObject([{}, { type: 'text', value: 'the ' }, { type: 'emphasis' }, {}, { url: '#b' }, {}]);
});
