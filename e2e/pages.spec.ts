import type { Page } from '@playwright/test';
import { barriers, barriersButContrast, barriersInTheDark, drawAll } from './barriers.ts';
import { expect, pages, test } from './book.ts';
import { isEmbed, shownInChapters } from './chapter-figures.ts';

/** Widths in pixels: a desk, a phone, and a desk at 400 % zoom. */
const [desk, phone, zoomed] = [1280, 390, 320];

/** Twins have the same elements and colours, so the English is judged at a desk and in both lights, the Chinese on a phone and not for its contrast. How much room words take is another matter: each page is laid out in every width. A figure of a chapter is judged there, so not once more in the gallery. */
const judgedAlone = pages.filter((each) => !shownInChapters(each) && !isEmbed(each));

for (const path of judgedAlone.filter((each) => !each.startsWith('zh'))) {
  test(`/${path} can be read by everybody, light and dark, and never scrolls sideways, nor does its twin at a desk`, { tag: '@desktop' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, path);
    expect.soft(await barriers(page), 'light').toEqual([]);
    expect.soft(await barriersInTheDark(page), 'dark').toEqual([]);
    expect.soft(await headingsOutOfOrder(page), 'headings').toEqual([]);
    await fits(page, desk, phone, zoomed);
    const twin = path.replace(/^en/, 'zh');
    if (twin === path || !judgedAlone.includes(twin)) return;
    await page.setViewportSize({ width: desk, height: 800 });
    await open(page, twin);
    await fits(page, desk);
  });
}

for (const path of judgedAlone.filter((each) => each.startsWith('zh'))) {
  test(`/${path} can be read by everybody, and never scrolls sideways`, { tag: '@phone' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    expect.soft(await page.evaluate(shifts), 'what moved by itself').toEqual([]);
    await drawAndUnfold(page);
    expect.soft(await barriersButContrast(page), 'light').toEqual([]);
    expect.soft(await headingsOutOfOrder(page), 'headings').toEqual([]);
    await fits(page, phone, zoomed);
  });
}

/** Pixels: the narrowest window in which notes stand beside the text, and the widest scrollbar, which a window of that width has in it. */
const [beside, scrollbar] = [1056, 17];

for (const locale of ['en', 'zh']) {
  test(`notes stand beside the text only where a scrollbar has room too, in ${locale}`, { tag: '@desktop' }, async ({ page }) => {
    await page.setViewportSize({ width: beside, height: 800 });
    await page.goto(`${locale}/1-1-process-memory/`);
    const [text, note] = await Promise.all([page.locator('article > p').first().boundingBox(), page.locator('.note').first().boundingBox()]);
    expect(note!.x).toBeGreaterThan(text!.x + text!.width);
    const ends = await page.locator('article *').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(beside - scrollbar);
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await drawAndUnfold(page);
}

async function drawAndUnfold(page: Page): Promise<void> {
  await drawAll(page);
  await unfoldAll(page);
}

/** What moved under the reader's eyes while the page was loaded and first drawn. Runs in the page. */
async function shifts(): Promise<readonly string[]> {
  const moved: string[] = [];
  // `sources` is in Chromium; the types of TypeScript do not know it.
  type Shift = PerformanceEntry & { readonly sources: readonly { readonly node: Element | null }[] };
  const seen = new PerformanceObserver((list) => { for (const each of list.getEntries() as Shift[]) moved.push(...each.sources.map(({ node }) => node?.outerHTML?.slice(0, 100) ?? '?')); });
  seen.observe({ type: 'layout-shift', buffered: true });
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  seen.disconnect();
  return moved;
}

async function fits(page: Page, ...widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await overflowing(page, width), `${width} pixels wide`).toEqual([]);
  }
}

/** Headings that come where they may not: a second of the first rank, or one that leaves a rank out. Navigation has its own. */
async function headingsOutOfOrder(page: Page): Promise<readonly string[]> {
  return page.locator(':is(h1, h2, h3, h4, h5, h6):not(nav *)').evaluateAll((all) => {
    const ranks = all.map(({ tagName }) => Number(tagName[1]));
    return all.filter((_, i) => ranks[i]! > (ranks[i - 1] ?? 0) + 1 || (ranks[i] === 1) !== (i === 0)).map((each) => each.outerHTML.slice(0, 100));
  });
}

/** Lines of a transcript that are judged: the others are like them. */
const judged = 10;

/** Opens every `<details>`, so that what is folded is judged too. */
async function unfoldAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = true; });
  await page.locator('.transcript').evaluateAll((all, most) => { for (const each of all) [...each.querySelectorAll('li')].slice(most).forEach((line) => { line.remove(); }); }, judged);
}

/** What reaches beyond the page's right edge without scrolling inside something of its own. A phone widens its page to what overflows, hence the width that was asked for. */
async function overflowing(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate((room) => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= room) return [];
    const scrolls = (each: Element | null): boolean => each !== null && each !== document.documentElement && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > room && !scrolls(each.parentElement));
    return [`${scrollWidth} > ${room}`, ...out.slice(0, 5).map((each) => each.outerHTML.slice(0, 100))];
  }, width);
}
