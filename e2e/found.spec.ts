import { expect, test } from './book.ts';

const twins = [['en/', 'zh/'], ['en/1-1-process-memory/', 'zh/1-1-process-memory/'], ['en/glossary/', 'zh/glossary/']] as const;

test.describe('found by machines', { tag: '@desktop' }, () => {
  for (const [en, zh] of twins) {
    test(`/${en} and /${zh} name each other`, async ({ page }) => {
      for (const path of [en, zh]) {
        await page.goto(path);
        await expect(page.locator('link[hreflang=en]')).toHaveAttribute('href', new RegExp(`/${en}$`));
        await expect(page.locator('link[hreflang=zh-CN]')).toHaveAttribute('href', new RegExp(`/${zh}$`));
        await expect(page.locator('link[hreflang=x-default]')).toHaveCount(1);
        await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/${path}$`));
        await expect(page.locator('html')).toHaveAttribute('lang', path === en ? 'en' : 'zh-CN');
      }
    });
  }

  test('what is for contributors is not offered to search engines', async ({ page }) => {
    await page.goto('en/dev/prose/');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    expect(await (await page.request.get('sitemap-0.xml')).text()).not.toContain('/dev/');
  });

  for (const [locale, tag, title] of [['en', 'en', 'Process memory'], ['zh', 'zh-CN', '进程内存']] as const) {
    test(`the feed of ${locale} is XML and lists its chapters`, async ({ page }) => {
      const response = await page.request.get(`${locale}/rss.xml`);
      expect(response.ok()).toBe(true);
      await page.goto('en/');
      const feed = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const text = (selector: string) => parsed.querySelector(selector)?.textContent;
        return { wrong: text('parsererror'), language: text('channel > language'), titles: [...parsed.querySelectorAll('item > title')].map((each) => each.textContent), link: text('item > link') };
      }, await response.text());
      expect(feed.wrong).toBeUndefined();
      expect(feed.language).toBe(tag);
      expect(feed.titles).toContain(title);
      expect(feed.link).toContain(`/${locale}/`);
    });
  }

  test('the sitemap lists each page with its twin', async ({ page }) => {
    const map = await (await page.request.get('sitemap-0.xml')).text();
    for (const [en, zh] of twins) for (const path of [en, zh]) expect(map).toMatch(new RegExp(`<loc>https?://[^<]*/${path}</loc>`));
    expect(map).toMatch(/hreflang="zh-CN" href="[^"]*\/zh\/1-1-process-memory\/"/);
  });

  test('robots.txt leads to the sitemap', async ({ page }) => {
    expect(await (await page.request.get('robots.txt')).text()).toMatch(/^Sitemap: https?:.*sitemap-index\.xml$/m);
  });
});
