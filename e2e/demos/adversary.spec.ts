import { expect, test } from '../book.ts';
import { boxOf, boxesOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const block = (figure: Figure, key: string) => figure.drawing.locator(`[data-key="${key}"] .cell`);

/** The figure at the right of a lane's name. */
const figureOf = (figure: Figure, lane: string) => figure.drawing.locator(`[data-lane="${lane}"] .figures`);

test.describe('adversary', { tag: '@desktop' }, () => {
  // Robson: M lg(n)/2 + M - n + 1 = 13 for M = 8 and n = 4; a search of all programs gives 16 for first fit, 17 for best fit.
  test('first fit is brought to 16 words with 8 alive, where 13 could do', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'adversary');
    await expect(figureOf(figure, 'heap')).toHaveText('high-water mark: 16 words');
    await expect(figureOf(figure, 'live')).toHaveText('8 of 8 words');
    await expect(figureOf(figure, 'bound')).toHaveText('13 words');
    const [bound, live, last] = [await boxOf(block(figure, 'bound/0')), await boxOf(block(figure, 'live/0')), await boxOf(block(figure, 'heap/12'))];
    expect(bound.width / live.width).toBeCloseTo(13 / 8, 1);
    expect((last.x + last.width - bound.x) / bound.width, 'beyond what any allocator needs').toBeCloseTo(16 / 13, 1);
  });

  test('best fit is brought to 17', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'adversary');
    await figure.root.locator('[data-control="preset"]').selectOption('best');
    await expect(figureOf(figure, 'heap')).toHaveText('high-water mark: 17 words');
  });

  test('the last request finds eight words free and none of the holes large enough', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'adversary');
    await figure.drawing.press('End');
    await figure.act('back').click();
    await expect(figure.sentence).toHaveText('4 words at 12: the heap grows by 4, though 8 words in it are free.');
    // By hand: d at 3, h at 7, j at 10; holes of three, three and two words between them.
    const [first, second, third] = await Promise.all(['heap/0', 'heap/4', 'heap/8'].map(async (key) => (await boxesOf(block(figure, key)))[0]!.width));
    const word = (await boxOf(block(figure, 'heap/3'))).width;
    expect([first! / word, second! / word, third! / word].map(Math.round)).toEqual([3, 3, 2]);
  });

  for (const [locale, alive, mark] of [['en', /^Line 3, column \d+: 8 words are alive; 1 more/, /high-water mark: 8 words/], ['zh', /^第 3 行第 \d+ 列：已有 8 个字存活，再要 1 就犯规了/, /最高水位：8 个字/]] as const) {
    test(`takes the reader’s own moves, and refuses one against the rules by its line, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'adversary');
      await figure.tryProgram('a = malloc 4\nb = malloc 4');
      await figure.showsOwnProgram();
      await figure.drawing.press('End');
      await expect(figureOf(figure, 'heap')).toHaveText(mark);
      await figure.tryProgram('a = malloc 4\nb = malloc 4\nc = malloc 1');
      await expect(figure.trouble).toHaveText(alive);
      await expect(figureOf(figure, 'heap'), 'the moves before are not lost').toHaveText(mark);
    });
  }

  test('is played by tapping moves; what the rules forbid is not offered', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'adversary');
    const move = (line: string) => figure.root.locator(`[data-move="${line}"]`);
    await figure.act('reset').click();
    for (const line of ['a = malloc 4', 'b = malloc 4']) await move(line).click();
    await expect(figureOf(figure, 'live')).toHaveText('8 of 8 words');
    await expect(figure.root.locator('[data-move*="malloc"]')).toHaveCount(0);
    await move('free a').click();
    await move('a = malloc 1').click();
    await expect(figure.drawing.locator('[data-key="heap/0"]'), 'first fit fills the hole').toHaveAttribute('data-meaning', 'live');
    await expect(figureOf(figure, 'heap')).toHaveText('high-water mark: 8 words');
  });
});
