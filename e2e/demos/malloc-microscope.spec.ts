import { expect, test } from '../book.ts';
import { boxOf, boxesOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** Class 33 of sizeclasses.go: slots of 1,152 bytes, seven to a span of 8 KiB. */
const slot = { size: 1152, perSpan: 7 };

const level = (figure: Figure, index: number) => figure.drawing.locator('.level').nth(index);
const cells = (figure: Figure, index: number) => level(figure, index).locator('[data-key]');

test.describe('malloc microscope', { tag: '@desktop' }, () => {
  test('shows one byte too many as the ninth part of a slot that nobody uses', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    const [asked, unused] = [await boxOf(level(figure, 0).locator('.m-live')), await boxOf(level(figure, 0).locator('.m-slack'))];
    expect(unused.width / (asked.width + unused.width)).toBeCloseTo((slot.size - 1025) / slot.size, 2);
    await expect(cells(figure, 1)).toHaveCount(slot.perSpan);
    await expect(figure.sentence).toContainText('0x31a900');
  });

  test('goes no deeper than it must, and says where it was', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    await expect(figure.drawing.locator('.level.unreached .name')).toHaveText([/^mheap/, /^system/]);
    await figure.root.locator('[data-control="preset"]').selectOption('large');
    await expect(figure.drawing.locator('.level.unreached .name')).toHaveText([/^system/]);
  });

  test('a span of 24-byte slots holds 336: of 400 allocations two needed another span', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope', '?demo=malloc-microscope&preset=loop');
    await expect(cells(figure, 1)).toHaveCount(336);
    await expect(figure.root.locator('.state dd').last()).toHaveText('398 fast, 2 slow');
    const taken = await level(figure, 1).locator('[data-meaning="live"]').count();
    expect(taken).toBe(400 - 336);
  });

  test('a million allocations are run off the page, and any of them is a moment away', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    await figure.tryProgram('for range 1_000_000 { _ = new([3]int64) }');
    await figure.showsOwnProgram();
    await expect(figure.root).toHaveAttribute('data-at', '1000000.0');
    // 336 to a span: 2,976 spans are full, and one is begun.
    await expect(figure.root.locator('.state dd').last()).toHaveText('997,023 fast, 2,977 slow');
    await figure.scrub(336);
    await expect(figure.root.locator('.state dd').last()).toHaveText('335 fast, 1 slow');
    await figure.scrub(500_000);
    await expect(figure.root).toHaveAttribute('data-at', '500000.0');
    await figure.act('step').click();
    await expect(figure.sentence).toHaveText('24 bytes take a slot of 24.');
  });

  test('after a collection the two dead slots are the next two addresses, and then the first never used', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope', '?demo=malloc-microscope&preset=reuse');
    await expect(figure.sentence).toContainText('z := new([4]int64)');
    const kept = await level(figure, 1).locator('[data-key]').evaluateAll((all) => all.slice(0, 12).map((each) => each.getAttribute('data-meaning')));
    expect(kept).toEqual([...new Array<string>(11).fill('live'), 'free']);
  });

  test('takes a line of the reader’s own, and says what it cannot read', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    await figure.tryProgram('p := new(struct{ a, b bool; next *int })');
    await expect(figure.drawing.locator('.figures').first()).toHaveText('16 bytes in 16: 0% unused');
    await figure.tryProgram('p := new(int)\nq = nil');
    await expect(figure.trouble).toHaveText(/^Line 2, column 1: There is no variable q/);
    await expect(figure.drawing.locator('.figures').first()).toHaveText('16 bytes in 16: 0% unused');
  });

  test('agrees with the real runtime in the page, address for address', async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'malloc-microscope', '?demo=malloc-microscope&preset=reuse');
    await figure.unfold('more');
    await figure.root.locator('[data-act="check-live"]').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^15 个回答全部一致。|^15/, { timeout: 20_000 });
    await expect(figure.root.locator('.check [data-agrees="false"]')).toHaveCount(0);
  });

  test('each magnification lies below the finer one, and the lens starts at the cell it magnifies', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    const tops = (await boxesOf(figure.drawing.locator('.level > .name'))).map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const [focus, left, right] = [await boxOf(level(figure, 1).locator('.focus')), await boxOf(figure.drawing.locator('.lens').first().locator('line').first()), await boxOf(figure.drawing.locator('.lens').first().locator('line').last())];
    expect(left.x + left.width).toBeCloseTo(focus.x, -1);
    expect(right.x).toBeCloseTo(focus.x + focus.width, -1);
  });

  test('takes a bet on the next address, and lays it beside its own answer and the real one', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    await figure.act('reset').click();
    await figure.root.locator('details[data-part="guess"] > summary').click();
    const board = figure.root.locator('.guess tbody tr');
    const bet = async (text: string): Promise<void> => {
      await figure.root.locator('[data-act="bet"]').fill(text);
      await figure.root.locator('[data-act="commit"]').click();
    };
    await bet('somewhere');
    await expect(figure.trouble).toHaveText(/“somewhere” is no address/);
    await bet('0x31a480');
    await expect(board).toHaveText([/≠ 0x31a480\s*0x31a900/]);
    await figure.act('reset').click();
    await bet('31a900');
    await expect(board.last()).toHaveText(/= 0x31a900\s*0x31a900/);
    await figure.root.locator('[data-act="guess-live"]').click();
    await expect(board.last().locator('td')).toHaveText(['= 0x31a900', '0x31a900', '0x31a900'], { timeout: 20_000 });
  });
});
