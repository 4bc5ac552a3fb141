import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pages, test } from './book.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Contributors' pages, of which there are many, are judged once: the English at a desk, the Chinese on a phone. */
const tagOf = (path: string): string[] => (/(^|\/)dev\//.test(path) ? [path.startsWith('zh') ? '@phone' : '@desktop'] : []);

for (const path of pages) {
  test(`/${path} can be read by everybody, light and dark, and never scrolls sideways`, { tag: tagOf(path) }, async ({ page }) => {
    await open(page, path, 'light');
    expect.soft(await barriers(new AxeBuilder({ page }).withTags(standards)), 'light').toEqual([]);
    await open(page, path, 'dark');
    expect.soft(await barriers(new AxeBuilder({ page }).withRules('color-contrast')), 'dark').toEqual([]);
    expect.soft(await headingsOutOfOrder(page), 'headings').toEqual([]);
    expect.soft(await overflowing(page), 'as it is').toEqual([]);
    await page.setViewportSize({ width: 320, height: 256 });
    expect.soft(await overflowing(page), 'at 400 % zoom').toEqual([]);
  });
}

async function open(page: Page, path: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(path);
  await unfoldAll(page);
}

/** What WCAG 2.2 AA forbids and axe finds. In the dark only the colours are others. */
async function barriers(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
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

/** What reaches beyond the page's right edge without scrolling inside something of its own. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (each: Element | null): boolean => each !== null && each !== document.documentElement && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > clientWidth && !scrolls(each.parentElement));
    return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 5).map((each) => each.outerHTML.slice(0, 100))];
  });
}
