import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxesOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const lane = (figure: Figure, elem: number) => figure.drawing.locator(`[data-lane="${elem}"]`);
const marks = (figure: Figure, elem: number, meaning: string) => figure.drawing.locator(`[data-key^="${elem}/"][data-meaning="${meaning}"]`);

/** oracle/recordings/emptied.json: 10,000 entries of 128 bytes 2,359,984 bytes, deleted the same; of 129 bytes 1,735,600, then 295,600. */
test.describe('a map does not shrink', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`untouched it shows two maps without entries, one of which kept everything, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'emptied-map');
      await expect(lane(figure, 128).locator('.figures')).toHaveText(locale === 'zh' ? '0 个条目，占 2.25 MiB' : '2.25 MiB for 0 entries');
      await expect(lane(figure, 129).locator('.figures')).toHaveText(locale === 'zh' ? '0 个条目，占 288.67 KiB' : '288.67 KiB for 0 entries');
      await expect(marks(figure, 128, 'cached')).toHaveCount(16);
      await expect(marks(figure, 129, 'cached')).toHaveCount(16);
      const [large, small] = [await boxesOf(marks(figure, 128, 'cached').locator('.cell')), await boxesOf(marks(figure, 129, 'cached').locator('.cell'))];
      expect((large[0]!.width + 1) / (small[0]!.width + 1), 'groups of 147,456 and of 18,432 bytes').toBeCloseTo(8, 0);
    });
  }

  test('what was inserted again takes no more, a new map nothing, and the recording agrees', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'emptied-map');
    await figure.drawing.press('End');
    await expect(lane(figure, 128).locator('.figures')).toHaveText('48 bytes for 0 entries');
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^5 of 5 answers equal\./);
  });

  test('names the line and column of a mistake and keeps the old figure', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'emptied-map');
    await figure.tryProgram('insert 8\n  shrink');
    await expect(figure.trouble).toHaveText(/^第 2 行第 3 列.*shrink/);
    await expect(marks(figure, 128, 'cached')).toHaveCount(16);
  });
});
