import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const site = 'https://book.example';
const base = '/some/base/';
const dist = join('test-results', 'based');
const run = (script: string, args: readonly string[]) => execFileSync(process.execPath, [join('node_modules', script), ...args], { env: { ...process.env, SITE: site, BASE_PATH: base }, stdio: 'pipe' });

/** Serves the build below its base, and nothing beside it. Returns what was asked for in vain. */
async function serve(page: Page): Promise<readonly string[]> {
  const lost: string[] = [];
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const path = join(dist, decodeURIComponent(pathname).slice(base.length), pathname.endsWith('/') ? 'index.html' : '');
    if (origin === site && pathname.startsWith(base) && existsSync(path)) return route.fulfill({ path });
    lost.push(pathname);
    return route.fulfill({ status: 404 });
  });
  return lost;
}

test.describe('below another base path', { tag: '@desktop' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });

  test.beforeAll(() => {
    run('astro/bin/astro.mjs', ['build', '--outDir', dist]);
    run('pagefind/lib/runner/bin.cjs', ['--site', dist]);
  });
  test.afterAll(() => { rmSync(dist, { recursive: true }); });

  test('pages, styles, font, switch and search all stay below it', async ({ page }) => {
    const lost = await serve(page);
    await page.goto(`${site}${base}en/1-1-process-memory/`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(`${site}${base}zh/1-1-process-memory/`);
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByRole('searchbox').fill('写时复制');
    await page.getByRole('dialog').getByRole('link', { name: /写时复制/ }).first().click();
    await expect(page).toHaveURL(`${site}${base}zh/glossary/#copy-on-write`);
    await page.getByRole('link', { name: 'Go Runtime 设计' }).click();
    await expect(page).toHaveURL(`${site}${base}zh/`);
    expect(lost).toEqual([]);
  });

  test('canonical address, feed and sitemap name it', async ({ page }) => {
    await serve(page);
    await page.goto(`${site}${base}zh/`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${site}${base}zh/`);
    for (const file of ['zh/rss.xml', 'sitemap-0.xml', 'robots.txt']) {
      const text = await page.evaluate(async (url) => (await fetch(url)).text(), `${site}${base}${file}`);
      const addresses = text.match(/https:\/\/book\.example[^<"\s]*/g) ?? [];
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !address.startsWith(site + base))).toEqual([]);
    }
  });
});
