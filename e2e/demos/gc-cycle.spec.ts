import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

test.describe('one GC cycle', { tag: '@desktop' }, () => {
  // Four Ps: GOMAXPROCS=4 of the recording. Two stops: mgc.go:gcStart and gcMarkTermination.
  test('four lanes, two stops, the barrier on from the end of the first to the end of the second', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'gc-cycle');
    await expect(figure.drawing.locator('.lane .name')).toHaveText(['P0', 'P1', 'P2', 'P3']);
    const bands = figure.drawing.locator('.band-of');
    await expect(bands).toHaveCount(2);
    const [first, second, barrier] = [await boxOf(bands.nth(0)), await boxOf(bands.nth(1)), await boxOf(figure.drawing.locator('.holds rect'))];
    expect(Math.abs(barrier.x - (first.x + first.width))).toBeLessThan(3);
    expect(Math.abs(barrier.x + barrier.width - second.x)).toBeLessThan(4);
    expect(barrier.width).toBeGreaterThan(20 * first.width);
  });

  for (const [locale, words] of [['en', ['gcStart: the heap', 'the world stood']], ['zh', ['gcStart：堆有', '世界停了']]] as const) {
    test(`from event to event the cursor goes right, and what is ahead is faint, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'gc-cycle');
      await figure.act('reset').click();
      const cursor = figure.drawing.locator('.cursor-line');
      await figure.act('step').click();
      await expect(figure.sentence).toContainText(words[0]);
      const before = (await boxOf(cursor)).x;
      await expect(figure.drawing.locator('[data-kind="worker"]:not([data-ahead])')).toHaveCount(0);
      await figure.act('step').click();
      await expect(figure.sentence).toContainText(words[1]);
      expect((await boxOf(cursor)).x).toBeGreaterThan(before);
    });
  }
});
