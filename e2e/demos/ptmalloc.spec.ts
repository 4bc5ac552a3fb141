import { expect, test } from '../book.ts';
import { boxesOf, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const boxes = (figure: Figure, list: string) => figure.drawing.locator(`.link[data-key^="${list}/"] .box`);
const note = (figure: Figure, list: string) => figure.drawing.locator(`[data-list="${list}"] .rule`).first();
const chunk = (figure: Figure, addr: number) => figure.drawing.locator(`[data-key="heap/${addr}"]`);

/** Opens an example and goes to its end, or stays at its still. */
async function open(figure: Figure, preset: string): Promise<void> {
  await figure.root.locator('[data-control="preset"]').selectOption(preset);
}

test.describe('ptmalloc inside', { tag: '@desktop' }, () => {
  // Chunks of 32 bytes from 290, 16 bytes before the addresses in oracle/recordings/malloc/ptmalloc.json.
  test('keeps seven of nine freed chunks in the cache, last in first, and two in the fast bin', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    await expect(boxes(figure, 'tcache')).toHaveText(['350', '330', '310', '2f0', '2d0', '2b0', '290']);
    await expect(boxes(figure, 'fastbin')).toHaveText(['390', '370']);
    await expect(note(figure, 'tcache')).toHaveText('32: 7 of 7');
    await expect(note(figure, 'fastbin')).toHaveText('32: 2');
    for (const list of ['unsorted', 'small', 'large']) await expect(boxes(figure, list), list).toHaveCount(0);
    await expect(figure.drawing.locator('[data-list="tcache"] .next')).toHaveText('next');
    const [head, second] = await boxesOf(figure.drawing.locator('.link[data-key^="tcache/"] .cell'));
    expect(second!.x).toBeGreaterThan(head!.x + head!.width);
  });

  test('draws a cached chunk unlike a live one and unlike a free one', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    const cached = await shapeOf(chunk(figure, 0x290).locator('.cell'));
    await open(figure, 'split');
    const [live, free] = [await shapeOf(chunk(figure, 0x880).locator('.asked')), await shapeOf(chunk(figure, 0x300).locator('.cell'))];
    expect(new Set([cached, live, free]).size).toBe(3);
  });

  for (const [locale, taken, stashed] of [
    ['en', /^_int_malloc: the cache had none\. The fast bin of 32 bytes gives its head, 390\./, /^_int_malloc, while it is here, moves 370 of the same size into the cache: 1 there\./],
    ['zh', /^_int_malloc：缓存里没有，32 字节的 fast bin 交出表头 390。/, /^_int_malloc 顺手把同样大小的 370 也搬进缓存，现在有 1 块。/],
  ] as const) {
    test(`the eighth request empties the fast bin: one for the program, one for the cache, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'ptmalloc');
      await figure.unfold('more');
      await figure.act('kind').selectOption('fastbin-take');
      await figure.act('next').click();
      await expect(figure.sentence).toHaveText(taken);
      await expect(boxes(figure, 'fastbin')).toHaveText(['370']);
      await figure.act('step').click();
      await expect(figure.sentence).toHaveText(stashed);
      await expect(boxes(figure, 'tcache')).toHaveText(['370']);
      await expect(boxes(figure, 'fastbin')).toHaveCount(0);
    });
  }

  test('a small request is cut from the large chunk that was freed, and the rest is remembered', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    await open(figure, 'split');
    await expect(figure.sentence).toHaveText('_int_malloc keeps the low 112 bytes of the chunk at 290; 1,408 remain, and are noted as last_remainder: the next small request is cut from there too.');
    await expect(boxes(figure, 'unsorted')).toHaveText(['300']);
    await expect(figure.drawing.locator('[data-pointer="last_remainder"]')).toHaveCount(1);
    await figure.drawing.press('End');
    await expect(boxes(figure, 'large')).toHaveText(['440']);
    await expect(boxes(figure, 'tcache')).toHaveText(['300', '290']);
  });

  test('a large request merges the three chunks of the fast bin into one of 144 bytes', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    await open(figure, 'consolidate');
    await expect(figure.sentence).toHaveText(/^malloc_consolidate puts 3e0, now 144 bytes, at the head of the unsorted bin/);
    await expect(boxes(figure, 'unsorted')).toHaveText(['3e0']);
    await expect(boxes(figure, 'fastbin')).toHaveCount(0);
    await expect(boxes(figure, 'tcache'), 'the cache is not merged').toHaveCount(7);
    await figure.drawing.press('End');
    await expect(figure.sentence).toHaveText(/^n lies at 3f0;/);
  });

  test('a freed mapping of 200 KiB moves the threshold, and the next request comes from the heap', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    await open(figure, 'thresholds');
    await expect(figure.sentence).toHaveText(/^munmap_chunk gives the mapping of 204 KiB back to the kernel\..*only requests of 204 KiB and more are mapped\./);
    await expect(note(figure, 'mmap')).toHaveText('≥ 204 KiB');
    await expect(note(figure, 'top'), 'twice as much').toHaveText('≥ 408 KiB');
    await figure.unfold('more');
    await figure.act('kind').selectOption('trim');
    await figure.act('next').click();
    await expect(figure.sentence).toHaveText(/^systrim: .* The break moves down by 400 KiB/);
    await expect(figure.drawing.locator('.lane .figures')).toHaveText('132 KiB');
  });

  for (const [preset, calls] of [['seven', 27], ['split', 10], ['consolidate', 23], ['thresholds', 9]] as const) {
    test(`answers every call of “${preset}” as glibc did, and leaves the break where it stood`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', 'ptmalloc');
      await open(figure, preset);
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(new RegExp(`^${calls} of ${calls} answers equal\\.`));
    });
  }

  test('runs a program of the reader’s own, and names the line of a mistake', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'ptmalloc');
    await figure.tryProgram('a = malloc 2000\nb = malloc 24\nfree a');
    await figure.showsOwnProgram();
    await figure.drawing.press('End');
    await expect(boxes(figure, 'unsorted')).toHaveText(['290']);
    await figure.tryProgram('a = malloc 24\nfree b');
    await expect(figure.trouble).toHaveText(/^Line 2, column 6/);
  });
});
