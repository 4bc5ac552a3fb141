import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

const lane = (figure: Figure, name: string) => figure.drawing.locator(`[data-lane="${name}"] .figures`);
const objects = (figure: Figure, name: string) => figure.drawing.locator(`[data-key^="${name}/"]`);

test.describe('Green Tea', { tag: '@desktop' }, () => {
  // mgcmark_greenteagc.go: 8,192 bytes less 128 of marks and 128 of pointer bits hold fifteen objects of 512.
  // Lines: 90 of objects; of each page two of pointer bits, and two of its span or of marks and scans; then 5 for the flood's tables, or 2 and 90/8 of the queue.
  for (const [locale, flood, tea] of [['en', '6 visits, 119 lines', '90 visits, 128 lines'], ['zh', '去了 6 次，取 119 行', '去了 90 次，取 128 行']] as const) {
    test(`a list of ninety objects is one visit for each, and six pages in order for the flood, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'green-tea', '?demo=green-tea&preset=list');
      await expect(objects(figure, 'tea')).toHaveCount(90);
      await expect(lane(figure, 'flood')).toHaveText(flood);
      await expect(lane(figure, 'tea')).toHaveText(tea);
    });
  }

  test('of a shuffled slice each page is gone to once, all its objects in the same visit', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'green-tea', '?demo=green-tea&preset=shuffled');
    await expect(lane(figure, 'tea')).toContainText('6 visits');
    const labels = await objects(figure, 'tea').locator('text').allTextContents();
    const inPages = Array.from({ length: 6 }, (_, i) => new Set(labels.slice(15 * i, 15 * i + 15)));
    expect(inPages.map(({ size }) => size)).toEqual(new Array(6).fill(1));
    expect(new Set(labels)).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
  });

  test('at the start the roots of a slice make all objects grey, and nothing is scanned', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'green-tea', '?demo=green-tea&preset=shuffled');
    await figure.act('reset').click();
    await expect(figure.drawing.locator('[data-meaning="black"]')).toHaveCount(0);
    await figure.act('step').click();
    await expect(figure.sentence).toContainText('Visit 1');
    await expect(figure.drawing.locator('[data-key^="flood/"][data-meaning="grey"]')).not.toHaveCount(0);
  });
});
