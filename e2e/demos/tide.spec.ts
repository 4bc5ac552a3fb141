import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const facts = (figure: Figure) => figure.root.locator('.state dd');

test.describe('tide', { tag: '@desktop' }, () => {
  // oracle/recordings/growth.json, go1.17 to go1.27: with 5 MiB held, 8,192 KiB rw-p and 57,344 reserved.
  test('five MiB held are two steps of four in one arena, drawn to scale', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tide');
    await expect(figure.sentence).toContainText('5 MiB held: 8 MiB rw-p, 56 MiB ---p.');
    await expect(facts(figure)).toHaveText(['5 MiB in use', '1', 'c000000000-c000800000 rw-p', 'c000800000-c004000000 ---p']);
    const [held, mapped, reserved] = [await boxOf(figure.drawing.locator('.m-live').first()), await boxOf(figure.drawing.locator('.m-mapped').first()), await boxOf(figure.drawing.locator('.m-reserved').first())];
    expect(reserved.width / (held.width + mapped.width + reserved.width)).toBeCloseTo(56 / 64, 1);
  });

  // oracle/recordings/processes/go-hold-80-norandom.json: c000000000-c005400000 rw-p, c005400000-c008000000 ---p.
  test('eighty MiB held have the lines of maps that a real process had', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'tide', '?demo=tide&preset=arena');
    await expect(facts(figure).nth(2)).toHaveText('c000000000-c005400000 rw-p');
    await expect(facts(figure).nth(3)).toHaveText('c005400000-c008000000 ---p');
  });

  test('before Go 1.17 whole arenas were opened, and the recording agrees', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tide', '?demo=tide&preset=before');
    await expect(facts(figure)).toHaveText(['100 MiB in use', '2', 'c000000000-c008000000 rw-p']);
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^6 of 6 answers equal\./);
  });

  test('a prediction is laid beside the answer', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tide', '?demo=tide&preset=recorded');
    await figure.act('reset').click();
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').fill('1 + 63');
    await figure.root.locator('[data-act="commit"]').click();
    await expect(figure.root.locator('.guess tbody tr')).toHaveText([/≠ 1 \+ 63\s*4 \+ 60/]);
  });
});
