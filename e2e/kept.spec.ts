import { expect, test, testOnFreshPage } from './book.ts';

const predictions = '.predict';

test.describe('what this machine keeps', { tag: '@desktop' }, () => {
  test('a guess is still there in the other language, and gone once forgotten', async ({ page }) => {
    await page.goto('en/1-1-process-memory/');
    const first = page.locator(predictions).first();
    await first.getByRole('textbox').fill('14');
    await page.keyboard.press('Enter');
    await expect(first.locator('.verdict')).toContainText('You said 14');
    await page.goto('zh/1-1-process-memory/');
    await expect(page.locator(predictions).first().locator('.verdict')).toContainText('14');
    await expect(page.locator(predictions).nth(1).locator('.verdict')).toBeEmpty();
    await page.goto('en/');
    await page.locator('.keeps button').click();
    await expect(page.locator('.keeps')).toBeHidden();
    await page.goto('en/1-1-process-memory/');
    await expect(page.locator(predictions).first().locator('.verdict')).toBeEmpty();
  });

  test('a chapter read to its end is marked in the contents', async ({ page }) => {
    await page.goto('en/');
    await expect(page.locator('.was-read:visible')).toHaveCount(0);
    await page.goto('en/2-1-why-an-allocator/');
    await page.locator('.ends').scrollIntoViewIfNeeded();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('kept'))).toContain('2-1-why-an-allocator');
    await page.goto('zh/');
    await expect(page.locator('.was-read:visible')).toHaveCount(1);
    await expect(page.locator('[data-chapter="2-1-why-an-allocator"] .was-read')).toBeVisible();
  });

  testOnFreshPage('where storage is denied the answer opens all the same', async ({ page }) => {
    await page.addInitScript(() => { Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }); });
    await page.goto('en/1-1-process-memory/');
    const first = page.locator(predictions).first();
    await first.getByRole('textbox').fill('14');
    await page.keyboard.press('Enter');
    await expect(first.locator('details')).toHaveAttribute('open', '');
  });
});
