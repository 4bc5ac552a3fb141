import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

test.describe('overflow', { tag: '@desktop' }, () => {
  // oracle/recordings/versions/stacks.json: “exceeds 1000000000-byte limit”, bounds that differ by 536,870,912.
  test('dies at 512 MiB, the limit drawn through a stack that was never made', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'overflow');
    await expect(figure.sentence).toHaveText(/^fatal error: stack overflow\..*1000000000-byte limit.*512 MiB.*1 GiB/);
    const refused = figure.drawing.locator('[data-stack="next"]');
    await expect(refused).toHaveClass(/refused/);
    const [whole, line] = [await boxOf(refused.locator('.stack-box')), await boxOf(refused.locator('.stack-line line'))];
    expect((line.y - whole.y) / whole.height).toBeCloseTo(1e9 / 2 ** 30, 1);
    expect(whole.height / (await boxOf(figure.drawing.locator('[data-stack="here"] .stack-box'))).height).toBeCloseTo(2, 1);
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^1 of 1 answers equal\./);
  });

  // The same file: under 100,000,000 bytes the last stack has 67,108,864.
  test('under a lower limit it dies at the power of two below it, in Chinese too', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'overflow', '?demo=overflow&preset=lower');
    await expect(figure.sentence).toHaveText(/100000000-byte limit.*64 MiB.*128 MiB/);
    await expect(figure.drawing.locator('.line-label')).toHaveText('上限 100,000,000');
  });
});
