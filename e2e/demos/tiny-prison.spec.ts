import { expect, test } from '../book.ts';
import { shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** malloc.go: objects without pointers below 16 bytes share blocks of 16 (maxTinySize). */
const blockBytes = 16;

const meanings = (figure: Figure, level: number) => figure.drawing.locator('.level').nth(level).locator('[data-key]').evaluateAll((all) => all.map((each) => each.getAttribute('data-meaning')));

test.describe('tiny prison', { tag: '@desktop' }, () => {
  test('one byte held: sixteen kept, fifteen of them hatched', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison');
    expect(await meanings(figure, 0)).toEqual([...new Array<string>(blockBytes - 1).fill('garbage'), 'live']);
    await expect(figure.drawing.locator('.level').last().locator('.figures')).toHaveText('1 byte held, 16 bytes kept');
    const bytes = figure.drawing.locator('.level').first().locator('.cell');
    expect(await shapeOf(bytes.first())).not.toBe(await shapeOf(bytes.last()));
  });

  test('a block that nobody holds any more is given back, its neighbours stay', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison', '?demo=tiny-prison&preset=four');
    await expect(figure.drawing.locator('.level')).toHaveCount(5);
    await figure.drawing.focus();
    await page.keyboard.press('End');
    await expect(figure.drawing.locator('.level')).toHaveCount(4);
    await expect(figure.drawing.locator('.level').last().locator('.figures')).toHaveText('3 bytes held, 48 bytes kept');
  });

  test('a number lies at a multiple of its size: seven bytes stay unused between a byte and an int64', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison');
    await figure.tryProgram('a := new(byte)\nb := new(int64)');
    expect(await meanings(figure, 0)).toEqual(['live', ...new Array<string>(7).fill('free'), ...new Array<string>(8).fill('live')]);
  });

  test('refuses what never shares, in the reader’s language', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'tiny-prison');
    await figure.tryProgram('a := new(byte)\nb := new(*int)');
    await expect(figure.trouble).toHaveText(/^第 2 行第 1 列：含指针的对象从不合用一块/);
  });

  test('the real runtime puts every object at the same address', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison', '?demo=tiny-prison&preset=four');
    await figure.unfold('more');
    await figure.root.locator('[data-act="check-live"]').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^67 of 67 answers equal\./, { timeout: 20_000 });
  });
});
