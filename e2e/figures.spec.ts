import { readFileSync } from 'node:fs';
import { barriers } from './barriers.ts';
import { expect, test } from './book.ts';
import { permitClipboard } from './clipboard.ts';
import { Figure } from './figure.ts';
import { locales } from '../src/i18n/locales.ts';

test.describe('figures alone', { tag: '@desktop' }, () => {
  const from = { en: 'From chapter 2.3 The Go allocator. All figures', zh: '出自 2.3 Go 内存分配器设计。全部图' };
  for (const locale of locales) {
    test(`each has a page, listed, that names its chapter, in ${locale}`, async ({ page }) => {
      await page.goto(`${locale}/figures/`);
      await page.locator('main a[href$="/figures/tiny-prison/"]').click();
      await expect(page.locator('demo-figure[data-demo="tiny-prison"]')).toBeVisible();
      await expect(page.locator(`main a[href$="/${locale}/2-3-go-allocator/#tiny-prison"]`)).toBeVisible();
      await expect(page.locator('main article > p').last()).toHaveText(from[locale]);
      await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', new RegExp(`/pictures/${locale}/tiny-prison\\.png$`));
      const picture = await page.request.get(`pictures/${locale}/tiny-prison.png`);
      expect(picture.headers()['content-type']).toBe('image/png');
    });
  }

  test('one in a frame has nothing around it, plays, and leads home', async ({ page }) => {
    await page.goto('en/embed/tiny-prison/');
    expect(await barriers(page)).toEqual([]);
    await expect(page.locator('header.top, footer, nav')).toHaveCount(0);
    const figure = new Figure(page, 'tiny-prison');
    await figure.wake();
    await figure.act('back').click();
    await expect(page.locator('main > p:last-child a')).toHaveAttribute('href', /\/en\/figures\/tiny-prison\/$/);
  });

  test('it can be taken along as SVG, as PNG and as JSON, just as it stands', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison');
    await figure.unfold('more');
    const file = async (act: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), figure.root.locator(`[data-act="${act}"]`).click()]);
      return readFileSync(await download.path());
    };
    expect((await file('svg')).toString()).toMatch(/^<svg [^]*<text [^>]* fill="[a-z]+\([^>]* font-size="\d/);
    const png = await file('png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16), 'pixels wide, two for each of the drawing’s').toBeGreaterThan(1200);
    const data = JSON.parse((await file('json')).toString()) as { input: { preset: string }; sentence: string };
    expect(data.sentence).toBe(await figure.sentence.textContent());
  });

  test('the HTML for a page of the reader’s own frames this very figure', async ({ page }) => {
    await permitClipboard(page.context());
    const figure = await Figure.open(page, 'zh', 'round-up');
    await figure.unfold('more');
    await figure.root.locator('[data-act="embed"]').click();
    await expect(figure.root.locator('p:has([data-act="embed"]) [role="status"]')).not.toBeEmpty();
    const html = await page.evaluate(() => navigator.clipboard.readText());
    expect(html).toMatch(/^<iframe src="http:\/\/localhost:\d+\/zh\/embed\/round-up\/\?demo=round-up&amp;at=[^"]+" title="[^"]+" loading="lazy" style="width:100%;height:\d+px;border:0"><\/iframe>$/);
  });
});
