import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const row = (figure: Figure, key: string) => figure.drawing.locator(`[data-key="${key}"]`);
const visits = (figure: Figure, key: string) => row(figure, key).locator('.figures');

test.describe('lock or cache', { tag: '@desktop' }, () => {
  test('with one lock every call goes there; with caches one in a hundred, and no more for eight threads than for one', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'lock-or-cache');
    await expect(visits(figure, 'one')).toHaveText('16,000');
    for (let thread = 0; thread < 8; thread++) expect(Number(await visits(figure, `thread ${thread}`).textContent()), `thread ${thread + 1}`).toBeLessThan(30);
    const [outline, fill] = [await boxOf(row(figure, 'together').locator('.m-free')), await boxOf(row(figure, 'together').locator('.m-live'))];
    expect(fill.width / outline.width).toBeLessThan(0.02);
    const [every, all] = [await boxOf(row(figure, 'one').locator('.m-free')), await boxOf(row(figure, 'one').locator('.m-live'))];
    expect(all.width).toBeCloseTo(every.width, 0);
  });

  // thread_cache.cc:FetchFromCentralCache: one block at the first miss, one more at each.
  for (const [locale, first, second] of [
    ['en', /^Thread 1 finds its list empty\. Behind the central list’s lock it fetches one block;/, /it fetches 2 blocks;/],
    ['zh', /^线程 1 的链表空了，去中央链表的锁后面取 1 块；/, /取 2 块；/],
  ] as const) {
    test(`starts slowly: one block, then two, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'lock-or-cache');
      await figure.root.locator('[data-control="preset"]').selectOption('one');
      await expect(figure.sentence).toHaveText(first);
      await figure.act('step').click();
      await expect(figure.sentence).toHaveText(second);
    });
  }

  // tcmalloc.cc:do_free_with_callback: without a cache the block goes to the central list by itself.
  test('a thread that never asked for a block goes behind the lock with each one it frees', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'lock-or-cache');
    await figure.root.locator('[data-control="preset"]').selectOption('only');
    expect(Number((await visits(figure, 'thread 1').textContent())!.replace(',', ''))).toBeGreaterThanOrEqual(1000);
    await figure.root.locator('[data-control="preset"]').selectOption('handed');
    expect(Number(await visits(figure, 'thread 1').textContent())).toBeLessThan(100);
  });

  for (const [preset, turns] of [['eight', 800], ['one', 100], ['handed', 101], ['only', 100], ['large', 200]] as const) {
    test(`gives the threads of “${preset}” the blocks the real tcmalloc gave them`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', 'lock-or-cache');
      await figure.root.locator('[data-control="preset"]').selectOption(preset);
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(new RegExp(`^${turns} of ${turns} answers equal\\.`));
    });
  }
});
