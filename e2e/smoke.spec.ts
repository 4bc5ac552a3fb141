import { expect, test } from '@playwright/test';

// Of a deployed book too: BASE_URL=https://… npx playwright test e2e/smoke.spec.ts
test('the book stands: its title page leads to a chapter, a figure lives, search finds, nothing is missing', { tag: '@desktop' }, async ({ page }) => {
  const missing: string[] = [];
  page.on('response', (response) => { if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`); });
  await page.goto('en/');
  await page.locator('.begin a').click();
  await expect(page.locator('h1')).toHaveText('Process memory');
  const figure = page.locator('demo-figure').first();
  await figure.scrollIntoViewIfNeeded();
  await figure.dispatchEvent('pointerover');
  await expect(figure).toHaveAttribute('data-live', '');
  await figure.locator('[data-act="play"]').click();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('arena');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  expect((await page.request.get('offline.js')).headers()['content-type']).toMatch(/javascript/);
  expect(missing).toEqual([]);
});
