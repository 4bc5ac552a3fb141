import { compile } from '@mdx-js/mdx';
import { expect, test } from 'vitest';
import { headingId } from './heading-id.ts';

const compiled = async (mdx: string): Promise<string> => String(await compile(mdx, { jsx: true, remarkPlugins: [headingId] }));

test('A mark at the end of a heading becomes its id and leaves no trace in the text', async () => {
  expect(await compiled('## 为什么会有碎片 {#why-fragments}')).toContain('<_components.h2 id="why-fragments">{"为什么会有碎片"}</_components.h2>');
});

test('A heading of code and emphasis keeps them', async () => {
  const text = await compiled('### `mmap` *twice* {#mmap-2}');
  expect(text).toContain('<_components.h3 id="mmap-2">');
  expect(text).toContain('<_components.em>{"twice"}</_components.em>');
});

test('Expressions and code fences stay what they are', async () => {
  const text = await compiled('One and {1 + 1}.\n\n```go\n## not a heading {#id}\n```');
  expect(text).toContain('{1 + 1}');
  expect(text).toContain('## not a heading {#id}');
});

test('A mark outside a heading is refused with its line and column', async () => {
  await expect(compiled('First.\n\nSome {#words} here.')).rejects.toThrow('line 3, column 6: {#words} belongs at the end of a heading');
});

test('A mark in the middle of a heading is refused too', async () => {
  await expect(compiled('## One {#one} two')).rejects.toThrow('belongs at the end of a heading');
});

test('An id with a capital letter is refused: anchors are lower case', async () => {
  await expect(compiled('## One {#One}')).rejects.toThrow();
});
