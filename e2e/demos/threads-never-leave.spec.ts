import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

const threads = (figure: Figure, meaning: string) => figure.drawing.locator(`[data-key^="threads/"][data-meaning="${meaning}"]`);
const facts = (figure: Figure) => figure.root.locator('.state dd');

test.describe('threads never leave', { tag: '@desktop' }, () => {
  // oracle/recordings/threads.json, system call, go1.27.4: 3 threads, then 103 for good; a goroutine is left.
  test('after a hundred calls and five collections 103 threads are there, most of them idle', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'threads-never-leave');
    await expect(facts(figure)).toHaveText(['1', '103', '0', '101', '0', '0']);
    await expect(threads(figure, 'free')).toHaveCount(101);
    await expect(threads(figure, 'header')).toHaveCount(1);
    await figure.act('reset').click();
    await expect(facts(figure)).toHaveText(['1', '3', '0', '1', '0', '0']);
  });

  // The same file, C: 103 stacks and 15 arenas; with MALLOC_ARENA_MAX=2 one arena beside the first.
  for (const locale of ['en', 'zh'] as const) {
    test(`in C they bring stacks and arenas, as recorded, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'threads-never-leave', '?demo=threads-never-leave&preset=c');
      await figure.drawing.press('End');
      await expect(facts(figure).nth(4)).toHaveText('103');
      await expect(facts(figure).nth(5)).toHaveText('15');
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(locale === 'zh' ? /^5 个答案，5 个相等。/ : /^5 of 5 answers equal\./);
      await figure.root.locator('[data-control="arenas"]').selectOption('2');
      await figure.drawing.press('End');
      await expect(facts(figure).nth(5)).toHaveText('1');
    });
  }

  test('locked threads end with their goroutines; the first is put away', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'threads-never-leave', '?demo=threads-never-leave&preset=locked');
    await figure.drawing.press('End');
    await expect(facts(figure).nth(1)).toHaveText('5');
    await expect(threads(figure, 'garbage').locator('title')).toHaveText('the first thread: put away for good');
  });

  test('a prediction is laid beside the answer, and a line that is none is refused', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'threads-never-leave');
    await figure.act('reset').click();
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').fill('100');
    await figure.root.locator('[data-act="commit"]').click();
    await expect(figure.root.locator('.guess tbody tr')).toHaveText([/≠ 100\s*103/]);
    await figure.tryProgram('spin 3');
    await expect(figure.trouble).toHaveText(/^Line 1.*is no line of this figure/);
  });
});
