import { expect, test } from '../book.ts';
import { boxesOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

// mpagealloc_64bit.go: levels of 14, 3, 3, 3, 3 bits, an entry of the last for a chunk of 4 MiB; the heap begins at 0xc000000000.
const level = (figure: Figure, index: number) => figure.drawing.locator('.level').nth(index);
const fact = (figure: Figure, index: number) => figure.root.locator('.state dd').nth(index);

test.describe('radix search', { tag: '@desktop' }, () => {
  // 1000 GiB are 62 entries of 16 GiB and half of one; 8 GiB are the fifth of its eight; the hole lies 2900 pages in: the sixth chunk.
  test('a hole behind a full terabyte is found by a look at sixty-three entries, and at a few below', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'radix-search');
    await expect(level(figure, 0).locator('.figures')).toHaveText('63 of 64 looked at · 992 GiB passed over');
    await expect(level(figure, 1).locator('.figures')).toHaveText('5 of 8 looked at · 8 GiB passed over');
    await expect(level(figure, 4).locator('.figures')).toHaveText('6 of 8 looked at · 20 MiB passed over');
    await expect(fact(figure, 3)).toHaveText(`0x${(0xc000000000 + 1000 * 2 ** 30 + 2900 * 8192).toString(16)}`);
    await expect(level(figure, 4).locator('.focus')).toHaveCount(1);
  });

  test('a run that straddles two entries is found by adding an end and a start, and the levels below stay dark', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'radix-search', '?demo=radix-search&preset=straddle');
    await expect(figure.drawing.locator('.level.unreached')).toHaveCount(5);
    // 48 GiB are the end of the third entry and the start of the fourth: 20 pages on either side.
    const texts = (index: number) => level(figure, 0).locator('[data-key]').nth(index).locator('text').allTextContents();
    expect([await texts(2), await texts(3)]).toEqual([['0', '20', '20'], ['20', '20', '0']]);
    await figure.drawing.focus();
    await page.keyboard.press('End');
    await expect(fact(figure, 3)).toHaveText(`0x${(0xc000000000 + 48 * 2 ** 30 - 20 * 8192).toString(16)}`);
  });

  test('nothing fits: the root is read to its end, and the heap grows by one chunk', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'radix-search', '?demo=radix-search&preset=grow');
    // The heap begins at entry 48 above address 0, which by the runtime's offset is entry 8,192 of 16,384: 8,144 are read.
    // Then the fifth from there has a chunk: five more.
    await expect(fact(figure, 0)).toHaveText('64 GiB');
    await expect(fact(figure, 4)).toHaveText('8,149 entries');
    await expect(fact(figure, 3)).toHaveText(`0x${(0xc000000000 + 64 * 2 ** 30).toString(16)}`);
  });

  test('the coarsest is on top, and what is refused is said in the reader’s language', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'radix-search');
    const tops = (await boxesOf(figure.drawing.locator('.level > .name'))).map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await expect(level(figure, 0).locator('.name').first()).toHaveText('第 0 层 · 一项 16 GiB');
    await figure.tryProgram('full 4M\nfree 511 2');
    await expect(figure.trouble).toHaveText(/^第 2 行第 1 列：堆只有 512 页，没有第 512 页/);
  });
});
