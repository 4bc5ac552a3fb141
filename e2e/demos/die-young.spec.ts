import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/**
 * By hand: mark and sweep touches (1,596 + 336) / 1,792 = 1.08 words for each allocated at GOGC=100 (see headroom.spec.ts), whoever dies.
 * Where all new objects die, a minor collection copies none; where none does, each is copied: 16 words read and written and more.
 */
const crossing = async (figure: Figure): Promise<number> => Number(/\d+/.exec((await figure.drawing.locator('.landmark').textContent())!)![0]);

test.describe('why not generational', () => {
  test('opens where most die young, and mark and sweep is still cheaper', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'die-young');
    await expect(figure.sentence).toHaveText(/^80% die young: .*mark and sweep 1\.08\. Mark and sweep is cheaper\.$/);
    await figure.drawing.press('End');
    await expect(figure.sentence).toHaveText(/^100% die young: .*Generations are cheaper\.$/);
    await figure.drawing.press('Home');
    await figure.act('step').click();
    await expect(figure.sentence).toHaveText(/^0% die young: generations touch [2-9]\.\d+ words/);
  });

  test('with more headroom the lines cross further to the right', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'die-young');
    const at100 = await crossing(figure);
    await figure.root.locator('[data-control="preset"]').selectOption('fourfold');
    await expect(figure.sentence).toHaveText(/标记清扫碰 0\.34 个字/);
    expect(await crossing(figure)).toBeGreaterThan(at100);
  });
});
