import { expect, test } from '../book.ts';
import { boxesOf, solidAmong } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** What each still shows, counted by hand: its marks, and how many are painted solid. */
const stills = [['program-break', '.cell', 72, 33], ['touch-a-page', '.cell', 128, 16], ['summary-calculator', '.page', 5, undefined], ['two-maps', '.mapping', 39, undefined], ['round-up', '.m-live', 10, 10]] as const;

/** Marks that take no room on the page. */
const invisible = async (figure: Figure, marks: string) => (await boxesOf(figure.drawing.locator(marks))).filter(({ width, height }) => width * height < 4);

const gone = ['.transport', '.controls', '.folded', '.more summary'];

test.describe('a figure on paper', { tag: '@desktop' }, () => {
  for (const [id, marks, count] of stills) {
    test(`${id} is its picture, sentence, legend and caption, without a control`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', id);
      await figure.unfold('more');
      await expect(figure.act('next')).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      for (const control of gone) for (const each of await figure.root.locator(control).all()) await expect(each).toBeHidden();
      await expect(figure.root.getByRole('button')).toHaveCount(0);
      await expect(figure.drawing.locator(marks)).toHaveCount(count);
      expect(await invisible(figure, marks)).toEqual([]);
      for (const kept of ['.sentence', '.legend', 'figcaption']) await expect(figure.root.locator(kept)).toBeVisible();
      expect(await figure.root.locator('.player').evaluate((player) => getComputedStyle(player).breakInside)).toBe('avoid');
    });
  }
});

test.describe('a figure without JavaScript', { tag: '@no-js' }, () => {
  for (const [id, marks, count, solid] of stills) {
    test(`${id} is drawn, has nothing to press, and tells its whole run`, async ({ page }) => {
      await page.goto(`zh/figures/${id}/`);
      const figure = new Figure(page, id);
      await expect(figure.drawing.locator(marks)).toHaveCount(count);
      expect(await invisible(figure, marks)).toEqual([]);
      if (solid !== undefined) expect(await solidAmong(figure.drawing.locator(marks))).toBe(solid);
      await expect(figure.root.getByRole('button')).toHaveCount(0);
      await expect(figure.root.locator('select:visible, input:visible')).toHaveCount(0);
      await expect(figure.trouble).toHaveCount(0);
      await expect(page.locator('.transcript li').first()).toBeHidden();
      await page.locator('.transcript summary').click();
      await expect(page.locator('.transcript li').first()).toBeVisible();
      expect(await page.locator('.transcript li').count()).toBeGreaterThan(4);
    });
  }
});
