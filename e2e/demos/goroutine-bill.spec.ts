import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const mark = (figure: Figure, key: string) => figure.drawing.locator(`[data-key="${key}"] .cell`);

test.describe('goroutine bill', { tag: '@desktop' }, () => {
  // oracle/recordings/versions/goroutines.json, go1.27.4: 204,800,000 bytes of stacks, 65,296,384 more in the heap; after a collection 48,966,248.
  test('stacks go and g’s stay, drawn to one scale', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'goroutine-bill');
    await expect(figure.drawing.locator('.lane .figures')).toHaveText(['270.1 MB in memory', '270.1 MB in memory', '270.1 MB in memory', '49.1 MB in memory']);
    const [stacks, gs] = [await boxOf(mark(figure, '0/stacks')), await boxOf(mark(figure, '3/gs'))];
    expect(gs.width / stacks.width).toBeCloseTo(48 / 204.8, 2);
    await expect(mark(figure, '3/stacks')).toHaveCount(0);
    await expect(figure.drawing.locator('.lane .rule').last()).toHaveText('0 live, 100,000 dead g’s');
  });

  for (const locale of ['en', 'zh'] as const) {
    test(`to the byte as recorded while they wait and when they have ended, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'goroutine-bill', '?demo=goroutine-bill&preset=recorded');
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(locale === 'zh' ? /^2 个答案，2 个相等。/ : /^2 of 2 answers equal\./);
      await figure.root.locator('[data-control="preset"]').selectOption('again');
      await figure.drawing.press('End');
      // 20,000 of 480 bytes, made once.
      await expect(figure.root.locator('.state dd').nth(4)).toHaveText(locale === 'zh' ? '9,600,000 字节' : '9,600,000 bytes');
    });
  }

  test('goroutines that went deep give their stacks back at once', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'goroutine-bill');
    await figure.tryProgram('go 1000 x 5000\nend');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await figure.act('back').click();
    await expect(figure.sentence).toContainText('Their stacks had not the starting size and went at once.');
    await figure.tryProgram('go 0');
    await expect(figure.trouble).toHaveText(/^Line 1.*1 to 200,000/);
  });
});
