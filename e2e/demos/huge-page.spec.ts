import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

const cells = (figure: Figure, meaning: string) => figure.drawing.locator(`[data-meaning="${meaning}"]`);
const value = (figure: Figure, counter: string) => figure.drawing.locator(`[data-counter="${counter}"] .figures`);

test.describe('huge page', { tag: '@desktop' }, () => {
  // oracle/recordings/huge-page.json and region.json: one page written, Rss 2,048 KiB, AnonHugePages 2,048 KiB.
  test('one page touched is one cell written and 511 that nobody asked for', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'huge-page');
    await expect(cells(figure, 'live')).toHaveCount(1);
    await expect(cells(figure, 'slack')).toHaveCount(511);
    await expect(value(figure, 'written')).toHaveText('4 KiB');
    await expect(value(figure, 'Rss')).toHaveText('2,048 KiB');
  });

  for (const locale of ['en', 'zh'] as const) {
    test(`half given back comes back with khugepaged, as recorded, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'huge-page', '?demo=huge-page&preset=again');
      await figure.drawing.press('End');
      await figure.act('back').click();
      await expect(figure.sentence).toContainText(locale === 'en' ? '256 pages that nobody had come with it: Rss grows by 1,024 KiB.' : '谁也没要的 256 页跟着来了，Rss 增加 1,024 KiB。');
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(locale === 'zh' ? /^3 个答案，3 个相等。/ : /^3 of 3 answers equal\./);
    });
  }

  test('with max_ptes_none at 0 nothing comes back, and where nothing is allowed 4 KiB cost 4 KiB', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'huge-page', '?demo=huge-page&preset=again');
    await figure.root.locator('[data-control="none"]').selectOption('0');
    await figure.drawing.press('End');
    await expect(value(figure, 'Rss')).toHaveText('1,024 KiB');
    await figure.root.locator('[data-control="enabled"]').selectOption('never');
    await figure.tryProgram('write 0\nkhugepaged');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await expect(value(figure, 'Rss')).toHaveText('4 KiB');
    await figure.tryProgram('write 512');
    await expect(figure.trouble).toHaveText(/^Line 1.*Pages 512 to 512 are not among 0 to 511/);
  });
});
