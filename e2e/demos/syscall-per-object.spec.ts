import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const pages = (figure: Figure) => figure.drawing.locator('[data-key^="each/"]');
const lane = (figure: Figure, key: string) => figure.drawing.locator(`[data-lane="${key}"]`);
const figures = (figure: Figure, key: string) => lane(figure, key).locator('.figures');

async function end(figure: Figure, example?: string): Promise<void> {
  if (example !== undefined) await figure.root.locator('[data-control="preset"]').selectOption(example);
  await figure.drawing.press('End');
}

test.describe('a syscall per object', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`eight objects of 32 bytes are eight pages, calls and faults, or one of each with a bump pointer, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'syscall-per-object');
      await expect(pages(figure)).toHaveCount(8);
      await expect(figures(figure, 'each')).toHaveText(locale === 'zh' ? '要 256 字节，占 32 KiB' : '32 KiB for 256 bytes');
      await expect(figures(figure, 'bump')).toHaveText(locale === 'zh' ? '要 256 字节，占 4 KiB' : '4 KiB for 256 bytes');
      await expect(lane(figure, 'each').locator('.rule')).toHaveText(locale === 'zh' ? '系统调用 8 次，缺页 8 次' : '8 system calls, 8 page faults');
      await expect(lane(figure, 'bump').locator('.rule')).toHaveText(locale === 'zh' ? '系统调用 1 次，缺页 1 次' : '1 system call, 1 page fault');
      await expect(figures(figure, 'lines')).toHaveText(locale === 'zh' ? '24 行，上限 65,531 行' : '24 of 65,531 lines');
    });
  }

  test('an object is drawn to scale in its page, one part of 128, and eight of them side by side behind the bump pointer', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'syscall-per-object');
    const first = figure.drawing.locator('[data-key="each/0"]');
    const whole = await boxOf(first.locator('.cell'));
    expect((await boxOf(first.locator('.asked'))).width + 1, 'a pixel parts it from what follows').toBeCloseTo((whole.width + 1) / 128, 1);
    const bumped = await boxOf(figure.drawing.locator('[data-key="bump/0"] .cell'));
    expect(bumped.width + 1).toBeCloseTo((whole.width + 1) / 16, 1);
  });

  test('freeing every second of twelve adds five lines, as measured: one page lies at the edge of a mapping', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'syscall-per-object');
    await end(figure, 'holes');
    await expect(pages(figure)).toHaveCount(6);
    await expect(figures(figure, 'lines')).toHaveText('29 of 65,531 lines');
    await expect(figures(figure, 'bump'), 'a bump pointer gives nothing back').toHaveText('4 KiB for 192 bytes');
    await figure.tryProgram('map 12\nunmap every second\nmap 6');
    await figure.showsOwnProgram();
    await end(figure);
    await expect(figures(figure, 'lines'), 'the holes are filled again').toHaveText('24 of 65,531 lines');
    await expect(pages(figure)).toHaveCount(12);
  });

  for (const [locale, mmap, munmap] of [
    ['en', '= 200,000 calls; 24 lines in the map.', '= 65,509 calls, the last one failed; 65,531 lines in the map.'],
    ['zh', '= 调用 200,000 次；映射表 24 行。', '= 调用 65,509 次，最后一次失败；映射表 65,531 行。'],
  ] as const) {
    test(`runs into the limit at the call where Linux did, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'syscall-per-object');
      await figure.root.locator('[data-control="preset"]').selectOption('limit');
      await expect(figure.sentence).toHaveText(locale === 'zh' ? /^第 65,509 次 munmap.*Cannot allocate memory/ : /^Call no\. 65,509 of munmap.*Cannot allocate memory/);
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(locale === 'zh' ? /^2 个答案，2 个相等。/ : /^2 of 2 answers equal\./);
      // oracle/recordings/maps.json: after 200,000 mmaps, and when munmap was refused.
      await expect(figure.root.locator('.check td:last-child')).toHaveText([mmap, munmap]);
    });
  }

  for (const [locale, place] of [['en', (line: number, column: number) => `Line ${line}, column ${column}`], ['zh', (line: number, column: number) => `第 ${line} 行第 ${column} 列`]] as const) {
    test(`names the line and column of a mistake and keeps the old figure, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'syscall-per-object');
      await figure.tryProgram('map 4\n  free 3');
      await expect(figure.trouble).toHaveText(new RegExp(`^${place(2, 3)}.*free`));
      await figure.tryProgram('map 4\nunmap third');
      await expect(figure.trouble).toHaveText(new RegExp(`^${place(2, 7)}.*third`));
      await figure.tryProgram('map 4\n\nunmap 4');
      await expect(figure.trouble).toHaveText(locale === 'zh' ? /^第 3 行.*没有对象 4/ : /^Line 3.*no object 4/);
      await expect(pages(figure)).toHaveCount(8);
    });
  }
});
