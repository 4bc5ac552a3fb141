import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const notes = (figure: Figure) => figure.drawing.locator('.column > .rule');

test.describe('hot split', { tag: '@desktop' }, () => {
  // stack.c:newstack, oldstack (Go 1.2); stack.go:newstack (Go 1.27).
  test('at the thousandth turn as at the first a segment is taken and given back, and the whole stack has long had the room', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hot-split');
    await expect(figure.drawing.locator('.column > .address')).toContainText(['8 KiB', '+ 8 KiB', '16 KiB']);
    await expect(figure.drawing.locator('.column > .rule')).toHaveText(['1,000 segments taken', '', 'copied once']);
    const [segment, whole] = [await boxOf(figure.drawing.locator('[data-stack="s1"] .stack-box')), await boxOf(figure.drawing.locator('[data-stack="whole"] .stack-box'))];
    expect(whole.height / segment.height).toBeCloseTo(2, 1);
    await figure.act('step').click();
    await expect(figure.drawing.locator('[data-stack="s1"]'), 'its return gives it back').toHaveCount(0);
    for (let back = 0; back < 4; back++) await figure.act('back').click();
    await expect(figure.sentence).toContainText('Call 1. It does not fit into the segment: another is taken.');
    await expect(figure.drawing.locator('.column > .rule')).toHaveText(['1 segment taken', '', 'copied once']);
  });

  for (const [locale, guess, counted] of [['en', 'How many segments', ['1,000 segments taken', 'copied once']], ['zh', '一共取多少段', ['取了 1,000 段', '复制 1 次']]] as const) {
    test(`a thousand turns take a thousand segments and one copy, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'hot-split');
      await figure.act('reset').click();
      await figure.root.locator('details[data-part="guess"] > summary').click();
      await expect(figure.root.locator('.guess label')).toContainText(guess);
      await figure.root.locator('[data-act="bet"]').fill('1000 + 1');
      await figure.root.locator('[data-act="commit"]').click();
      await expect(figure.root.locator('.guess tbody tr')).toHaveText([/= 1000 \+ 1\s*1000 \+ 1/]);
      await expect(notes(figure)).toHaveText([...counted]);
    });
  }

  test('one call deeper, or with room, the same loop takes none', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hot-split', '?demo=hot-split&preset=inside');
    await expect(figure.sentence).toContainText('0 segments taken, 0 copies');
    await figure.root.locator('[data-control="preset"]').selectOption('deeper');
    await figure.drawing.press('End');
    await expect(figure.sentence).toContainText('0 segments taken, 0 copies');
  });
});
