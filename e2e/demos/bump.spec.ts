import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, boxesOf, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const cells = (figure: Figure, meaning: string) => figure.drawing.locator(`[data-meaning="${meaning}"] .cell`);
const lane = (figure: Figure, index: number) => figure.drawing.locator(`[data-lane="r${index}"]`);
const pointer = (figure: Figure) => figure.drawing.locator('.pointer');

/** Runs a program of the reader's own and goes to its end. */
async function run(figure: Figure, program: string): Promise<void> {
  await figure.tryProgram(program);
  await figure.showsOwnProgram();
  await figure.drawing.press('End');
}

test.describe('bump', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`six of eight objects are freed, and a request smaller than what they left is refused past the heap’s end, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'bump');
      await expect(figure.sentence).toHaveText(locale === 'zh' ? /128 字节要不到，尽管堆里有 832 字节/ : /128 bytes are refused, though 832 bytes/);
      await expect(lane(figure, 0).locator('.figures')).toHaveText(locale === 'zh' ? '存活 192 字节 · 浪费 768 字节' : 'live 192 bytes · lost 768 bytes');
      await expect(cells(figure, 'live')).toHaveCount(2);
      const [hole, refused, next] = [await boxOf(cells(figure, 'free')), await boxOf(cells(figure, 'refused')), await boxOf(pointer(figure))];
      expect(hole.width / refused.width, 'the hole is six times as long as what is refused').toBeCloseTo(6, 1);
      expect(refused.x, 'it would begin at the pointer').toBeCloseTo(next.x + next.width / 2, 0);
      const rest = await boxOf(cells(figure, 'top'));
      expect(refused.x + refused.width, 'and end behind the heap').toBeGreaterThan(rest.x + rest.width + 10);
    });
  }

  test('blocks are drawn to scale, one behind the other, what was asked for solid in them', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'bump');
    await run(figure, 'a = malloc 512\nb = malloc 256\nc = malloc 1\nd = malloc 128');
    const boxes = await boxesOf(cells(figure, 'live'));
    expect(boxes.map(({ width }) => (width + 1) / (boxes[0]!.width + 1)).map((share) => Math.round(share * 512))).toEqual([512, 256, 16, 128]);
    for (const [i, { x }] of boxes.slice(1).entries()) expect(x).toBeCloseTo(boxes[i]!.x + boxes[i]!.width + 1, 1);
    expect(await shapeOf(figure.drawing.locator('[data-key="r0/0"] .cell'))).toMatch(/^solid/);
    expect((await boxOf(figure.drawing.locator('[data-key="r0/768"] .asked'))).width, 'one of sixteen bytes').toBeLessThan(boxes[2]!.width / 8);
    expect((await boxOf(pointer(figure))).x).toBeCloseTo(boxes[3]!.x + boxes[3]!.width + 1, 0);
  });

  test('one object keeps its region; the other region begins anew', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'bump');
    await figure.root.locator('[data-control="preset"]').selectOption('keeper');
    await expect(figure.drawing.locator('[data-lane]')).toHaveCount(4);
    await expect(lane(figure, 0).locator('.figures')).toHaveText('live 32 bytes · lost 224 bytes');
    await expect(figure.drawing.locator('[data-key^="r0/"]')).toHaveCount(3);
    await expect(figure.drawing.locator('[data-key="r0/96"]')).toHaveAttribute('data-meaning', 'live');
    await expect(lane(figure, 1).locator('.figures'), 'the first large object after d and e went').toHaveText('live 200 bytes');
    await expect(figure.sentence).toHaveText(/200 bytes are refused/);
  });

  test('a reset gives everything back, and the addresses come again', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'bump');
    await run(figure, 'a = malloc 200\nb = malloc 72\nreset');
    await expect(cells(figure, 'live')).toHaveCount(0);
    await expect(figure.root.locator('.state dd').first()).toHaveText('555555559000');
    await run(figure, 'a = malloc 200\nb = malloc 72\nreset\nc = malloc 200\nd = malloc 72');
    await expect(figure.sentence).toHaveText(/offset d0/);
    await expect(figure.root.locator('.state dd').first()).toHaveText('555555559120');
  });

  for (const [locale, mistake] of [['en', /^Line 2, column 6: Nothing is called b yet/], ['zh', /^第 2 行第 6 列：还没有叫 b 的对象/]] as const) {
    test(`names what a program frees that it never had, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'bump');
      await figure.tryProgram('a = malloc 8\nfree b');
      await expect(figure.trouble).toHaveText(mistake);
      await expect(cells(figure, 'live')).toHaveCount(2);
    });
  }
});
