import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function found(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What WCAG 2.2 AA forbids and axe finds in the page as it stands. */
export const barriers = (page: Page): Promise<readonly string[]> => found(new AxeBuilder({ page }).withTags(standards));

/** The same in the dark, where only the colours are others. Even the shortest transition begins with the old ones: all are waited for. */
export async function barriersInTheDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished));
  });
  return found(new AxeBuilder({ page }).withRules('color-contrast'));
}
