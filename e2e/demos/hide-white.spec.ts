import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/**
 * The losses and the proofs are those of an independent model checker over the same rules (see explore.test.ts); what each
 * barrier shades is from Dijkstra et al. 1978, Yuasa 1990 and Go's proposal 17503.
 */
const move = (figure: Figure, line: string) => figure.root.locator(`[data-move="${line}"]`);
const paint = (figure: Figure, name: string) => figure.drawing.locator(`.node[data-key="${name}"]`);
const verdict = (figure: Figure) => figure.drawing.locator('.verdict');

test.describe('hide the white object', () => {
  test('four taps lose an object that the program still points to', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white');
    await expect(verdict(figure)).toHaveText('A loss in 4 moves exists.');
    for (const line of ['r1 = A.next', 'G.right = B', 'A.next = nil']) await move(figure, line).click();
    await expect(verdict(figure)).toHaveText('A loss in 2 moves exists.');
    await move(figure, 'gc: go on to the end').click();
    await expect(verdict(figure)).toHaveText('Lost.');
    await expect(paint(figure, 'B')).toHaveAttribute('data-paint', 'lost');
    await expect(figure.drawing.locator('.edge[data-dangling]')).toHaveCount(2);
    await expect(paint(figure, 'D'), 'what nobody held is swept, and no loss').toHaveAttribute('data-paint', 'gone');
    await expect(figure.root.locator('[data-move]')).toHaveCount(0);
    await expect(figure.sentence).toHaveText(/^You win: B is swept.*next object of that size/);
    await figure.act('onward').click();
    await expect(figure.root.locator('[data-control="preset"]')).toHaveValue('dijkstra');
    await expect(verdict(figure)).toHaveText('A loss in 4 moves exists.');
  });

  test('a reader who asks is shown the loss, from where the board stands', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white');
    await move(figure, 'r1 = A.next').click();
    await figure.act('show-win').click();
    await figure.drawing.press('End');
    await expect(paint(figure, 'B')).toHaveAttribute('data-paint', 'lost');
  });

  test('where everything from here has been tried, it is proved', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white');
    await move(figure, 'r0 = nil').click();
    await move(figure, 'G.left = nil').click();
    await expect(verdict(figure)).toHaveText(/^Proved: no loss, in [\d,]+ states\.$/);
    await expect(figure.act('show-win')).toHaveCount(0);
  });

  test('letting the collector finish at once loses nothing', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'hide-white');
    await move(figure, 'gc: go on to the end').click();
    await expect(verdict(figure)).toHaveText('标记结束，什么都没丢。');
    await expect(figure.drawing.locator('.edge[data-dangling]')).toHaveCount(0);
  });

  test('Dijkstra’s barrier greys what is stored, and the stack is its hole', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white', '?demo=hide-white&preset=dijkstra');
    await move(figure, 'r1 = A.next').click();
    await move(figure, 'G.right = B').click();
    await expect(paint(figure, 'B')).toHaveAttribute('data-paint', 'grey');
    await figure.act('back').click();
    await figure.act('back').click();
    await move(figure, 'A.next = nil').click();
    await move(figure, 'gc: go on to the end').click();
    await expect(paint(figure, 'B')).toHaveAttribute('data-paint', 'lost');
  });

  test('with Yuasa’s barrier a stack scanned late loses what only it held; Go’s hybrid greys it', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white', '?demo=hide-white&preset=yuasa');
    for (const line of ['G.right = D', 'r1 = nil', 'gc: scan stack', 'gc: go on to the end']) await move(figure, line).click();
    await expect(paint(figure, 'D')).toHaveAttribute('data-paint', 'lost');
    await figure.root.locator('[data-control="preset"]').selectOption('hybrid');
    await move(figure, 'G.right = D').click();
    await expect(paint(figure, 'D')).toHaveAttribute('data-paint', 'grey');
    await expect(verdict(figure)).toHaveText('Proved: no loss, in 20,096 states.');
  });

  test('a game is a link, and a move that cannot be made is refused', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'hide-white', `?${new URLSearchParams({ demo: 'hide-white', at: '2.0', program: 'r1 = A.next\nG.right = B' })}`);
    await expect(figure.drawing.locator('.edge[data-key="G.right"]')).toBeVisible();
    await figure.tryProgram('r1 = C.next');
    await expect(figure.trouble).toHaveText(/^Line 1, column 1: “r1 = C.next” is no move/);
    await figure.tryProgram('gc: scan C');
    await expect(figure.trouble).toHaveText(/^Line 1.*cannot be made here/);
  });
});
