import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

/**
 * By hand, in words of 8 bytes: 199 objects of 8 and a table of 200 live, 1,792 in all. Marking reads 200 headers and 796 fields,
 * looks at 398 targets, sets 200 bits and reads 2 roots: 1,596. Clearing and sweeping touch three words for each 32 of the heap.
 * At GOGC=100 that is (1,596 + 336) / 1,792, at 200 (1,596 + 504) / 3,584. Copying reads and writes 1,792 words, writes 200 husks,
 * reads 200 headers and 796 fields and 2 roots, and reads and rewrites 400 pointers: 5,582, for the 896 words that its half has left.
 */
const dots = (figure: Figure, of: string) => figure.drawing.locator(`.dots[data-key="${of} counted"] circle`);

test.describe('headroom', () => {
  test('opens at GOGC=200, where a word costs about half of what it does at 100', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'headroom');
    await expect(figure.sentence).toHaveText(/^With 200% of headroom, mark and sweep touches 0\.59 words.*Copying touches 6\.23;/);
    await expect(figure.drawing.locator('.landmark')).toHaveText('GOGC=100');
    await expect(dots(figure, 'mark-sweep')).toHaveCount(7);
    await expect(dots(figure, 'copying'), 'those that lie within the drawing').toHaveCount(1);
  });

  test('at the default of GOGC copying has no room', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'headroom', '?demo=headroom&at=3.1');
    await expect(figure.sentence).toHaveText(/余量 100%：每分配一个字，标记清扫碰 1\.08 个字.*复制没有地方/);
    await expect(dots(figure, 'copying')).toHaveCount(0);
  });

  test('a pointer drags the headroom along the axis', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'headroom');
    const touch = await figure.drawing.locator('rect.touch').boundingBox();
    const at = (share: number) => [touch!.x + share * touch!.width, touch!.y + touch!.height / 2] as const;
    await page.mouse.move(...at(0.25));
    await page.mouse.down();
    await expect(figure.sentence).toHaveText(/^With 100%/);
    await page.mouse.move(...at(0.99), { steps: 4 });
    await page.mouse.up();
    await expect(figure.sentence).toHaveText(/^With 400%/);
  });
});
