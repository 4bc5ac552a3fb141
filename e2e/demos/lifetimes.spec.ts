import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

const gone = (figure: Figure) => figure.drawing.locator('[data-paint="gone"]');

test.describe('after death', { tag: '@desktop' }, () => {
  // oracle/recordings/scripts/after-death.json, and mfinal.go: an object is freed by the collection after its finalizer ran.
  for (const [locale, ran] of [['en', 'Ran: a(), c1.'], ['zh', '执行了 a()、c1。']] as const) {
    test(`a finalizer's object outlives the collection, a cleanup's does not, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'lifetimes');
      await figure.tryProgram('new a finalizer\nnew c cleanup\ndrop a c\ngc');
      await figure.showsOwnProgram();
      await figure.drawing.press('End');
      await expect(figure.sentence).toContainText(ran);
      await expect(gone(figure)).toHaveCount(1);
      await expect(gone(figure)).toHaveAttribute('data-key', 'c');
    });
  }

  test('a ring with finalizers stays, with cleanups it goes at once', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'lifetimes', '?demo=lifetimes&preset=ring');
    await expect(gone(figure)).toHaveCount(0);
    await expect(figure.sentence).toContainText('Nothing ran.');
    await figure.root.locator('[data-control="preset"]').selectOption('ringCleanups');
    await figure.drawing.press('End');
    await expect(gone(figure)).toHaveCount(3);
  });

  test('an object that is not there is refused by its line', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'lifetimes');
    await figure.tryProgram('new a\na -> b');
    await expect(figure.trouble).toContainText('There is no b yet.');
    await expect(figure.act('text')).toHaveValue('new a\na -> b');
  });
});
