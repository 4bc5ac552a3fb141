import { describe, expect, test } from 'vitest';
import { brief, chapterOf } from './fixture.ts';
import { attribute } from './elements.ts';
import { checkTypography } from './typography.ts';
import type { ValueOf } from './values.ts';
import { checkWords } from './words.ts';

/** Claims of 508 KiB, and one of three pages. */
const valueOf: ValueOf = (claim) => (attribute(claim, 'name') === 'pages' ? { value: 3, unit: 'pages' } : { value: 508, unit: 'KiB' });
const found = (body: string) => checkTypography(chapterOf(body, 'zh'), valueOf);

describe('中文排版', () => {
  test.each([
    ['内核说:这里', 'half-width :'],
    ['内存,栈', 'half-width ,'],
    ['到此为止.', 'half-width .'],
    ['这是为什么?', 'half-width ?'],
    ['映射(mapping)', 'half-width ('],
    ['用Go写的', 'a space inside "用G'],
    ['共 3页', 'a space inside "3页'],
    ['调用`brk`', 'a space inside "用…'],
    ['`brk` 和`mmap` 都行', 'a space inside "和…'],
    ['占用<Claim demo="a" name="b"/>', 'a space inside "用5'],
    ['占用 <Claim demo="a" name="b"/>的地址', 'a space inside "B的'],
    ['占用 <Claim demo="a" name="pages" bare/>页', 'a space inside "3页'],
    ['<Predict ask="有 3页吗？">\n答\n</Predict>', 'ask: put a space'],
    ['一个**Go**程序', 'a space inside "个G'],
    ['好， Go', 'no space beside'],
    ['等等...', 'an ellipsis is ……'],
    ['您看', '你'],
    ['第１页', 'full-width １'],
  ])('%s is seen', (body, message) => {
    expect(found(body).map((finding) => finding.message).join('; ')).toContain(message);
  });

  test.each([
    '用 Go 写的程序，共 3 页（`brk` 和 `mmap`）。',
    '版本是 1.27.4，文件是 `a.go`。',
    '他说：“可以。”……真的——没错！',
    '占用 <Claim demo="a" name="b"/>，其中 <Claim demo="a" name="pages"/>驻留。',
    '共 3 页<Source at="malloc.go:mallocgc"/>。',
    '见 [第一章](../1-1-process-memory/)，或 <Term id="heap">堆</Term>。',
    '```\n中文,in code\n```',
  ])('%s is as it should be', (body) => {
    expect(brief(found(body))).toEqual([]);
  });

  test('an English chapter is not judged', () => {
    expect(checkTypography(chapterOf('The word 堆,heap.', 'en'), valueOf)).toEqual([]);
  });

  test('the place is that of the letter', () => {
    expect(brief(found('第一行。\n第二行,错了。'), 14)).toEqual(['8:4 half-width']);
  });
});

test('Chinese sentences in code are judged, and what they print is not', () => {
  const code = "const words = {\n  a: '共 3页',\n  b: (n: number) => `第 ${n} 行，${f({ n })}页`,\n  c: 'three,four',\n};";
  expect(checkWords('zh.ts', code).map(({ line, column }) => [line, column])).toEqual([[2, 9]]);
});
