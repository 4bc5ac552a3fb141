import type { Page } from '@playwright/test';
import { expect, test, testOnFreshPage } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);

/** The mark now shown lies below the page's head and above the figure's console. */
async function inSight(figure: Figure): Promise<boolean> {
  if (await figure.drawing.locator('.now').count() === 0) return false;
  const [mark, sentence, head] = [await boxOf(figure.drawing.locator('.now')), await boxOf(figure.root.locator('.console')), await boxOf(figure.page.getByRole('banner'))];
  return mark.y >= head.y + head.height - 1 && mark.y + mark.height <= sentence.y + 1;
}

test.describe('a tall figure', { tag: '@desktop' }, () => {
  test('brings what a step shows into sight, and does not move when it is', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const figure = await Figure.open(page, 'en', 'two-maps');
    await figure.drawing.focus();
    await page.keyboard.press('Home');
    await page.evaluate(() => { window.scrollTo({ top: 0, behavior: 'instant' }); });
    for (let step = 1; step <= 50; step++) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => inSight(figure), `step ${step}`).toBe(true);
      if (step <= 4) expect(await scrolled(page)).toBe(0);
    }
    const deepest = await scrolled(page);
    expect(deepest).toBeGreaterThan(200);
    for (let step = 1; step <= 48; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => inSight(figure)).toBe(true);
    expect(await scrolled(page)).toBeLessThan(deepest);
  });

  test('goes there at once when reduced motion is asked for', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const figure = await Figure.open(page, 'en', 'two-maps');
    await figure.unfold('more');
    await page.evaluate(() => {
      window.scrollTo({ top: 0, behavior: 'instant' });
      const places: number[] = [];
      Object.assign(globalThis, { places });
      window.addEventListener('scroll', () => places.push(window.scrollY));
    });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await figure.act('kind').selectOption('kernel');
    const before = await page.evaluate(() => (globalThis as unknown as { places: number[] }).places.length);
    await figure.act('next').evaluate((button: HTMLButtonElement) => { button.click(); });
    await expect.poll(() => inSight(figure)).toBe(true);
    const places = (await page.evaluate(() => (globalThis as unknown as { places: number[] }).places)).slice(before);
    expect(new Set(places).size).toBe(1);
  });

  test('never scrolls by itself: not on load, not when a link opens it in the middle', async ({ page }) => {
    await page.goto('en/figures/two-maps/?demo=two-maps&at=35.1');
    const figure = new Figure(page, 'two-maps');
    await expect(figure.root).toHaveAttribute('data-at', '35.1');
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done); }); }));
    expect(await inSight(figure)).toBe(false);
    expect(await scrolled(page)).toBe(0);
  });

  testOnFreshPage('pauses when it is scrolled out of sight, and when its tab is hidden', async ({ page }) => {
    const figure = await Figure.openAsTimeStands(page, 'en', 'touch-a-page');
    await figure.act('reset').click();
    await figure.act('play').click();
    await page.evaluate(() => {
      document.body.style.paddingBottom = '4000px';
      window.scrollTo(0, 3500);
    });
    await expect(figure.act('play')).toHaveText('Play');
    await figure.act('play').click();
    await expect(figure.act('play')).toHaveText('Pause');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await figure.act('play').textContent()).toBe('Play');
    const stood = await figure.root.getAttribute('data-at');
    await page.clock.runFor(10_000);
    await expect(figure.root).toHaveAttribute('data-at', stood ?? '');
  });
});
