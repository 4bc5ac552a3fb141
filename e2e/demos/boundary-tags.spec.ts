import { expect, test } from '../book.ts';
import { boxOf, brightness, inkIn, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

/**
 * By hand: a fence of 8 bytes, blocks of 48, 48 and 64 bytes (32, 32 and 48 asked for, two tags of 8 each), a fence.
 * A tag is its block's size, plus 1 while that is in use (Knuth, TAOCP 2.5, algorithm C).
 */
const cases = [
  ['neither', ['0x1', '0x31', '0x31', '0x30', '0x30', '0x41', '0x41', '0x1'], []],
  ['behind', ['0x1', '0x60', '0x30', '0x31', '0x60', '0x41', '0x41', '0x1'], ['0x30', '0x31']],
  ['ahead', ['0x1', '0x31', '0x31', '0x70', '0x31', '0x40', '0x70', '0x1'], ['0x31', '0x40']],
  ['both', ['0x1', '0xa0', '0x30', '0x31', '0x31', '0x40', '0xa0', '0x1'], ['0x30', '0x31', '0x31', '0x40']],
] as const;

const tags = (figure: Figure) => figure.drawing.locator('[data-key^="word"]');

/** The numbers of all tags, from the lowest address up. */
const numbers = (figure: Figure): Promise<readonly string[]> => tags(figure).evaluateAll((all) => all
  .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
  .map((tag) => tag.querySelector('.hex')?.textContent ?? ''));

const word = (figure: Figure, at: number) => figure.drawing.locator(`[data-key="word ${at}"]`);

test.describe('boundary tags', { tag: '@desktop' }, () => {
  for (const [preset, after, leftOver] of cases) {
    test(`the four cases of freeing: ${preset}`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', 'boundary-tags');
      await figure.root.locator('[data-control="preset"]').selectOption(preset);
      await figure.drawing.press('End');
      expect(await numbers(figure)).toEqual(after);
      await expect(figure.drawing.locator('.left .hex')).toHaveText([...leftOver]);
      for (const old of await figure.drawing.locator('.left .hex').all()) expect(await old.evaluate((text) => getComputedStyle(text).textDecorationLine)).toBe('line-through');
    });
  }

  test('the still shows both neighbours free, read by counting from p, before anything is written', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'boundary-tags');
    expect(await numbers(figure)).toEqual(['0x1', '0x30', '0x30', '0x31', '0x31', '0x40', '0x40', '0x1']);
    // b was given at 64: its header ends there, the footer behind ends at its header, and 48 on from the header is the next.
    for (const [label, at] of [['p − 8', 56], ['p − 16', 48], ['p + 40', 104]] as const) {
      const [text, target] = [await boxOf(figure.drawing.locator(`[data-reads="${label}"] text`)), await boxOf(word(figure, at).locator('.word'))];
      expect(Math.abs(text.y + text.height / 2 - (target.y + target.height / 2)), `${label} beside the word at ${at}`).toBeLessThan(5);
    }
    await expect(word(figure, 104)).toHaveAttribute('data-now', 'read');
    expect(await shapeOf(word(figure, 104).locator('.word'))).toContain('2.5px');
    expect(await shapeOf(word(figure, 48).locator('.word'))).not.toContain('2.5px');
  });

  test('a merge adds sizes and writes nothing; then the header is written, then the footer', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'boundary-tags');
    await figure.act('step').click();
    await expect(figure.drawing.locator('.span-label')).toHaveText('48 + 48 = 96');
    await figure.act('step').click();
    await expect(figure.drawing.locator('.span-label')).toHaveText('96 + 64 = 160');
    expect(await numbers(figure)).toEqual(['0x1', '0x30', '0x30', '0x31', '0x31', '0x40', '0x40', '0x1']);
    await figure.act('step').click();
    expect((await numbers(figure))[1]).toBe('0xa0');
    expect((await numbers(figure))[6], 'the footer of the block ahead, not yet written').toBe('0x40');
    await figure.act('step').click();
    await expect(word(figure, 160)).toHaveAttribute('data-now', 'written');
    expect((await numbers(figure))[6]).toBe('0xa0');
  });

  test('the lowest bit stands in a cell of its own, and blocks are drawn to scale', async ({ page }) => {
    // All of the drawing above the console, which keeps to the window's foot.
    await page.setViewportSize({ width: 1280, height: 1600 });
    const figure = await Figure.open(page, 'en', 'boundary-tags');
    await expect(word(figure, 56).locator('.flag')).toHaveText('1');
    await expect(word(figure, 48).locator('.flag')).toHaveText('0');
    const heights = await Promise.all([0, 1, 2].map(async (i) => (await boxOf(figure.drawing.locator('.block').nth(i))).height));
    expect(heights[1]! / heights[0]!).toBeCloseTo(1, 1);
    expect(heights[2]! / heights[0]!).toBeCloseTo(64 / 48, 1);
    const [live, free] = await inkIn(page, [await boxOf(figure.drawing.locator('[data-meaning="live"] .m-live')), await boxOf(figure.drawing.locator('[data-key="block 8"] .m-free'))]);
    expect(brightness(live!) - brightness(free!)).toBeLessThan(-0.3);
  });

  for (const [locale, fence, mistake] of [['en', /a fence, the heap begins here/, /^Line 2, column \d+: .*b/], ['zh', /围栏，堆从这里开始/, /^第 2 行第 \d+ 列：.*b/]] as const) {
    test(`the first block finds a fence behind it, and a wrong line is named, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'boundary-tags');
      await figure.tryProgram('a = malloc 40\nfree a');
      await figure.showsOwnProgram();
      await figure.drawing.press('Home');
      await figure.unfold('more');
      await figure.act('kind').selectOption('behind');
      await figure.act('next').click();
      await expect(figure.sentence).toHaveText(fence);
      await figure.tryProgram('a = malloc 40\nfree b');
      await expect(figure.trouble).toHaveText(mistake);
    });
  }
});
