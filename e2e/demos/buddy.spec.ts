import { expect, test } from '../book.ts';
import { boxOf, brightness, inkIn, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const block = (figure: Figure, size: number, addr: number) => figure.drawing.locator(`[data-key="${size} ${addr}"]`);

const sum = (figure: Figure, line: number): Promise<string> => figure.drawing.locator('.sum-line').nth(line).locator('svg').textContent().then((text) => text ?? '');

test.describe('buddies', { tag: '@desktop' }, () => {
  // By hand, after Knuth, TAOCP 2.5, algorithms R and S: 100 bytes of 1,024 take the first 128; 200 the 256 at 256; 50 half of the 128 at 128.
  test('every block lies below the middle of nothing but its own parent, and twice the size is twice the width', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'buddy');
    await figure.drawing.press('Home');
    for (let i = 0; i < 4; i++) await figure.act('step').click();
    const [whole, half, quarter] = [await boxOf(block(figure, 1024, 0).locator('rect').first()), await boxOf(block(figure, 512, 512).locator('rect').first()), await boxOf(block(figure, 256, 256).locator('rect').first())];
    expect(half.width / whole.width).toBeCloseTo(1 / 2, 2);
    expect(quarter.width / whole.width).toBeCloseTo(1 / 4, 2);
    expect(half.x).toBeCloseTo(whole.x + whole.width / 2, 0);
    expect(quarter.x).toBeCloseTo(whole.x + whole.width / 4, 0);
    expect(half.y).toBeGreaterThan(whole.y + whole.height);
    expect(quarter.y).toBeGreaterThan(half.y + half.height);
  });

  test('flips one bit to find the buddy, and marks that bit and both blocks', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'buddy');
    // The still: c is freed; its 64 bytes at 128 have merged with those at 192, and the 128 ask the buddy of bit 7.
    expect(await sum(figure, 0)).toBe('0x08000010000000');
    expect(await sum(figure, 1)).toBe('0x08000010000000');
    expect(await sum(figure, 2)).toBe('0x00000000000000');
    await expect(figure.drawing.locator('.bit')).toHaveText(['1', '1', '0']);
    const marked = await figure.drawing.locator('.bit').evaluateAll((all) => all.map((bit) => Math.round(bit.getBoundingClientRect().x)));
    expect(new Set(marked).size, 'the marked digits stand below each other').toBe(1);
    await expect(block(figure, 128, 128)).toHaveAttribute('data-now', 'this');
    await expect(block(figure, 128, 0)).toHaveAttribute('data-now', 'other');
    const [own, other] = [await shapeOf(block(figure, 128, 128).locator('.this')), await shapeOf(block(figure, 128, 0).locator('.other'))];
    expect(own).not.toBe(other);
    await expect(figure.sentence).toHaveText('The buddy of 0x80 is at 0x80 XOR 0x80 = 0x0. It is free and whole: they merge.');
  });

  test('merges all the way up: at the end the heap is one block', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'buddy');
    await figure.drawing.press('End');
    await expect(figure.drawing.locator('[data-key]')).toHaveCount(1);
    await expect(block(figure, 1024, 0)).toHaveAttribute('data-meaning', 'free');
  });

  for (const [locale, none] of [['en', /No free block of 256 bytes, though 256 bytes are free in all/], ['zh', /没有 256 字节的空闲块，虽然空闲的一共有 256 字节/]] as const) {
    test(`two free neighbours that are not buddies stay two, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'buddy');
      await figure.root.locator('[data-control="preset"]').selectOption('neighbours');
      await figure.unfold('more');
      await figure.act('kind').selectOption('none');
      await figure.act('next').click();
      await expect(figure.sentence).toHaveText(none);
      const [left, right] = [await boxOf(block(figure, 128, 128).locator('.m-free')), await boxOf(block(figure, 128, 256).locator('.m-free'))];
      expect(right.x, 'side by side').toBeCloseTo(left.x + left.width, 0);
    });
  }

  test('hatches what nobody asked for: nearly half, a byte above a power of two', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'buddy');
    await figure.root.locator('[data-control="preset"]').selectOption('worst');
    for (const [size, addr, asked] of [[512, 0, 257], [256, 512, 129], [128, 768, 65], [64, 896, 33]] as const) {
      const [outline, fill] = [await boxOf(block(figure, size, addr).locator('.m-slack')), await boxOf(block(figure, size, addr).locator('.m-live'))];
      expect(fill.width / outline.width, `${asked} of ${size}`).toBeCloseTo(asked / size, 1);
    }
    const [whole, fill] = [await boxOf(block(figure, 512, 0).locator('.m-slack')), await boxOf(block(figure, 512, 0).locator('.m-live'))];
    const [used, unused] = await inkIn(page, [fill, { ...whole, x: fill.x + fill.width + 4, width: whole.width - fill.width - 8 }]);
    expect(brightness(unused!) - brightness(used!)).toBeGreaterThan(0.05);
  });

  // Knuth, TAOCP 2.5: 4/3 for sizes spread evenly between two powers of two, 1/ln 2 for their logarithms so spread.
  for (const [preset, fact, expected] of [['even', (asked: number, taken: number) => taken / asked, 4 / 3], ['logarithm', undefined, 1 / Math.LN2]] as const) {
    test(`takes ${expected.toFixed(2)} times what is asked for, sizes ${preset}`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', 'buddy');
      await figure.root.locator('[data-control="preset"]').selectOption(preset);
      const [asked, taken, ratio] = (await figure.root.locator('.state dd').allTextContents()).map(Number.parseFloat);
      expect(Math.abs((fact ? fact(asked!, taken!) : ratio!) - expected)).toBeLessThan(0.01);
    });
  }
});
