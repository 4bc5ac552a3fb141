import { expect, test, testOnFreshPage } from '../book.ts';
import { permitClipboard } from '../clipboard.ts';
import { Figure } from '../figure.ts';

const control = (figure: Figure, name: string) => figure.root.locator(`[data-control="${name}"]`);
const note = (figure: Figure) => figure.root.locator('.tools p:has([data-act="share"]) [role="status"]');

/** Copies the figure's link and returns it. */
async function copy(figure: Figure): Promise<string> {
  if (!(await figure.act('share').isVisible())) await figure.unfold('more');
  await figure.act('share').click();
  await expect(note(figure)).not.toBeEmpty();
  return figure.page.evaluate(() => navigator.clipboard.readText());
}

test.describe('a link to a figure as it stands', { tag: '@desktop' }, () => {
  test.beforeEach(({ context }) => permitClipboard(context));

  test('carries example, options and position', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await control(figure, 'preset').selectOption('since121');
    await control(figure, 'heap').fill('327b4b400000');
    await control(figure, 'heap').press('Enter');
    await figure.scrub(9);
    const [at, said] = [await figure.root.getAttribute('data-at'), await figure.sentence.textContent()];
    const link = await copy(figure);
    await page.goto('about:blank');
    await page.goto(link);
    await figure.wake();
    await expect(control(figure, 'heap')).toHaveValue('0x327b4b400000');
    await expect(control(figure, 'version')).toHaveValue('1.21-');
    await expect(control(figure, 'preset').locator('option:checked')).toHaveText('the same since Go 1.21, with your settings');
    await expect(figure.root).toHaveAttribute('data-at', at ?? '');
    await expect(figure.sentence).toHaveText(said ?? '');
    await expect(figure.trouble).toHaveCount(0);
  });

  test('carries the reader’s own program, comments in Chinese and all', async ({ page }) => {
    const program = 'reserve 64   # 保留 64 页 & “more” +1\nmap 0-63\nwrite 5';
    const figure = await Figure.open(page, 'zh', 'touch-a-page');
    await figure.tryProgram(program);
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    const link = await copy(figure);
    await page.goto('about:blank');
    await page.goto(link);
    await figure.wake();
    await figure.showsOwnProgram();
    await expect(figure.drawing.locator('[data-meaning="resident"]')).toHaveAttribute('data-key', '5');
    await figure.unfold('program');
    await expect(figure.act('text')).toHaveValue(program);
  });

  test('is not made of a program too long for it, and says so', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    await figure.tryProgram(`sbrk 1\n#${'x'.repeat(4_000)}`);
    await figure.showsOwnProgram();
    await figure.unfold('more');
    await figure.act('share').click();
    await expect(note(figure)).toHaveText(/too long/);
  });
});

for (const [why, spoil] of [['refuses the clipboard', 'navigator.clipboard.writeText = () => Promise.reject(new Error("no"))'], ['has no clipboard', 'Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined })']] as const) {
  testOnFreshPage(`where the browser ${why}, the link stands there to be copied, follows the figure and fits the page`, async ({ page }) => {
    await page.addInitScript(spoil);
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await figure.unfold('more');
    await figure.act('share').click();
    const link = figure.root.locator('.tools a');
    await expect(link).toHaveAttribute('href', /\?demo=summary-calculator&at=1\.0#summary-calculator$/);
    await control(figure, 'heap').fill('c000400000');
    await control(figure, 'heap').press('Enter');
    await expect(link).toHaveText(/o\.heap=c000400000/);
    await figure.scrub(3);
    await expect(link).toHaveText(/at=0\.3/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test.describe('a spoilt link', { tag: '@desktop' }, () => {
  for (const [locale, spoilt, said] of [['en', 'preset=nope&o.heap=c000000001&at=first', /preset.*o\.heap.*at|at.*preset/], ['zh', 'preset=nope', /preset/]] as const) {
    test(`opens what it can and names what it could not, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'summary-calculator', `?demo=summary-calculator&${spoilt}&o.version=1.21-`);
      await expect(figure.trouble).toHaveText(said);
      await expect(control(figure, 'version')).toHaveValue('1.21-');
      await expect(control(figure, 'heap')).toHaveValue('0xc000000000');
      await expect(figure.drawing.locator('.bar')).toHaveCount(6);
    });
  }

  test('with a mistake in its program shows the example, where the mistake is, and the program to mend', async ({ page }) => {
    const program = 'reserve 64\nwrite 0-9';
    const figure = await Figure.open(page, 'en', 'touch-a-page', `?${new URLSearchParams({ demo: 'touch-a-page', program, at: '2.0' }).toString()}`);
    await expect(figure.trouble).toHaveText(/^Line 2.*Page 0 is reserved but not mapped/);
    await expect(figure.drawing.locator('.cell')).toHaveCount(128);
    await figure.unfold('program');
    await expect(figure.act('text')).toHaveValue(program);
  });

  test('to another figure leaves this one alone', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page', '?demo=two-maps&preset=nope&at=9.9');
    await expect(figure.trouble).toHaveCount(0);
    await expect(figure.root).toHaveAttribute('data-at', '5.0');
  });
});
