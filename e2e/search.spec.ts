import type { Page } from '@playwright/test';
import { expect, test } from './book.ts';

const results = (page: Page) => page.getByRole('dialog').getByRole('listitem');

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await expect(page.getByRole('dialog').getByRole('status')).not.toBeEmpty();
}

/** Words a reader of Chinese would look for, and the heading that must come first. */
const sought = [['地址空间', '地址空间'], ['虚拟内存', '虚拟内存'], ['写时复制', '写时复制'], ['缺页', '缺页异常'], ['rss', 'RSS']] as const;

for (const [words, heading] of sought) {
  test(`finds ${words} in the Chinese book, and leads to the place`, async ({ page }) => {
    await page.goto('zh/');
    await page.getByRole('button', { name: '搜索' }).click();
    await searchFor(page, words);
    await expect(results(page).first()).toContainText(heading);
    await results(page).first().getByRole('link').click();
    await expect(page).toHaveURL(/\/zh\/.*#/);
    await expect(page.locator(':target')).toContainText(heading);
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

test('finds only what is in the reader’s language', async ({ page }) => {
  await page.goto('en/');
  await page.getByRole('button', { name: 'Search' }).click();
  await searchFor(page, 'address space');
  for (const link of await results(page).getByRole('link').all()) await expect(link).toHaveAttribute('href', /\/en\//);
  await expect(results(page).locator('mark').first()).toHaveText(/address/i);
});

test('is worked by keys alone: slash, words, arrows, Enter, Escape', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('en/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.keyboard.type('page fault');
  await expect(results(page).first()).toContainText('page fault');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('guard page');
  await expect(results(page).first()).toContainText('guard page');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/.*#guard-page$/);
});

test('a slash in a field is a slash', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('en/dev/prose/');
  await page.getByRole('textbox').first().focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('says when there is nothing', async ({ page }) => {
  await page.goto('zh/');
  await page.getByRole('button', { name: '搜索' }).click();
  await searchFor(page, 'яяя');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('书里还没有讲到“яяя”。');
  await expect(results(page)).toHaveCount(0);
});

test('shows what a reader typed as words, never as elements', async ({ page }) => {
  await page.goto('en/');
  await page.getByRole('button', { name: 'Search' }).click();
  await searchFor(page, '<img src=x onerror=alert(1)>');
  await expect(page.getByRole('dialog').locator('img')).toHaveCount(0);
});

test('asks for the index only when it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('en/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.poll(() => asked.filter((url) => url.includes('pagefind')).length).toBeGreaterThan(0);
});
