import { expect, test } from '../book.ts';
import { boxOf, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

/** Slots of the 24 blocks after the frees, as the real libraries gave them: oracle/recordings/malloc/exhibit.json, program evens. */
const evens = {
  glibc: [12, 10, 8, 6, 4, 2, 0, 38, 24, 26, 28, 30, 32, 34, 36, 22, 14, 16, 18, 20, 40, 41, 42, 43],
  fastbins: [38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0, 40, 41, 42, 43],
  tcmalloc: [38, 36, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 44, 43, 42, 41, 40, 0, 2, 4, 6, 8],
  jemalloc: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 41, 42, 43],
  mimalloc: [40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63],
};

const cell = (figure: Figure, design: string, slot: number) => figure.drawing.locator(`[data-key="${design}/${slot}"]`);

/** The numbers written on a lane's slots. */
const numbers = (figure: Figure, design: string) => figure.drawing.locator(`[data-key^="${design}/"]`).evaluateAll((cells) => cells.map((each) => each.querySelector('.label')?.textContent ?? ''));

test.describe('one exhibit, five designs', { tag: '@desktop' }, () => {
  test('stands before the forty-first malloc: twenty of forty slots are holes in every lane, the rest is held', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    await expect(figure.sentence).toHaveText(/Next: malloc number 41\. Which slot\?/);
    for (const design of Object.keys(evens)) {
      await expect(figure.drawing.locator(`[data-key^="${design}/"][data-meaning="live"]`), design).toHaveCount(20);
      expect(await shapeOf(cell(figure, design, 38).locator('.cell')), design).not.toEqual(await shapeOf(cell(figure, design, 39).locator('.cell')));
      expect((await numbers(figure, design)).filter(Boolean), design).toEqual([]);
    }
  });

  test('numbers the slots in the order in which the real libraries gave them', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    await figure.drawing.press('End');
    for (const [design, slots] of Object.entries(evens)) {
      const written = await numbers(figure, design);
      expect(slots.map((slot) => written[slot]), design).toEqual(slots.map((_, i) => String(i + 1)));
      expect(written.filter(Boolean), design).toHaveLength(24);
    }
  });

  for (const [locale, sentence, whys] of [
    ['en', 'Block 1 after the frees: 12 in glibc, 38 in glibc without tcache, 38 in tcmalloc, 0 in jemalloc, 40 in mimalloc.', [/^tcache: last in, first out; 6 left/, /^fast bin: last in/, /^thread’s list: last in; 1 left/, /^the lowest free bit/, /never used come first/]],
    ['zh', '释放之后的第 1 块：glibc 给第 12 格，不带 tcache 的 glibc 给第 38 格，tcmalloc 给第 38 格，jemalloc 给第 0 格，mimalloc 给第 40 格。', [/^tcache：后进先出，还剩 6 块/, /^fast bin：后进先出/, /^线程自己的链表：后进先出，还剩 1 块/, /最低的空闲位/, /没用过的块/]],
  ] as const) {
    test(`says beside each lane why it is this slot, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'exhibit');
      await figure.act('step').click();
      await expect(figure.sentence).toHaveText(sentence);
      await expect(figure.drawing.locator('.lane .rule')).toHaveText([...whys]);
      await expect(figure.drawing.locator('[data-now]')).toHaveCount(5);
      await expect(cell(figure, 'glibc', 12)).toHaveAttribute('data-now', 'true');
      await expect(cell(figure, 'mimalloc', 40)).toHaveAttribute('data-now', 'true');
    });
  }

  test('when glibc’s cache is empty, the fast bin gives one and fills the cache with the next seven', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    for (let i = 0; i < 8; i++) await figure.act('step').click();
    await expect(figure.sentence).toHaveText(/^Block 8 after the frees: 38 in glibc,/);
    await expect(figure.drawing.locator('.lane .rule').first()).toHaveText('fast bin: last in; next 7 go to tcache');
  });

  test('freed from the other end, only jemalloc and mimalloc answer as before', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    await figure.root.locator('[data-control="preset"]').selectOption('backwards');
    await figure.act('step').click();
    await expect(figure.sentence).toHaveText('Block 1 after the frees: 26 in glibc, 0 in glibc without tcache, 0 in tcmalloc, 0 in jemalloc, 40 in mimalloc.');
  });

  test('agrees with the recordings of all five libraries, call by call', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    await figure.unfold('more');
    await figure.act('check').click();
    await expect(figure.root.locator('.check [role="status"]')).toHaveText(/^84 of 84 answers equal\./);
    await expect(figure.root.locator('.check tr[data-agrees="false"]')).toHaveCount(0);
  });

  test('takes a bet on the next five slots', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').fill('12 38 38 0 40');
    await figure.root.locator('[data-act="commit"]').click();
    await expect(figure.root.locator('.guess tr[data-hit="true"]')).toHaveCount(1);
    await figure.root.locator('[data-act="bet"]').fill('first');
    await figure.root.locator('[data-act="commit"]').click();
    await expect(figure.trouble).toHaveText(/“first” is no bet/);
  });

  test('slots are equal, sixteen to a row, and rise from left to right', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'exhibit');
    const [zero, fifteen, sixteen] = [await boxOf(cell(figure, 'glibc', 0).locator('.cell')), await boxOf(cell(figure, 'glibc', 15).locator('.cell')), await boxOf(cell(figure, 'glibc', 16).locator('.cell'))];
    expect(fifteen.x).toBeGreaterThan(zero.x);
    expect(fifteen.y).toBe(zero.y);
    expect(sixteen.x).toBe(zero.x);
    expect(sixteen.y).toBeGreaterThan(zero.y);
    expect(Math.abs(sixteen.width - fifteen.width)).toBeLessThan(1);
  });
});
