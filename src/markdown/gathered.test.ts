import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chapters } from '../i18n/chapters.ts';
import { locales, type Locale } from '../i18n/locales.ts';
import { gatheredMyths, mythsOf } from './gathered.ts';

test('a myth is taken whole, claims and all, and nothing around it', () => {
  const text = 'Before.\n\n<Myth said="a" since="Go 1.2">\n\nIt is <Claim fact="x"/>.\n\n</Myth>\n\nBetween.\n\n<Myth said="b">\n\nNo.\n\n</Myth>\n';
  expect(mythsOf(text)).toEqual(['<Myth said="a" since="Go 1.2">\n\nIt is <Claim fact="x"/>.\n\n</Myth>', '<Myth said="b">\n\nNo.\n\n</Myth>']);
});

test('a link within its chapter leads there', () => {
  expect(gatheredMyths('en', (slug) => (slug.startsWith('1-1') ? '<Myth said="a">\n\nSee [there](#b).\n\n</Myth>\n' : undefined))).toContain('See [there](../1-1-process-memory/#b).');
});

test('every myth of a chapter is gathered under its title, in the order of the book', () => {
  const all = gatheredMyths('zh', (slug) => (slug.startsWith('1-1') || slug.startsWith('2-3') ? readFileSync(`content/zh/${slug}.mdx`, 'utf8') : undefined));
  expect(all.match(/^## .*$/gm)).toEqual([expect.stringMatching(/^## \[1\.1 .*\]\(\.\.\/1-1-process-memory\/\) \{#c-1-1\}$/), expect.stringMatching(/^## \[2\.3 /)]);
  expect(all.match(/<Myth /g)).toHaveLength(readFileSync('content/zh/1-1-process-memory.mdx', 'utf8').match(/<Myth /g)!.length + readFileSync('content/zh/2-3-go-allocator.mdx', 'utf8').match(/<Myth /g)!.length);
});

/** Words that point to a place on the page, which is another one where myths are gathered; "above 128 bytes" points nowhere. */
const pointing: Readonly<Record<Locale, RegExp>> = { en: /\b(?:above|below)\b(?! [\d<])/i, zh: /上面|下面|上文|下文|见上|见下/ };

test.each(locales)('no myth points to what stands around it in its chapter (%s)', (locale) => {
  const myths = chapters.flatMap(({ slug }) => mythsOf(readFileSync(`content/${locale}/${slug}.mdx`, 'utf8')));
  expect(myths.filter((each) => pointing[locale].test(each)), 'name the thing and link it: the page of myths shows it too').toEqual([]);
});
