import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const lane = (figure: Figure, index: number) => figure.drawing.locator(`.lane[data-lane="${index}"]`);
const piece = (figure: Figure, key: string) => figure.drawing.locator(`[data-key="${key}"]`);

test.describe('who owns rss', { tag: '@desktop' }, () => {
  // oracle/recordings/account.json, hello of go1.27.4: usage 3,124 KiB; VmRSS 2,040; Sys 7,559,432 less HeapReleased 3,571,712; HeapAlloc 91,312.
  test('a small program on four levels, as the cgroup, the kernel and the runtime told', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'who-owns-rss');
    await expect(figure.drawing.locator('.lane .figures')).toHaveText(['3,124 KiB', '2,040 KiB', '3,894 KiB', '89 KiB']);
    await expect(lane(figure, 2).locator('.rule')).toHaveText('3,258 KiB of it never touched');
    // The program's own file is more than half of RSS; what Go counts is underlined, and only that.
    const [program, rss] = [await boxOf(piece(figure, '1/rss/program').locator('.cell')), await boxOf(lane(figure, 1).locator('.head'))];
    expect(program.y).toBeGreaterThan(rss.y);
    await expect(figure.drawing.locator('[data-held]')).toHaveCount(2);
    await expect(piece(figure, '1/rss/goHeap')).toHaveAttribute('data-held', 'true');
  });

  test('every level is drawn to one scale', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'who-owns-rss', '?demo=who-owns-rss&preset=hello');
    await figure.drawing.press('End');
    const [program, objects] = [await boxOf(piece(figure, '1/rss/program').locator('.cell')), await boxOf(piece(figure, '3/objects').locator('.cell'))];
    expect(objects.width / program.width).toBeCloseTo(89 / 1376, 1);
  });

  for (const locale of ['en', 'zh'] as const) {
    test(`64 MiB of C’s are in RSS and in no counter of Go’s, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'who-owns-rss');
      await figure.root.locator('[data-control="process"]').selectOption('c');
      await figure.drawing.press('End');
      // account.json, c after c: HeapAlloc 103,712 bytes, C's heap 65,568 KiB.
      await expect(piece(figure, '1/rss/cHeap').locator('title')).toHaveText(locale === 'en' ? 'C’s heap: 65,568 KiB' : 'C 的堆：65,568 KiB');
      await expect(lane(figure, 3).locator('.figures')).toHaveText('101 KiB');
    });
  }

  for (const [locale, first, last] of [['en', 'heapArena', 'small structures'], ['zh', 'heapArena', '零碎结构']] as const) {
    test(`on a phone, where labels do not fit in, every note is named in its order beneath the bars, in ${locale}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 780 });
      const figure = await Figure.open(page, locale, 'who-owns-rss', '?demo=who-owns-rss&preset=tax');
      await figure.drawing.press('End');
      const names = figure.drawing.locator('.strip-names li');
      await expect(names).toHaveCount(8);
      await expect(names.first()).toHaveText(first);
      await expect(names.last()).toHaveText(last);
      await expect(names.last()).toBeVisible();
      await page.setViewportSize({ width: 1280, height: 800 });
      await expect(names.last()).toBeHidden();
    });
  }

  test('the notes by version agree with Sys less the heap’s mapping, as recorded', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'who-owns-rss', '?demo=who-owns-rss&preset=tax');
    await figure.drawing.press('End');
    await expect(figure.drawing.locator('.lane .name')).toHaveText(['Go 1.18', 'Go 1.19', 'Go 1.20', 'Go 1.21', 'Go 1.22', 'Go 1.27']);
    // startup.json: a heapArena of 2,165,776 bytes in Go 1.18, of 69,648 in 1.27.
    await expect(piece(figure, '0/note/heapArenas').locator('title')).toHaveText('heapArena: 2,115 KiB, counted by Go');
    await expect(piece(figure, '5/note/heapArenas').locator('title')).toHaveText('heapArena: 68 KiB, counted by Go');
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^6 of 6 answers equal\./);
  });
});
