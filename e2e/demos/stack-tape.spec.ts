import { expect, test } from '../book.ts';
import { boxOf, wordsBeyond } from '../drawing.ts';
import { Figure } from '../figure.ts';

const facts = (figure: Figure) => figure.root.locator('.state dd');
const column = (figure: Figure, key: string) => figure.drawing.locator(`[data-stack="${key}"]`);
const bars = (figure: Figure) => figure.drawing.locator('.history [data-step]');

test.describe('stack tape', { tag: '@desktop' }, () => {
  // oracle/recordings/scripts/stack.json: a stack of 2 KiB at c000030000, then one of 4 KiB at c000045000.
  test('what is copied still points into the old stack, until it is re-aimed; then the old one is freed', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'stack-tape');
    await expect(figure.sentence).toContainText('A stack of 4 KiB is taken at c000045000.');
    await expect(column(figure, 'there').locator('.address')).toHaveText(['c000030800', 'c000030000']);
    await expect(figure.drawing.locator('.stack-arrow.stale')).toHaveCount(3);
    const [old, fresh] = [await boxOf(column(figure, 'there').locator('.stack-box')), await boxOf(column(figure, 'here').locator('.stack-box'))];
    expect(fresh.height / old.height, 'twice as large').toBeCloseTo(2, 1);
    const [before, after] = [await boxOf(column(figure, 'there').locator('[data-key="there/1.0"] .cell')), await boxOf(column(figure, 'here').locator('[data-key="here/1.0"] .cell'))];
    expect(after.y, 'as far from the upper end as before').toBeCloseTo(before.y, 0);
    await figure.act('step').click();
    await expect(figure.sentence).toContainText('1 deferred call, 5 saved frame pointers and 3 arguments');
    await expect(figure.drawing.locator('.stack-arrow.stale')).toHaveCount(0);
    await figure.act('step').click();
    await expect(column(figure, 'there')).toHaveClass(/left/);
  });

  // oracle/recordings/versions/depth.json, go1.27.4: 128 MiB, then 64, 32, 16 … after each collection.
  test('a collection halves it once, and every size is as recorded', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'stack-tape', '?demo=stack-tape&preset=clock');
    await expect(bars(figure)).toHaveCount(29);
    await expect(figure.drawing.locator('.history [data-by="collection"]')).toHaveCount(12);
    await expect(facts(figure).last()).toHaveText(/128 MiB, 64 MiB, 32 MiB, 16 MiB, 8 MiB, 4 MiB, 2 MiB, 1 MiB, 512 KiB, 256 KiB, 128 KiB, 64 KiB, 32 KiB$/);
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^16 个答案，16 个相等。/);
  });

  test('ten thousand calls of 1,040 bytes are predicted, and make 16 MiB', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'stack-tape', '?demo=stack-tape&preset=deep');
    await figure.act('reset').click();
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').fill('16 MiB');
    await figure.root.locator('[data-act="commit"]').click();
    await expect(figure.root.locator('.guess tbody tr')).toHaveText([/= 16 MiB\s*16 MiB/]);
    await expect(column(figure, 'here').locator('.label')).toHaveText('10,000 × 1,040');
  });

  test('a mistake is named with its place', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'stack-tape');
    await figure.tryProgram('call 1040\n  jump 8');
    await expect(figure.trouble).toHaveText(/^Line 2, column 3.*jump/);
    await figure.tryProgram('call 1041');
    await expect(figure.trouble).toHaveText(/^Line 1, column 6.*1041.*multiple of 8/);
  });
});

test.describe('figures of stacks', { tag: '@phone' }, () => {
  const shown = [['stack-tape', 'move'], ['stack-tape', 'steps'], ['stack-tape', 'clock'], ['stack-tape', 'deep'], ['hot-split', 'edge'], ['overflow', 'forever'], ['overflow', 'lower']] as const;
  for (const locale of ['en', 'zh'] as const) {
    test(`have room for every word on a narrow phone, in ${locale}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      for (const [id, preset] of shown) {
        const figure = await Figure.open(page, locale, id, `?demo=${id}&preset=${preset}`);
        for (let moment = 0; moment < 8; moment++) {
          expect(await wordsBeyond(figure.drawing), `${id}, ${preset}, ${moment} before its still`).toEqual([]);
          await figure.drawing.press('ArrowLeft');
        }
      }
    });
  }
});
