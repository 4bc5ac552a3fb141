import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, brightness, inkIn, topDown } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** What `pmap -X` printed of a Go process in 2022, in KiB from the lowest address up; the live pages of 4 KiB between them left out. */
const seed = ['263,680', '293,564', '36,692', '4,580', '508', '384'];

/** The lines of pmap as the drawing names them, top down. */
const lines = async (figure: Figure) => (await topDown(figure.drawing.locator('text'))).flatMap((text) => /([\d,]+) KiB (?:---p|rw-p)$/.exec(text)?.[1] ?? []);

/** How far along its bar the live page of a reservation begins, from 0 to 1. */
async function along(figure: Figure, key: string): Promise<number> {
  const mark = figure.drawing.locator(`[data-key="${key}"]`);
  const [bar, page] = [await boxOf(mark.locator('.m-reserved')), await boxOf(mark.locator('.page'))];
  expect(page.height).toBeGreaterThan(8);
  return (page.x - bar.x) / bar.width;
}

async function typeHeap(figure: Figure, address: string): Promise<void> {
  const field = figure.root.locator('[data-control="heap"]');
  await field.fill(address);
  await field.press('Enter');
}

test.describe('summary calculator', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`draws the six long lines of the pmap of 2022 in their order, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'summary-calculator');
      expect(await lines(figure)).toEqual(seed);
      await expect(figure.drawing).toContainText('260,604 + 32,960 = 293,564 KiB ---p');
      await expect(figure.drawing).toContainText('128 + 256 = 384 KiB rw-p');
      await expect(figure.drawing.locator('.bar')).toHaveCount(5);
      await expect(figure.sentence).toContainText('10');
    });

    test(`chosen as Go 1.21 and later, adds the scavenge index and its line of 524,284 KiB, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'summary-calculator');
      await figure.root.locator('[data-control="version"]').selectOption(locale === 'zh' ? '1.21 及以后' : '1.21 and later');
      await expect(figure.drawing.locator('.bar')).toHaveCount(6);
      expect((await topDown(figure.drawing.locator('.name')))[0]).toMatch(locale === 'zh' ? /^scavenge 索引$/ : /^scavenge index$/);
      expect(await lines(figure)).toEqual(['263,680', '524,284', ...seed.slice(1)]);
      await figure.root.locator('[data-control="version"]').selectOption('1.19-1.20');
      expect(await lines(figure)).toContain('267,748');
    });
  }

  test('puts the live page of each level where 0xc000000000 lies in 2^48 bytes, and paints it', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    expect(await along(figure, '4')).toBeCloseTo(0.5029, 3);
    expect(await along(figure, '3')).toBeCloseTo(0.5029, 3);
    expect(await along(figure, '2')).toBeCloseTo(0.5029, 3);
    expect(await along(figure, '1')).toBeCloseTo(0.5, 3);
    const whole = figure.drawing.locator('[data-key="0"]');
    expect((await boxOf(whole.locator('.page'))).width).toBeGreaterThan(0.99 * (await boxOf(whole.locator('.m-reserved'))).width);
    const tick = await boxOf(figure.drawing.locator('[data-key="4"] .page'));
    const [before, at, after] = (await inkIn(page, [-30, 0, 30].map((aside) => ({ ...tick, x: tick.x + aside, width: 0 })))).map(brightness);
    expect(at).toBeLessThan(0.7);
    expect(Math.min(before!, after!)).toBeGreaterThan(0.9);
  });

  test('moves every live page when a heap address of Go 1.26 is typed', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await typeHeap(figure, '0x1cb94c000000');
    await expect(figure.drawing).not.toContainText('263,680');
    for (const level of ['4', '3', '2']) expect(await along(figure, level)).toBeCloseTo(0.6122, 3);
    await figure.root.locator('[data-control="heap-drag"]').press('Home');
    expect(await along(figure, '4')).toBeCloseTo(0.5, 3);
  });

  test('gives the lines that Linux printed of a Go 1.27 program with its heap at 327b4b400000', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await figure.root.locator('[data-control="version"]').selectOption('1.21-');
    await typeHeap(figure, '327b4b400000');
    await expect(figure.root.locator('[data-control="heap"]')).toHaveValue('0x327b4b400000');
    // oracle/recordings/processes/go-hello-1.27.json. Linux 6.18 parts L2 from L1, so its 2,480 and 712 are one line here.
    expect(await lines(figure)).toEqual(['365,528', '524,284', '204,444', '25,552', '3,192', '308', '384']);
  });

  for (const [locale, address, reason] of [['en', '0xc000000001', /“0xc000000001”.*multiples of 0x400000/], ['zh', 'somewhere', /“somewhere”.*0x400000 的整数倍/]] as const) {
    test(`refuses ${address}, says why and keeps the old figure, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'summary-calculator');
      const field = figure.root.locator('[data-control="heap"]');
      await typeHeap(figure, address);
      await expect(figure.trouble).toHaveText(reason);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveValue(address);
      expect(await lines(figure)).toEqual(seed);
      await typeHeap(figure, '0xc000400000');
      await expect(figure.trouble).toHaveCount(0);
      await expect(field).toHaveAttribute('aria-invalid', 'false');
    });
  }

  test('agrees with the pmap of 2022, line by line, and asks it nothing it never answered', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'summary-calculator');
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^1 of 1 answers equal\./);
    const cells = figure.root.locator('.check td');
    for (const cell of [cells.nth(0), cells.nth(1)]) await expect(cell).toContainText('263,680, 4, 293,564, 4, 36,692, 4, 4,580, 4, 508, 384 KiB');
    await typeHeap(figure, '0xc000400000');
    await expect(figure.act('check')).toHaveCount(0);
    await expect(figure.root.locator('.check')).toHaveCount(0);
  });
});
