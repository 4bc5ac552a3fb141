import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, pages, test } from './book.ts';
import { drawnCards } from './cards.ts';
import { demos } from '../src/demos/index.ts';
import { chapters } from '../src/i18n/chapters.ts';
import { locales } from '../src/i18n/locales.ts';

/** What a built page says of itself to who shows a link to it; undefined for one that search engines may not list. */
function shownOf(path: string): { readonly picture: string; readonly card: string; readonly site: string } | undefined {
  const $ = load(readFileSync(join('dist', path, path.endsWith('.html') ? '' : 'index.html'), 'utf8'));
  const site = $('link[rel="canonical"]').attr('href');
  if (site === undefined) return undefined;
  return { picture: $('meta[property="og:image"]').attr('content') ?? '', card: $('meta[name="twitter:card"]').attr('content') ?? '', site };
}

test.describe('where somebody links to the book', { tag: '@desktop' }, () => {
  test('every page that is listed has a picture, which is there, in the size that is asked for', () => {
    const listed = pages.map((path) => ({ path, shown: shownOf(path) })).filter(({ shown }) => shown !== undefined);
    expect(listed.length).toBeGreaterThan(2 * Object.keys(demos).length);
    for (const { path, shown } of listed) {
      expect(shown!.card, path).toBe('summary_large_image');
      const home = shown!.site.slice(0, shown!.site.length - path.length);
      const png = readFileSync(join('dist', shown!.picture.slice(home.length)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
    }
  });

  for (const locale of locales) {
    test(`a figure shows itself, a chapter its number, its question and its first figure, in ${locale}`, () => {
      const named = (path: string): string => shownOf(path)!.picture.replace(/.*\/pictures\//, '');
      expect(Object.keys(demos).map((id) => named(`${locale}/figures/${id}/`))).toEqual(Object.keys(demos).map((id) => `${locale}/${id}.png`));
      expect(chapters.map(({ slug }) => named(`${locale}/${slug}/`))).toEqual(chapters.map(({ slug }) => `${locale}/${slug}.png`));
      expect(named(`${locale}/myths/`)).toBe(`${locale}/book.png`);
    });

    test(`every card is whole, and its words are read at half its size, in ${locale}`, async ({ page }) => {
      const cards = await drawnCards(page, locale);
      expect(cards.filter(({ cut }) => cut.length > 0)).toEqual([]);
      expect(Math.min(...cards.map(({ smallest }) => smallest)), 'pixels of the smallest words of the card itself').toBeGreaterThanOrEqual(24);
      const chapter = cards.find(({ name }) => name === '3-2-go-gc')!;
      expect(chapter.words).toMatch(/^.*3\.2 .*[?？]$/);
    });
  }

  test('the list of all figures shows each one small, and fetches a picture when it is seen', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => { if (/\/pictures\//.test(request.url())) asked.push(request.url()); });
    await page.goto('en/figures/');
    const thumbs = page.locator('main img.thumb');
    await expect(thumbs).toHaveCount(Object.keys(demos).length);
    const wide = (nth: number): Promise<number> => thumbs.nth(nth).evaluate((thumb: HTMLImageElement) => thumb.naturalWidth);
    await expect.poll(() => wide(0)).toBe(320);
    expect(asked.length).toBeLessThan(Object.keys(demos).length / 2);
    await thumbs.last().scrollIntoViewIfNeeded();
    await expect.poll(() => wide(-1)).toBe(320);
  });
});
