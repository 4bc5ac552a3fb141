import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, shapeOf, solidAmong } from '../drawing.ts';
import { Figure } from '../figure.ts';

const cells = (figure: Figure) => figure.drawing.locator('.cell');

/** A counter's value as drawn, and its bar's share of the track. */
async function counter(figure: Figure, name: string): Promise<readonly [value: string | null, share: number]> {
  const drawn = figure.drawing.locator(`[data-counter="${name}"]`);
  const [bar, track] = [await boxOf(drawn.locator('rect')), await boxOf(drawn.locator('.track'))];
  return [await drawn.locator('.figures').textContent(), Number((bar.width / track.width).toFixed(3))];
}

/** Plays to the end of an example, or of the program shown. */
async function end(figure: Figure, example?: string): Promise<void> {
  if (example !== undefined) await figure.root.locator('[data-control="preset"]').selectOption(example);
  await figure.drawing.press('End');
}

test.describe('touch a page', { tag: '@desktop' }, () => {
  test('at the end of a page’s life eight pages are solid: 64 mapped, 32 given to a span, 16 written, 8 of those given back', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    expect(await solidAmong(cells(figure))).toBe(16);
    await end(figure);
    await expect(cells(figure)).toHaveCount(128);
    expect(await solidAmong(cells(figure))).toBe(8);
    await expect(figure.drawing.locator('[data-meaning="resident"] title')).toHaveText(Array.from({ length: 8 }, (_, i) => new RegExp(`^page ${i + 8}: resident`)));
    await expect(figure.drawing.locator('rect.held')).toHaveCount(24);
    expect(await counter(figure, 'VIRT')).toEqual(['512 KiB', 1]);
    expect(await counter(figure, 'HeapSys')).toEqual(['256 KiB', 0.5]);
    expect(await counter(figure, 'HeapReleased')).toEqual(['160 KiB', 0.313]);
    expect(await counter(figure, 'RSS')).toEqual(['32 KiB', 0.063]);
  });

  for (const [locale, none, reserve, read, release] of [['en', '0 bytes', /reserves 128 pages.*VIRT grows by 512 KiB/, /RSS does not move/, /MADV_DONTNEED.*RSS falls, VIRT does not/], ['zh', '0 字节', /保留 128 页.*VIRT 涨了 512 KiB/, /RSS 不动/, /MADV_DONTNEED.*RSS 降，VIRT 不降/]] as const) {
    test(`says which of the four counters moves, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'touch-a-page');
      const values = () => figure.root.locator('.state dd').evaluateAll((all) => all.slice(0, 4).map((each) => each.textContent));
      await figure.act('reset').click();
      await figure.act('step').click();
      await expect(figure.sentence).toHaveText(reserve);
      expect(await values()).toEqual(['512 KiB', none, none, none]);
      await figure.scrub(9);
      await expect(figure.sentence).toHaveText(read);
      expect(await values()).toEqual(['512 KiB', '256 KiB', '128 KiB', '64 KiB']);
      await figure.scrub(11);
      await expect(figure.sentence).toHaveText(release);
      expect(await values()).toEqual(['512 KiB', '256 KiB', '160 KiB', '32 KiB']);
    });
  }

  test('keeps RSS through MADV_FREE until the kernel needs the memory', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await end(figure, 'lazily');
    expect((await counter(figure, 'RSS'))[0]).toBe('32 KiB');
    expect(await solidAmong(cells(figure))).toBe(8);
    await figure.root.locator('[data-control="preset"]').selectOption('lazily');
    await expect(figure.sentence).toContainText('RSS 128 KiB');
    expect((await counter(figure, 'RSS'))[0]).toBe('128 KiB');
    expect(await solidAmong(cells(figure)), 'given back, they are solid no more').toBe(0);
    await expect(figure.drawing.locator('[data-meaning="lazily free"]')).toHaveCount(32);
  });

  test('draws reserved, mapped, resident and given-back pages in four shapes, not in four colours only', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.tryProgram('reserve 512 KiB\nmap 0-63\nwrite 0-31\nfree 0-15');
    await figure.showsOwnProgram();
    await end(figure);
    const shapes = await Promise.all([100, 40, 20, 5].map((index) => shapeOf(cells(figure).nth(index))));
    expect(new Set(shapes).size).toBe(4);
    expect(shapes.map((shape) => shape.startsWith('solid'))).toEqual([false, false, true, false]);
    await expect(figure.root.locator('.legend rect')).toHaveCount(4);
    const legend = await Promise.all([0, 1, 2, 3].map((index) => shapeOf(figure.root.locator('.legend rect').nth(index))));
    expect(legend).toEqual(shapes);
  });

  test('stands at each step where Linux stood, as the recording says', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await end(figure, 'recorded');
    expect(await counter(figure, 'VIRT')).toEqual(['64 MiB', 1]);
    expect((await counter(figure, 'RSS'))[0]).toBe('240 KiB');
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^10 of 10 answers equal\./);
    // RSS in oracle/recordings/touch-a-page.json: nothing written, 1 page, 100, the read adds none, 150, then back.
    const rss = ['0 bytes', '0 bytes', '4 KiB', '400 KiB', '400 KiB', '600 KiB', '400 KiB', '400 KiB', '400 KiB', '240 KiB'];
    await expect(figure.root.locator('.check td:last-child')).toHaveText(rss.map((size) => `= VIRT 64 MiB, RSS ${size}.`));
  });

  for (const locale of locales) {
    test(`names the line and column of a mistake and keeps the old figure, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'touch-a-page');
      const place = (line: number, column: number) => (locale === 'zh' ? `第 ${line} 行第 ${column} 列` : `Line ${line}, column ${column}`);
      await figure.tryProgram('reserve 64\n  mapp 0-3');
      await expect(figure.trouble).toHaveText(new RegExp(`^${place(2, 3)}.*mapp`));
      await figure.tryProgram('reserve 64\nwrite 3');
      await expect(figure.trouble).toHaveText(locale === 'zh' ? /^第 2 行.*段错误/ : /^Line 2.*segmentation fault/);
      expect(await solidAmong(cells(figure))).toBe(16);
      await figure.tryProgram('reserve 64\nmap 0-63\nwrite 3');
      await figure.showsOwnProgram();
      await end(figure);
      expect(await solidAmong(cells(figure))).toBe(1);
    });
  }
});
