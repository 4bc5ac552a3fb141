import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

test.describe('leak detective', { tag: '@desktop' }, () => {
  // oracle/recordings/leaks.json: whom the real profile named.
  for (const [locale, said] of [['en', 'The profile names nobody.'], ['zh', 'profile 说出了：没有。']] as const) {
    test(`who selects may be woken through one channel, and then nobody leaked, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'leak-detective');
      await expect(figure.drawing.locator('[data-paint="lost"]')).toHaveCount(0);
      await figure.root.locator('details[data-part="guess"] > summary').click();
      await figure.root.locator('[data-act="bet"]').fill('0');
      await figure.root.locator('[data-act="commit"]').click();
      await expect(figure.sentence).toContainText(said);
      await expect(figure.drawing.locator('[data-paint="black"]')).toHaveCount(7);
    });
  }

  test('two that wait for each other have both leaked; a global that leads to one of the channels saves both', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'leak-detective', '?demo=leak-detective&preset=ring');
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
