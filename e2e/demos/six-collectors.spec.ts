import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { topDown } from '../drawing.ts';
import { Figure } from '../figure.ts';

const lane = (figure: Figure, name: string) => figure.drawing.locator(`[data-lane="${name}"]`);
const objects = (figure: Figure, name: string, meaning: string) => figure.drawing.locator(`[data-key^="${name}/"][data-meaning="${meaning}"]`);
const labels = async (figure: Figure, name: string, meaning: string): Promise<string> => (await objects(figure, name, meaning).locator('.label').allTextContents()).join(' ');

test.describe('one graph, six collectors', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`opens after all have collected one program: three objects of 32 bytes live, and who moves, moved, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'six-collectors');
      expect(await topDown(figure.drawing.locator('.head'))).toEqual(locale === 'zh' ? ['引用计数', '标记清扫', '滑动整理', '复制', '分代', '分步标记'] : ['counting', 'mark and sweep', 'sliding', 'copying', 'generations', 'marking in steps']);
      // Counted and traced alike: t, x and z are held or led to. y and d died while one was marking, which keeps both: 32 and 64 more.
      await expect(figure.sentence).toHaveText(/96.*96.*96.*96.*96.*192/);
      for (const name of ['ref-count', 'mark-compact', 'semispace', 'generational']) await expect(objects(figure, name, 'garbage'), name).toHaveCount(0);
      await expect(lane(figure, 'incremental').locator('.rule')).toHaveText(/96 kept|留下 96/);
      await expect(lane(figure, 'mark-sweep').locator('.rule'), 'what is dead there has only not been swept').not.toHaveText(/kept|留下/);
      for (const name of ['ref-count', 'mark-sweep', 'incremental']) await expect(lane(figure, name).locator('.figures'), name).not.toHaveText(/moved|搬动/);
      for (const name of ['mark-compact', 'semispace']) await expect(lane(figure, name).locator('.figures'), name).toHaveText(/moved|搬动/);
    });
  }

  test('Cheney’s fingers: between scan and free lie the copies whose pointers are still to be followed; husks stay behind', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'six-collectors');
    await figure.root.locator('[data-control="preset"]').selectOption('cheney');
    await expect(figure.sentence).toHaveText(/black/);
    await expect(figure.drawing.locator('[data-pointer="scan"]')).toHaveCount(1);
    // a, then what its two pointers lead to: d, whose pointer is the first, and b.
    await expect(objects(figure, 'semispace', 'moved')).toHaveCount(3);
    await figure.drawing.press('End');
    expect(await labels(figure, 'semispace', 'live')).toBe('a d b c');
  });

  test('a dead ring is counted until trial deletion takes away what comes from inside', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'six-collectors');
    await figure.tryProgram('p = new 24 1\nq = new 24 1\np.0 = q\nq.0 = p\ndrop p\ndrop q');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await expect(objects(figure, 'ref-count', 'garbage')).toHaveCount(2);
    await figure.tryProgram('p = new 24 1\nq = new 24 1\np.0 = q\nq.0 = p\ndrop p\ndrop q\ncollect');
    await figure.drawing.press('End');
    await expect(objects(figure, 'ref-count', 'garbage')).toHaveCount(0);
  });

  test('refuses what no program can do, with the line', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'six-collectors');
    await figure.tryProgram('a = new 24 1\ndrop a\nhold a');
    await expect(figure.trouble).toHaveText(/^Line 3.*Nothing leads to this object/);
  });
});
