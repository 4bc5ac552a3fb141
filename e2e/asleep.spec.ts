import { expect, test } from './book.ts';
import { Figure } from './figure.ts';

test.describe('a figure nobody has reached for', () => {
  test('has fetched the player but not its demo, and answers a tap at once', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()); });
    await page.goto('en/figures/touch-a-page/');
    const figure = new Figure(page, 'touch-a-page');
    await expect(figure.root).toHaveAttribute('data-near', '');
    await expect(figure.root).not.toHaveAttribute('data-live');
    const before = scripts.length;
    await figure.act('reset').dispatchEvent('click');
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
    expect(scripts.length, 'the demo came with the tap').toBeGreaterThan(before);
  });

  test('answers a key pressed on its drawing', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('en/figures/touch-a-page/');
    const figure = new Figure(page, 'touch-a-page');
    await figure.drawing.dispatchEvent('keydown', { key: 'Home' });
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
  });
});
