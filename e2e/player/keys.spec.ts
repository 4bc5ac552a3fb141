import type { Page } from '@playwright/test';
import { expect, testOnFreshPage as test } from '../book.ts';
import { Figure } from '../figure.ts';

/** What has the focus, by what it is or says, and whether a ring or the like shows it. */
const focused = (page: Page) => page.evaluate(() => {
  const { tagName, dataset, textContent } = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
  return { what: `${tagName} ${dataset['act'] ?? dataset['control'] ?? (tagName === 'SUMMARY' ? textContent : '')}`, shown: outlineStyle !== 'none' && outlineWidth !== '0px' };
});

test.describe('a figure by keys', { tag: '@desktop' }, () => {
  test('space plays and pauses without moving the page; with a modifier it is the browser’s', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    const figure = await Figure.openAsTimeStands(page, 'en', 'touch-a-page');
    await figure.drawing.focus();
    await page.keyboard.press('Home');
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press(' ');
    await expect(figure.act('play')).toHaveText('Pause');
    await page.clock.runFor(1000);
    await expect(figure.root).toHaveAttribute('data-at', '0.1');
    await page.keyboard.press(' ');
    await expect(figure.act('play')).toHaveText('Play');
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    for (const key of ['Shift+ ', 'Alt+ArrowUp', 'Control+ ', 'Shift+End']) await page.keyboard.press(key);
    await page.clock.runFor(3000);
    await expect(figure.root).toHaveAttribute('data-at', '0.1');
    await page.keyboard.press(' ');
    await figure.act('reset').click();
    await expect(figure.act('play')).toHaveText('Play');
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
  });

  test('Tab visits every control in reading order, each with its focus shown, and goes back the same way', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await figure.unfold('more');
    await expect(figure.act('next')).toBeVisible();
    await figure.drawing.focus();
    const inside = () => figure.root.evaluate((root) => root.contains(document.activeElement));
    await page.keyboard.press('Home');
    const way: string[] = [];
    for (let stop = await focused(page); await inside(); stop = await focused(page)) {
      expect(stop.shown, `the focus on ${stop.what}`).toBe(true);
      way.push(stop.what);
      expect(way.length).toBeLessThan(30);
      await page.keyboard.press('Tab');
    }
    expect(way).toEqual(['DIV ', 'BUTTON play', 'BUTTON back', 'BUTTON step', 'BUTTON reset', 'INPUT scrub', 'SELECT speed', 'SELECT preset', 'INPUT heap', 'INPUT heap-drag', 'SELECT version',
      'SUMMARY This picture in words', 'SUMMARY More', 'SELECT kind', 'BUTTON next', 'BUTTON share', 'BUTTON svg', 'BUTTON png', 'BUTTON json', 'BUTTON embed', 'BUTTON check']);
    const back: string[] = [];
    for (const _ of way) {
      await page.keyboard.press('Shift+Tab');
      back.push((await focused(page)).what);
    }
    expect(back).toEqual(way.toReversed());
  });

  test('a button that has come to its end keeps the focus, so that the keyboard does not fall out', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.act('step').focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Enter');
    await expect(figure.act('step')).toBeDisabled();
    await expect(figure.act('step')).toBeFocused();
    await figure.act('back').focus();
    await figure.scrub(1);
    await figure.act('back').press('Enter');
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
    await expect(figure.act('back')).toBeFocused();
  });
});
