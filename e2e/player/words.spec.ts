import type { Page } from '@playwright/test';
import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/** Puts a `<Step>` of the prose on the page, as components/Step.astro writes it. */
const addStep = (page: Page, demo: string, to: string, nth: number) => page.evaluate(([id, kind, which]) => {
  const link = Object.assign(document.createElement('a'), { className: 'step', href: `#${id}`, textContent: `${kind} ${which}` });
  Object.assign(link.dataset, { step: id, to: kind, nth: String(which) });
  document.querySelector('article')!.prepend(link);
}, [demo, to, nth] as const);

test.describe('words that move a figure', { tag: '@desktop' }, () => {
  test('lead to the event they name, and are lit while it is shown', async ({ page }) => {
    await page.goto('en/figures/touch-a-page/');
    const figure = new Figure(page, 'touch-a-page');
    await addStep(page, 'touch-a-page', 'fault', 2);
    const step = page.getByRole('link', { name: 'fault 2' });
    await step.click();
    await expect(figure.sentence).toHaveText(/First read of page 16 and 7 more/);
    await expect(step).toHaveAttribute('data-now', '');
    await expect(figure.drawing).toBeInViewport();
    await figure.act('step').click();
    await expect(step).not.toHaveAttribute('data-now');
    await step.focus();
    await page.keyboard.press('Enter');
    await expect(figure.sentence).toHaveText(/First read of page 16/);
  });

  test('wake a figure far below and bring it into sight', async ({ page }) => {
    await page.goto('zh/figures/two-maps/');
    await page.locator('demo-figure').evaluate((figure) => { figure.style.marginTop = '5000px'; });
    await addStep(page, 'two-maps', 'goHeap', 1);
    await page.getByRole('link', { name: 'goHeap 1' }).click();
    const figure = new Figure(page, 'two-maps');
    await expect(figure.sentence).toHaveText(/^c000000000 rw-p 81,920 KiB，驻留 4,252 KiB/);
    await expect(figure.drawing.locator('.now')).toBeInViewport();
  });
});

test.describe('the next event of a kind', { tag: '@desktop' }, () => {
  for (const [locale, name, none] of [['en', 'Next: pages given back', 'No further “pages given back” in this run.'], ['zh', '下一个：归还', '后面没有“归还”了。']] as const) {
    test(`is gone to by name, and when there is none the figure stays and says so, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'touch-a-page');
      await figure.unfold('more');
      await figure.act('kind').selectOption('release');
      await expect(figure.act('next')).toHaveText(name);
      await figure.act('next').click();
      await expect(figure.root).toHaveAttribute('data-at', '5.1');
      await figure.act('next').click();
      await expect(figure.root.getByText(none)).toBeVisible();
      await expect(figure.root).toHaveAttribute('data-at', '5.1');
    });
  }
});
