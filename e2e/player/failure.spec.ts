import type { Page } from '@playwright/test';
import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/** Takes back complaints that a test has provoked, and returns them. */
function provoked(complaints: readonly string[]): readonly string[] {
  return (complaints as string[]).splice(0);
}

/** Where the page lets a reader report what broke: at the repository that its footer names. */
const reportIn = async (page: Page): Promise<string> => `${(await page.locator('.foot a[href^="https://github.com/"]').getAttribute('href'))!}/issues/new`;

test.describe('a figure that cannot live', { tag: '@desktop' }, () => {
  for (const [locale, what, sentence] of [['en', '**/_astro/Pages.*.js', /could not start.*Report it.*Pages\./], ['zh', '**/_astro/player.*.js', /没能启动.*告诉我们/]] as const) {
    test(`for want of ${what} keeps its still, says why and offers nothing that would not work, in ${locale}`, async ({ page, complaints }) => {
      await page.route(what, (route) => route.fulfill({ status: 404 }));
      await page.goto(`${locale}/figures/touch-a-page/`);
      const figure = new Figure(page, 'touch-a-page');
      await figure.reach();
      await expect(page.getByRole('alert')).toHaveText(sentence);
      await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', await reportIn(page));
      await expect(figure.drawing.locator('.cell')).toHaveCount(128);
      await expect(figure.sentence).toBeVisible();
      for (const dead of ['.transport', '.controls', '.folded']) await expect(figure.root.locator(dead).first()).toBeHidden();
      await figure.root.locator('.state summary').click();
      await expect(figure.root.locator('.state dt').first()).toBeVisible();
      await page.getByRole('link', { name: locale === 'zh' ? 'English' : '中文' }).click();
      await expect(page).toHaveURL(locale === 'zh' ? /\/en\/figures/ : /\/zh\/figures/);
      expect(provoked(complaints).length).toBeGreaterThan(0);
    });
  }

  test('for want of any script at all shows no control that would not work', async ({ page, complaints }) => {
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto('en/figures/summary-calculator/');
    const figure = new Figure(page, 'summary-calculator');
    await expect(figure.drawing.locator('.bar')).toHaveCount(5);
    await expect(figure.root.getByRole('button')).toHaveCount(0);
    await expect(figure.root.locator('select:visible, input:visible')).toHaveCount(0);
    expect(provoked(complaints).length).toBeGreaterThan(0);
  });

  test('alone: the others on its page do', async ({ page, complaints }) => {
    await page.route('**/_astro/Ruler.*.js', (route) => route.abort());
    await page.goto('en/1-1-process-memory/');
    const [broken, sound] = [new Figure(page, 'two-maps'), new Figure(page, 'summary-calculator')];
    await broken.reach();
    await expect(page.locator('[data-failure-of="two-maps"]')).toBeVisible();
    await sound.wake();
    await sound.act('reset').click();
    await expect(sound.root).toHaveAttribute('data-at', '0.0');
    await expect(page.getByRole('alert')).toHaveCount(1);
    expect(provoked(complaints).length).toBeGreaterThan(0);
  });
});

test.describe('an engine that breaks its own rules', { tag: '@desktop' }, () => {
  for (const [locale, fault, report] of [['en', /our mistake, not yours/, 'Report it'], ['zh', /我们的错，不是你的/, '告诉我们']] as const) {
    test(`is our fault, with a place to report it, and the figure goes on from where it stood, in ${locale}`, async ({ page, complaints }) => {
      const figure = await Figure.open(page, locale, 'touch-a-page');
      await page.evaluate(() => {
        const { fill } = Uint8Array.prototype;
        Object.assign(globalThis, { mend: () => { Uint8Array.prototype.fill = fill; } });
        Uint8Array.prototype.fill = () => { throw new Error('broken for the test'); };
      });
      await figure.act('reset').click();
      await figure.act('step').click();
      await expect(figure.trouble).toHaveText(fault);
      await expect(figure.trouble.getByRole('link', { name: report })).toHaveAttribute('href', await reportIn(page));
      await page.evaluate(() => { (globalThis as unknown as { mend: () => void }).mend(); });
      await figure.act('step').click();
      await expect(figure.trouble).toHaveCount(0);
      await expect(figure.root).toHaveAttribute('data-at', '0.1');
      expect(provoked(complaints)).toEqual([expect.stringContaining('broken for the test')]);
    });
  }

  test('while a reader’s program is tried is our fault too, not line 1 of the program', async ({ page, complaints }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await page.route('**/try-program.worker*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `Uint8Array.prototype.fill = () => { throw new Error('broken for the test'); };\n${await response.text()}` });
    });
    await figure.tryProgram('reserve 64');
    await expect(figure.trouble).toHaveText(/our mistake, not yours/);
    await expect(figure.drawing.locator('.cell')).toHaveCount(128);
    expect(provoked(complaints).join()).toContain('broken');
  });

  test('in a jump to the next event stops the jump', async ({ page, complaints }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.unfold('more');
    await figure.act('reset').click();
    await figure.act('kind').selectOption('release');
    await page.evaluate(() => { Uint8Array.prototype.fill = () => { throw new Error('broken for the test'); }; });
    await figure.act('next').click();
    await expect(figure.trouble).toHaveText(/our mistake/);
    expect(provoked(complaints)).toEqual([expect.stringContaining('console: Error: broken for the test')]);
  });
});
