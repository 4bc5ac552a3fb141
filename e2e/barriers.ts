import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A phone leaves undrawn what is far from sight. Draws all of it at once, and cuts nothing off at its block's edge: axe sees places and colours only of what is drawn. */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('article > * { content-visibility: visible !important }');
    // Beside those that a tool has brought with it.
    document.adoptedStyleSheets.push(sheet);
  });
}

/** The book has no frames, so all is judged in the page itself. For frames axe opens a page of its own, which takes longer, and leaves ours behind it, where nothing is painted. */
async function found(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  await drawAll(page);
  // What is scrolled under the running head can be scrolled out again; axe takes it for covered.
  await page.evaluate(() => { scrollTo(0, 0); });
  // To name every element that is as it should be takes most of axe's time, and nobody reads it.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What WCAG 2.2 AA forbids and axe finds in the page as it stands. */
export const barriers = (page: Page): Promise<readonly string[]> => found(page, (axe) => axe.withTags(standards));

/** The same but for colours, which take axe longest: for a page whose twin is judged for them. */
export const barriersButContrast = (page: Page): Promise<readonly string[]> => found(page, (axe) => axe.withTags(standards).disableRules('color-contrast'));

/** The same in the dark, where only the colours are others. Even the shortest transition begins with the old ones: all are brought to their ends. */
export async function barriersInTheDark(page: Page): Promise<readonly string[]> {
  await drawAll(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    // The new colours are there once a frame with them was drawn, and only then have all transitions begun.
    await new Promise((drawn) => { requestAnimationFrame(() => { requestAnimationFrame(drawn); }); });
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });
  return found(page, (axe) => axe.withRules('color-contrast'));
}
