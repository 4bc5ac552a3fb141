import { barriers } from './barriers.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';
import { takenAs } from './taken.ts';
import { loadDemo } from '../src/demos/index.ts';
import { locales } from '../src/i18n/locales.ts';

test.describe('figures alone', { tag: '@desktop' }, () => {
  const from = { en: 'From chapter 2.3 The Go allocator. All figures', zh: '出自 2.3 Go 内存分配器设计。全部图' };
  for (const locale of locales) {
    test(`each has a page, listed, that names its chapter, in ${locale}`, async ({ page }) => {
      await page.goto(`${locale}/figures/`);
      await page.locator('main a[href$="/figures/tiny-prison/"]').click();
      const figure = page.locator('demo-figure[data-demo="tiny-prison"]');
      await expect(figure).toBeVisible();
      const [{ title, caption }, heading] = [await (await loadDemo('tiny-prison')).speak(locale), page.getByRole('heading', { level: 1 })];
      await expect(heading).toHaveText(title);
      await expect(page.locator('main').getByText(title, { exact: true })).toHaveCount(1);
      const [point, drawing] = [page.locator('main').getByText(caption), figure.locator('.drawing')];
      expect((await point.boundingBox())!.y, 'the point is above the drawing').toBeLessThan((await drawing.boundingBox())!.y);
      await figure.dispatchEvent('pointerover');
      await expect(figure).toHaveAttribute('data-live', '');
      await expect(point, 'a figure that lives says it no other way').toHaveCount(1);
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

  test('it can be taken along as JSON, just as it stands', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'tiny-prison');
    await figure.unfold('more');
    const data = JSON.parse((await takenAs(figure, 'json')).toString()) as { input: { preset: string }; sentence: string };
    expect(data.sentence).toBe(await figure.sentence.textContent());
  });
});
