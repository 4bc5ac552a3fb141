import type { Page } from '@playwright/test';
import { expect, test } from './book.ts';
import { permitClipboard } from './clipboard.ts';
import { Figure } from './figure.ts';

/** The HTML that a figure hands over for somebody else's page. */
async function snippetOf(page: Page, locale: 'en' | 'zh', id: string): Promise<string> {
  await permitClipboard(page.context());
  const figure = await Figure.open(page, locale, id);
  await figure.unfold('more');
  await figure.root.locator('[data-act="embed"]').click();
  await expect(figure.root.locator('p:has([data-act="embed"]) [role="status"]')).not.toBeEmpty();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Somebody else's page with that HTML, `width` pixels wide, once the figure in it lives. */
async function host(page: Page, width: number, html: string): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.route('**/somebody-elses-page', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta name="viewport" content="width=device-width"><body>${html}` }));
  await page.goto('somebody-elses-page');
  await page.unrouteAll();
  await expect(page.frameLocator('iframe').locator('demo-figure')).toHaveAttribute('data-live', '');
}

/** Pixels of the frame that the figure leaves blank; below zero, those that do not fit. */
const blank = (page: Page): Promise<number> => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.clientHeight - frame.contentDocument!.body.getBoundingClientRect().height);

test.describe('a figure on somebody else’s page', { tag: '@desktop' }, () => {
  for (const [locale, id] of [['zh', 'round-up'], ['en', 'fit-arena'], ['en', 'hide-white']] as const) {
    test(`${id} in ${locale} is framed as high as it is, wherever the page is wide or narrow`, async ({ page }) => {
      const html = await snippetOf(page, locale, id);
      expect(html).toMatch(new RegExp(`^<iframe src="http://localhost:\\d+/${locale}/embed/${id}/\\?demo=${id}&amp;at=[^"]+" title="[^"]+" loading="lazy" style="width:100%;height:clamp\\([^;]+\\);border:0"></iframe>`));
      for (const width of [360, 1280]) {
        await host(page, width, html);
        await expect.poll(() => blank(page), `${width} pixels wide`).toBeLessThan(2);
        expect(await blank(page)).toBeGreaterThanOrEqual(0);
      }
      await page.frameLocator('iframe').locator('details[data-part="more"] > summary').click();
      await expect(page.frameLocator('iframe').locator('[data-act="share"]')).toBeVisible();
      await expect.poll(() => blank(page), 'with what is unfolded').toBeGreaterThanOrEqual(0);
    });

    test(`${id} in ${locale} needs no script of that page to fit`, async ({ page }) => {
      const html = (await snippetOf(page, locale, id)).replace(/<script>.*<\/script>/, '');
      for (const width of [360, 1280]) {
        await host(page, width, html);
        const left = await blank(page);
        expect(left, `${width} pixels wide`).toBeGreaterThanOrEqual(0);
        expect(left, `${width} pixels wide`).toBeLessThan(40);
      }
    });
  }
});
