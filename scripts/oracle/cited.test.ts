import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { citedOf, declared, sourcesMoved } from './cited.ts';

const source = (limit: number, comment = 'as it was'): string => `package runtime

// grow is ${comment}.
func (h *mheap) grow(npage uintptr) bool {
	if npage > ${limit} { // ${comment}
		return false
	}
}

func (h *mheap) growth() {}

type mspan struct {
	_    sys.NotInHeap
	list *mspan
}

const (
	maxTinySize = ${limit}
)
`;

/** Go's source with one file. */
function sourceWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'go-'));
  mkdirSync(join(folder, 'runtime'));
  writeFileSync(join(folder, 'runtime', 'mheap.go'), text);
  return folder;
}

test('what is cited is read from its first line to its closing brace, without comments', () => {
  expect(declared(source(4), 'grow')).toBe('func (h *mheap) grow(npage uintptr) bool {\n\tif npage > 4 {\n\t\treturn false\n\t}\n}');
  expect(declared(source(4), 'mspan')).toBe('type mspan struct {\n\t_    sys.NotInHeap\n\tlist *mspan\n}');
  expect(declared(source(4), 'maxTinySize')).toBe('\tmaxTinySize = 4');
  expect(declared(source(4), 'shrink')).toBeUndefined();
});

test('a cited place that changed or went is told with who leans on it; another comment is no change', () => {
  const [before, same, after] = [source(4), source(4, 'as it ever was'), source(5).replace('type mspan', 'type span')].map(sourceWith) as [string, string, string];
  const cited = ['mheap.go:mheap.grow', 'mheap.go:mspan', 'mheap.go:growth', 'mheap.go'].map((at) => ({ at, places: ['content/en/a.mdx:1:1', 'content/zh/a.mdx:1:2'] }));
  expect(sourcesMoved(cited, before, same)).toEqual([]);
  expect(sourcesMoved(cited, before, after)).toEqual([
    'source mheap.go:mheap.grow: changed', '  content/en/a.mdx:1:1', '  content/zh/a.mdx:1:2',
    'source mheap.go:mspan: gone', '  content/en/a.mdx:1:1', '  content/zh/a.mdx:1:2',
  ]);
  for (const folder of [before, same, after]) rmSync(folder, { recursive: true });
});

test('of the book’s own release, what both languages cite is found in both', () => {
  const cited = citedOf('go1.27.4');
  expect(cited.length).toBeGreaterThan(100);
  for (const { at, places } of cited) for (const locale of ['en', 'zh']) expect(places.some((place) => place.startsWith(`content/${locale}/`)), `${at} in ${locale}`).toBe(true);
});
