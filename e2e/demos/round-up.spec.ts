import { expect, test } from '../book.ts';
import { boxOf, brightness, inkIn, topDown } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** What Go 1.27 takes for each request: class sizes of sizeclasses.go; above 512 bytes a header of 8 comes before pointers; above 32 KiB, pages of 8 KiB. */
const taken = [['1', 16], ['17', 24], ['33', 48], ['65', 80], ['512 with pointers', 512], ['520 with pointers', 576], ['1,024', 1024], ['1,024 with pointers', 1152], ['2,049', 2304], ['33,000', 40_960]] as const;

const row = (figure: Figure, index: number) => figure.drawing.locator('.row').nth(index);

test.describe('round up', { tag: '@desktop' }, () => {
  test('gives every request the slot Go gives it, and fills the part that is asked for', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'round-up');
    expect(await topDown(figure.drawing.locator('.name'))).toEqual(taken.map(([asked]) => asked));
    expect(await topDown(figure.drawing.locator('.figures'))).toEqual(taken.map(([, slot]) => slot.toLocaleString('en-US')));
    const widths: number[] = [];
    for (const [i, [asked, slot]] of taken.entries()) {
      const [outline, fill] = [await boxOf(row(figure, i).locator('.m-slack')), await boxOf(row(figure, i).locator('.m-live'))];
      expect(fill.width / outline.width, asked).toBeCloseTo(Number.parseInt(asked.replace(',', ''), 10) / slot, 2);
      widths.push(outline.width);
    }
    expect(widths.toSorted((a, b) => a - b), 'a larger slot is a longer bar').toEqual(taken.map(([, slot], i) => [slot, widths[i]!] as const).toSorted(([a], [b]) => a - b).map(([, width]) => width));
  });

  test('paints what is used and leaves what is not', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'round-up');
    await row(figure, 0).scrollIntoViewIfNeeded();
    const [outline, fill] = [await boxOf(row(figure, 0).locator('.m-slack')), await boxOf(row(figure, 0).locator('.m-live'))];
    const unused = { ...outline, x: fill.x + fill.width + 3, width: outline.width - fill.width - 6 };
    const [used, empty] = await inkIn(page, [fill, unused]);
    expect(brightness(used!) - brightness(empty!)).toBeLessThan(-0.3);
  });

  for (const [locale, tiny, header, mistake] of [['en', /share a slot of 16 bytes/, /8 bytes in front of it/, /^Line 2, column \d+: .*lots/], ['zh', /合用一个 16 字节的格子/, /前面要放 8 字节的类型信息/, /^第 2 行第 \d+ 列：.*lots/]] as const) {
    test(`says why a slot is larger than what was asked for, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'round-up');
      await row(figure, 5).click();
      await expect(figure.sentence).toHaveText(header);
      await row(figure, 0).click();
      await expect(figure.sentence).toHaveText(tiny);
      await figure.tryProgram('8\nlots');
      await expect(figure.trouble).toHaveText(mistake);
      await expect(row(figure, 0).locator('.figures')).toHaveText('16');
    });
  }

  test('agrees with the real Go runtime, run in the page, about the reader’s own sizes too', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'round-up');
    await figure.unfold('more');
    await figure.root.locator('[data-act="check-live"]').click();
    const said = figure.root.locator('.check [role="status"]');
    await expect(said).toHaveText(/^10 of 10 answers equal\..*WebAssembly/, { timeout: 20_000 });
    await expect(figure.root.locator('.check td:last-child').last()).toContainText('40,960');
    await figure.tryProgram('1152\n1153');
    await expect(said, 'what was said of another program').toBeEmpty();
    await figure.root.locator('[data-act="check-live"]').click();
    await expect(said).toHaveText(/^2 of 2 answers equal\./, { timeout: 20_000 });
    await expect(figure.root.locator('.check td:last-child')).toHaveText([/1,152 bytes taken/, /1,280 bytes taken/]);
  });
});
