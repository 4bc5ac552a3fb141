import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxesOf, shapeOf, solidAmong } from '../drawing.ts';
import { Figure } from '../figure.ts';

const cells = (figure: Figure) => figure.drawing.locator('.cell');

const mapped = (figure: Figure) => figure.drawing.locator('[data-counter]').nth(1).locator('.figures');

/** Runs a program of the reader's own and goes to its end. */
async function run(figure: Figure, program: string): Promise<void> {
  await figure.tryProgram(program);
  await figure.showsOwnProgram();
  await figure.drawing.press('End');
}

/** The break as the text form gives it, in bytes above its start. */
async function breakOf(figure: Figure): Promise<number> {
  return Number.parseInt(await figure.root.locator('.state dd').first().textContent() ?? '', 16) - 0x555555559000;
}

test.describe('program break', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`the first malloc(1) moves the break by 132 KiB: 33 pages, and the second time as many, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'program-break');
      await expect(cells(figure)).toHaveCount(72);
      expect(await solidAmong(cells(figure))).toBe(33);
      await expect(mapped(figure)).toHaveText('132 KiB');
      expect(await breakOf(figure)).toBe(135_168);
      await expect(figure.sentence).toHaveText(locale === 'zh' ? /555555559000，即原来的 break。下一步，程序要 132 KiB/ : /555555559000, the old break\. Next, the program asks for 132 KiB/);
      await figure.drawing.press('End');
      expect(await solidAmong(cells(figure))).toBe(66);
      await expect(mapped(figure)).toHaveText('264 KiB');
    });
  }

  test('one byte is a whole page, half of it unused but mapped', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    await run(figure, 'sbrk 1');
    expect(await breakOf(figure)).toBe(1);
    await expect(mapped(figure)).toHaveText('4 KiB');
    expect(await solidAmong(cells(figure))).toBe(1);
    await run(figure, 'sbrk 4096\nsbrk 1');
    await expect(mapped(figure)).toHaveText('8 KiB');
  });

  test('stands after each call where Linux stood, as the recording says', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    // oracle/recordings/sbrk.json: what is asked for, the break after it, and KiB mapped.
    const calls = [[1, 1, 4], [16, 17, 4], [0, 17, 4], [40, 57, 4], [4096, 4153, 8], [4095, 8248, 12], [1, 8249, 12], [-1, 8248, 12], [8192, 16440, 20], [-4096, 12344, 16], [100, 12444, 16], [135168, 147612, 148], [-135168, 12444, 16], [24, 12468, 16]] as const;
    for (let upTo = 1; upTo <= calls.length; upTo += 3) {
      const [, at, kib] = calls[upTo - 1]!;
      await run(figure, calls.slice(0, upTo).map(([size]) => `sbrk ${size}`).join('\n'));
      expect(await breakOf(figure)).toBe(at);
      await expect(mapped(figure)).toHaveText(`${kib} KiB`);
      expect(await solidAmong(cells(figure))).toBe(Math.ceil(at / 4096));
    }
  });

  test('the kernel refuses 128 TiB and leaves the break; asked below its start, it stays too', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    await run(figure, 'sbrk 8192\nsbrk 140737488355328');
    await expect(figure.sentence).toHaveText(/no memory/);
    expect(await breakOf(figure)).toBe(8192);
    await run(figure, 'sbrk 8192\nsbrk -2000000000');
    expect(await breakOf(figure)).toBe(8192);
  });

  test('pages lie in rows, rising by addresses, and only those below the break are filled', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    const boxes = await boxesOf(cells(figure));
    expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(3);
    for (const [i, box] of boxes.entries()) expect(box.width * box.height, `page ${i}`).toBeGreaterThan(100);
    expect(boxes[24]!.y).toBeGreaterThan(boxes[23]!.y);
    expect(boxes[1]!.x).toBeGreaterThan(boxes[0]!.x + boxes[0]!.width);
    expect(await shapeOf(cells(figure).nth(32))).toMatch(/^solid/);
    expect(await shapeOf(cells(figure).nth(33))).toMatch(/^hollow/);
    await expect(figure.drawing.locator('[data-key="555555559000"]')).toHaveCount(1);
  });

  for (const [locale, mistake] of [['en', /^Line 2, column 1: “malloc 5” is not understood/], ['zh', /^第 2 行第 1 列：看不懂“malloc 5”/]] as const) {
    test(`names the line of a call it does not know, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'program-break');
      await figure.tryProgram('sbrk 1\nmalloc 5');
      await expect(figure.trouble).toHaveText(mistake);
      expect(await breakOf(figure)).toBe(135_168);
    });
  }
});
