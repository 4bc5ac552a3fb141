import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

test.describe('leak detective', { tag: '@desktop' }, () => {
  const bet = async (figure: Figure, names: string): Promise<void> => {
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').fill(names);
    await figure.root.locator('[data-act="commit"]').click();
  };

  // oracle/recordings/leaks.json: whom the real profile named.
  for (const [locale, reason, right] of [['en', 'G3 can be woken by nobody who could run: leaked.', 'Right.'], ['zh', 'G3 等的，能运行的谁也没有：泄漏了。', '猜对了。']] as const) {
    test(`of the first example a reader bets and steps to the verdict, and on the way sees the reason, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'leak-detective');
      await expect(figure.drawing.locator('[data-paint="lost"]')).toHaveCount(0);
      await bet(figure, 'g3');
      const [step, board] = [figure.root.locator('.guess [data-act="onward"]'), figure.root.locator('.guess tbody tr')];
      await expect(step).toBeFocused();
      await expect(figure.sentence).toContainText('gcPrepareMarkRoots');
      await expect(board).toHaveCount(0);
      await step.click();
      await expect(figure.sentence).toContainText('findMaybeRunnableGoroutines');
      await step.click();
      await expect(figure.sentence).toContainText(reason);
      await expect(figure.drawing.locator('[data-paint="lost"]')).toHaveCount(1);
      await step.click();
      await expect(figure.root.locator('.guess [role="status"]')).toHaveText(right);
      await expect(board).toHaveText([/= G3\s*G3/]);
    });
  }

  for (const [locale, said, row] of [['en', 'You named G3 and G4; the profile names nobody.', /≠ G3 G4\s*nobody/], ['zh', '你说是 G3、G4；profile 说没有。', /≠ G3 G4\s*谁也没有/]] as const) {
    test(`who selects may be woken through one channel, and a bet that names others is told whom the profile names, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'leak-detective', '?demo=leak-detective&preset=select');
      await bet(figure, 'G3 G4');
      // Four that wait for what gets marked, each a reason of its own: the figure's own buttons lead there as well.
      await figure.drawing.press('End');
      await expect(figure.root.locator('.guess [role="status"]')).toHaveText(said);
      await expect(figure.root.locator('.guess tbody tr')).toHaveText([row]);
      await expect(figure.drawing.locator('[data-paint="black"]')).toHaveCount(7);
    });
  }

  test('two that wait for each other have both leaked; a global that leads to one of the channels saves both', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'leak-detective', '?demo=leak-detective&preset=ring');
    await figure.drawing.press('End');
    await expect(figure.drawing.locator('[data-paint="lost"]')).toHaveCount(2);
    await figure.tryProgram('G1 waits b holds a\nG2 waits a holds b\nglobal a\nprofile');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await expect(figure.drawing.locator('[data-paint="lost"]')).toHaveCount(0);
  });

  test('a line that is none says so and loses nothing', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'leak-detective');
    await figure.tryProgram('G1 waits a\nG1 runs');
    await expect(figure.trouble).toContainText('G1 has been started before.');
    await expect(figure.act('text')).toHaveValue('G1 waits a\nG1 runs');
  });
});
