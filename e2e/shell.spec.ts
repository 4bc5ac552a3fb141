import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, testOnFreshPage } from './book.ts';

const sample = (locale: 'en' | 'zh') => `${locale}/dev/prose/`;

const lengthOfPage = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

test.describe('the language switch', () => {
  test('keeps the place: same page, same anchor, same query', async ({ page }) => {
    await page.goto(`${sample('en')}?figure=open`);
    await page.locator('#table').evaluate((heading) => { heading.scrollIntoView(); });
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(/\/zh\/dev\/prose\/\?figure=open#table$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('#table')).toBeInViewport();
    await expect(page.locator('#table')).toHaveText('一张表');
  });

  test('at the top of a page leads to the top of its twin', async ({ page }) => {
    await page.goto('zh/1-1-process-memory/');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/1-1-process-memory\/$/);
  });

  test('works from the keyboard', { tag: '@desktop' }, async ({ page }) => {
    await page.goto(`${sample('zh')}#formula`);
    await expect(page.locator('#formula')).toBeInViewport();
    await page.getByRole('link', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/dev\/prose\/#formula$/);
  });
});

test.describe('the theme', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('follows the system until the reader chooses, and stays chosen on the next page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('en/');
    const light = await ground(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await page.getByLabel('Theme').selectOption('Light');
    expect(await ground(page)).toBe(light);
    await page.goto('zh/1-1-process-memory/');
    expect(await ground(page)).toBe(light);
    await expect(page.getByLabel('主题')).toHaveValue('light');
    await page.getByLabel('主题').selectOption('自动');
    expect(await ground(page)).toBe(dark);
  });

  testOnFreshPage('is there before the first paint', async ({ page }) => {
    await page.addInitScript(() => { localStorage.setItem('theme', 'dark'); });
    await page.route('**/*.js', (route) => route.abort());
    const response = await page.request.get('en/');
    const html = await response.text();
    const script = html.search(/<script>[^<]*localStorage/);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThan(html.indexOf('<body'));
  });
});

test.describe('the contents of a page', () => {
  test('mark the section being read, and nothing moves', { tag: '@desktop' }, async ({ page }) => {
    await page.goto(sample('en'));
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const box = await contents.boundingBox();
    const length = await lengthOfPage(page);
    await contents.getByRole('link', { name: 'A formula' }).click();
    await expect(contents.locator('[aria-current]')).toHaveText('A formula');
    await page.mouse.wheel(0, -5000);
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    expect((await contents.boundingBox())?.width).toBe(box?.width);
    expect(await lengthOfPage(page)).toBe(length);
  });

  test('are folded above the text on a phone', { tag: '@phone' }, async ({ page }) => {
    await page.goto(sample('zh'));
    await expect(page.getByRole('link', { name: '一张表' })).toBeHidden();
    await page.locator('summary', { hasText: '本页内容' }).tap();
    await page.getByRole('link', { name: '一张表' }).tap();
    await expect(page.locator('#table')).toBeInViewport();
  });
});

test.describe('without JavaScript, in the width of a phone', { tag: '@no-js' }, () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('everything can be read, and nothing is offered that would not work', async ({ page }) => {
    await page.goto(sample('zh'));
    await expect(page.getByRole('heading', { name: '一个公式' })).toBeVisible();
    await expect(page.locator('.katex-display')).toBeVisible();
    for (const control of ['搜索', '我猜是这个数']) await expect(page.getByRole('button', { name: control })).toBeHidden();
    await expect(page.getByLabel('主题')).toBeHidden();
    await expect(page.getByText('它占了 785,948 KiB')).toBeHidden();
    await page.getByText('答案', { exact: true }).click();
    await expect(page.getByText('它占了 785,948 KiB')).toBeVisible();
    await expect(page.locator('.myth .label')).toHaveText(['旧资料说', '从来不是这样', '旧资料说', 'Go 1.26 起已不成立']);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/dev\/prose\/$/);
  });
});

test.describe('by keyboard alone', { tag: '@desktop' }, () => {
  test('the first stop leaps over the header, and focus is never invisible or caught', async ({ page }) => {
    await page.goto(sample('en'));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeInViewport();
    const stops = await page.locator(':is(a[href]:not([tabindex="-1"]), button, select, input, summary, [tabindex="0"]):visible').count();
    for (let stop = 1; stop < stops; stop++) await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Keep the book for reading offline' })).toBeFocused();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
  });
});

test('reads on at 400 % zoom: nothing is cut off and the title fits', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('en/');
  const title = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
  expect(title.x + title.width).toBeLessThanOrEqual(320);
  for (const control of ['Search', '中文']) await expect(page.getByText(control, { exact: false }).first()).toBeInViewport();
});

test('an address that leads nowhere says so in both languages', async ({ page, complaints }) => {
  const response = await page.goto('zh/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'No page lives at this address' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '这个地址上没有页' })).toBeVisible();
  await expect(page.getByRole('link', { name: '回到目录' })).toHaveAttribute('href', /\/zh\/$/);
  expect(complaints).toEqual([expect.stringContaining('404')]);
  (complaints as string[]).length = 0;
});

testOnFreshPage('nothing moves while a page loads on a slow line', { tag: '@desktop' }, async ({ page }) => {
  await page.route('**/*.woff2', async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await route.continue();
  });
  await page.addInitScript(() => {
    (globalThis as { shift?: number }).shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (globalThis as { shift?: number }).shift! += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['en/', sample('en'), sample('zh')]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect.soft(await page.evaluate(() => (globalThis as { shift?: number }).shift), path).toBe(0);
  }
});

test('a reader who has moved on before the page is whole is left there, wherever the address led', { tag: '@desktop' }, async ({ page }) => {
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => { arrive = resolve; });
  await page.route('**/*.woff2', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('en/1-2-stack/#take-along', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('#take-along')).toBeInViewport();
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, -2000);
  await expect(page.locator('#take-along')).not.toBeInViewport();
  expect(await page.evaluate(() => document.readyState)).toBe('interactive');
  arrive();
  await page.waitForLoadState('load');
  await page.evaluate(async () => { for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame); });
  await expect(page.locator('#take-along')).not.toBeInViewport();
});

const go = readFileSync('oracle/go-version', 'utf8').trim().replace(/^go/, '');

for (const [path, words] of [['en/glossary/', `Verified with Go ${go}`], ['zh/tools/process/', `已用 Go ${go} 验证`]] as const) {
  test(`the foot of ${path} names the Go that all is checked against`, { tag: '@desktop' }, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('.foot')).toContainText(words);
  });
}
