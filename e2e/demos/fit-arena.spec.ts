import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, boxesOf, topDown } from '../drawing.ts';
import { Figure } from '../figure.ts';

const lane = (figure: Figure, policy: string) => figure.drawing.locator(`[data-lane="${policy}"]`);
const mark = (figure: Figure, key: string) => figure.drawing.locator(`[data-key="${key}"]`);
const cells = (figure: Figure, policy: string, meaning: string) => figure.drawing.locator(`[data-key^="${policy}/"][data-meaning="${meaning}"] .cell`);
const lists = ['first', 'next', 'best', 'worst'] as const;

async function openPreset(page: Figure['page'], preset: string): Promise<Figure> {
  const figure = await Figure.open(page, 'en', 'fit-arena');
  await figure.root.locator('[data-control="preset"]').selectOption(preset);
  return figure;
}

test.describe('fit arena', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`opens where one policy refuses what another serves, and no hole of it is long enough, though all together are, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'fit-arena');
      await expect(figure.sentence).toHaveText(locale === 'zh' ? /164 字节：首次适配、循环首次适配给不出，最佳适配/ : /164 bytes for 50: first fit and next fit refuse; best fit, .* serve\./);
      expect(await topDown(figure.drawing.locator('.head'))).toEqual(locale === 'zh' ? ['首次适配', '循环首次适配', '最佳适配', '最差适配', '分离适配', '伙伴系统'] : ['first fit', 'next fit', 'best fit', 'worst fit', 'segregated fit', 'buddy']);
      await expect(figure.drawing.locator('[data-meaning="refused"]')).toHaveCount(2);
      const refused = await boxOf(cells(figure, 'first', 'refused'));
      const holes = (await boxesOf(cells(figure, 'first', 'free'))).map(({ width }) => width);
      expect(Math.max(...holes)).toBeLessThan(refused.width - 2);
      expect(holes.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(3 * refused.width);
      await expect(mark(figure, 'first/refused').locator('.label'), '164 bytes and 16 of tags, in sixteens').toHaveText('192');
      await expect(figure.drawing.locator('[data-key^="best/"][data-now] .label')).toHaveText('50');
    });
  }

  test('best fit loses where Knuth says: it takes the tighter holes and has none left for the third', async ({ page }) => {
    const figure = await openPreset(page, 'bestLoses');
    await expect(figure.drawing.locator('[data-key="best/refused"]')).toHaveCount(1);
    await expect(figure.drawing.locator('[data-key="first/refused"]')).toHaveCount(0);
    // Holes of 336 at 8 and of 304 at 376; blocks of 256, 272 and 80 with their tags.
    for (const key of ['first/8', 'first/376', 'first/264', 'best/376', 'best/8']) await expect(mark(figure, key), key).toHaveAttribute('data-meaning', 'live');
    const names = (await Promise.all(['first/8', 'first/376', 'first/264', 'best/376', 'best/8'].map((key) => mark(figure, key).locator('.label').textContent()))).join('');
    expect(names).toBe('xyzxy');
    await expect(mark(figure, 'best/280'), '336 - 272').toHaveAttribute('data-meaning', 'free');
    await expect(mark(figure, 'best/632'), '304 - 256').toHaveAttribute('data-meaning', 'free');
  });

  test('first fit loses where it cuts the hole that a later request needs', async ({ page }) => {
    const figure = await openPreset(page, 'firstLoses');
    await expect(mark(figure, 'first/refused')).toHaveCount(1);
    await expect(mark(figure, 'best/refused')).toHaveCount(0);
    await expect(mark(figure, 'first/264'), '304 - 256').toHaveAttribute('data-meaning', 'free');
    await expect(mark(figure, 'best/344').locator('.label')).toHaveText('x');
    await expect(mark(figure, 'best/8').locator('.label')).toHaveText('y');
    await expect(lane(figure, 'first').locator('.figures')).toHaveText(/^1 refused/);
  });

  test('a byte above a power of two wastes nearly half of a buddy’s block; a power of two nothing', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'fit-arena');
    const share = async (program: string): Promise<number> => {
      await figure.tryProgram(program);
      await figure.showsOwnProgram();
      await figure.drawing.press('End');
      const [block, asked] = [await boxOf(cells(figure, 'buddy', 'live')), figure.drawing.locator('[data-key^="buddy/"] .asked')];
      return (await asked.count()) === 0 ? 1 : (await boxOf(asked)).width / block.width;
    };
    expect(await share('a = malloc 513')).toBeCloseTo(513 / 1024, 2);
    expect(await share('a = malloc 512')).toBe(1);
  });

  test('a heap fills alike on one scale; a smaller heap refuses sooner', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'fit-arena');
    await figure.tryProgram('a = malloc 496\nb = malloc 496\nc = malloc 496\nd = malloc 448');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    for (const policy of lists) {
      await expect(cells(figure, policy, 'live'), policy).toHaveCount(4);
      await expect(lane(figure, policy).locator('.rule'), '127 sixteens, less 3 × 512 and 464').toHaveText(/^1 hole, largest 32 /);
    }
    const tops = await Promise.all(lists.map((policy) => boxOf(mark(figure, `${policy}/8`).locator('.cell'))));
    for (const { x, width } of tops) expect([x, width]).toEqual([tops[0]!.x, tops[0]!.width]);
    await figure.root.locator('[data-control="heap"]').fill('1024');
    await figure.drawing.press('End');
    for (const policy of [...lists, 'segregated', 'buddy']) await expect(lane(figure, policy).locator('.figures'), policy).toHaveText(/^2 refused/);
  });

  test('next fit goes on where it stopped: the rover stands at what its last block left, and a hole behind it waits', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'fit-arena');
    await figure.tryProgram('a = malloc 496\nb = malloc 496\nfree a\nc = malloc 48');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await expect(mark(figure, 'first/8').locator('.label'), 'the hole of 512 that a left').toHaveText('c');
    await expect(mark(figure, 'next/1032').locator('.label'), 'behind 8 and two blocks of 512').toHaveText('c');
    const [rover, rest] = [await boxOf(figure.drawing.locator('.pointer')), await boxOf(mark(figure, 'next/1096').locator('.cell'))];
    expect(Math.abs(rover.x + rover.width / 2 - rest.x), 'behind the 64 of c').toBeLessThan(2);
  });

  for (const [locale, mistake] of [['en', /^Line 1, column 3: .*“x” is no id/], ['zh', /^第 1 行第 3 列：.*“x”不是编号/]] as const) {
    test(`names the place of a mistake in a trace, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'fit-arena');
      await figure.tryProgram('a x 3');
      await expect(figure.trouble).toHaveText(mistake);
    });
  }
});
