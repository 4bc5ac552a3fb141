import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/** Counting by hand: each of three objects in a ring is pointed to once, by its neighbour, when no variable is left. */
const node = (figure: Figure, name: string) => figure.drawing.locator(`.node[data-key="${name}"]`);
const edge = (figure: Figure, key: string) => figure.drawing.locator(`.edge[data-key="${key}"]`);
const line = (figure: Figure, text: string) => figure.drawing.locator(`[data-line="${text}"]`);
const verdict = (figure: Figure) => figure.drawing.locator('.verdict');
const program = async (figure: Figure) => (await figure.act('text').inputValue()).trim();

test.describe('cycles leak', () => {
  test('opens on a ring that nothing leads to: each count is one, and none is freed', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'cycles-leak');
    await expect(verdict(figure)).toHaveText('Leaked: a, b, c.');
    for (const name of ['a', 'b', 'c']) {
      await expect(node(figure, name)).toHaveAttribute('data-paint', 'garbage');
      await expect(node(figure, name).locator('.badge')).toHaveText('1');
    }
    await figure.drawing.press('End');
    await expect(verdict(figure)).toHaveText('');
    for (const name of ['a', 'b', 'c']) await expect(node(figure, name)).toHaveAttribute('data-paint', 'gone');
  });

  test('a pointer from outside is left over on trial, and all counts are put back', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'cycles-leak', '?demo=cycles-leak&preset=outside&at=12.0');
    for (const name of ['a', 'b', 'c', 'd']) await expect(node(figure, name)).toHaveAttribute('data-paint', 'live');
    await expect(node(figure, 'a').locator('.badge')).toHaveText('2');
    await expect(node(figure, 'b').locator('.badge')).toHaveText('1');
    await figure.drawing.press('End');
    for (const name of ['a', 'b', 'c']) await expect(node(figure, name)).toHaveAttribute('data-paint', 'gone');
    await expect(node(figure, 'd')).toHaveAttribute('data-paint', 'live');
  });

  test('a graph is drawn by touch: objects, a pointer, a cut, a variable; the program says the same', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'cycles-leak', `?${new URLSearchParams({ demo: 'cycles-leak', at: '1.0', program: 'a = new 24 2' })}`);
    await line(figure, 'b = new 24 2').click();
    await node(figure, 'a').click();
    await node(figure, 'b').click();
    await expect(edge(figure, 'a.0')).toBeVisible();
    await expect(node(figure, 'b').locator('.badge')).toHaveText('2');
    await node(figure, 'b').click();
    await node(figure, 'b').click();
    await expect(node(figure, 'b').locator('.badge'), 'a variable less').toHaveText('1');
    await line(figure, 'a.0 = nil').focus();
    await page.keyboard.press('Enter');
    await expect(node(figure, 'b')).toHaveAttribute('data-paint', 'gone');
    await figure.unfold('program');
    expect(await program(figure)).toBe('a = new 24 2\nb = new 24 2\na.0 = b\ndrop b\na.0 = nil');
  });

  test('a pointer is dragged from one object to another, or drawn with the keyboard alone', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'cycles-leak', `?${new URLSearchParams({ demo: 'cycles-leak', at: '2.0', program: 'a = new 24 2\nb = new 24 2' })}`);
    await node(figure, 'a').locator('.inside').hover();
    await page.mouse.down();
    await node(figure, 'b').locator('.inside').hover();
    await page.mouse.up();
    await expect(edge(figure, 'a.0')).toBeVisible();
    await node(figure, 'b').focus();
    await page.keyboard.press('Enter');
    await node(figure, 'a').focus();
    await page.keyboard.press('Space');
    await expect(edge(figure, 'b.0')).toBeVisible();
  });

  test('what the board has no place for is refused, with the line', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'cycles-leak');
    await figure.tryProgram([...'abcdefgh'].map((name) => `${name} = new 24 2`).join('\n'));
    await expect(figure.trouble).toHaveText(/^Line 8.*places for 7 objects/);
  });
});
