import type { Locator } from '@playwright/test';
import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, brightness, inkIn, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const mapping = (figure: Figure, key: string): Locator => figure.drawing.locator(`.mapping[data-key="${key}"]`);
const outline = (mark: Locator): Locator => mark.locator('rect:not(.touch, .m-resident)');
const choose = (figure: Figure, example: string) => figure.root.locator('[data-control="preset"]').selectOption(example);

/** The Go process of 2022 as pmap -X printed it: address, KiB, and KiB resident. */
const agent = [
  ['400000', 6724, 2272], ['a91000', 7176, 2644], ['1193000', 488, 180], ['120d000', 272, 108], ['c000000000', 81_920, 4252], ['c005000000', 49_152, 0],
  ['7f7eb7d55000', 40_648, 4884], ['7f7eba507000', 263_680, 0], ['7f7eca687000', 4, 4], ['7f7eca688000', 293_564, 0], ['7f7edc537000', 4, 4], ['7f7edc538000', 36_692, 0],
  ['7f7ede90d000', 4, 4], ['7f7ede90e000', 4580, 0], ['7f7eded87000', 4, 4], ['7f7eded88000', 508, 0], ['7f7edee07000', 384, 40], ['7ffe4432c000', 132, 16], ['7ffe44353000', 8, 4], ['ffffffffff600000', 4, 0],
] as const;

/** Where a tick of the right-hand ruler stands. */
const tick = async (figure: Figure, label: string) => {
  const { x, width } = await boxOf(figure.drawing.locator('.column-head').nth(1).locator('.tick-label', { hasText: new RegExp(`^${label}$`) }));
  return x + width / 2;
};

const end = async (mark: Locator) => { const { x, width } = await boxOf(mark); return x + width; };

test.describe('two maps', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`sets sleep’s 19 mappings beside the agent’s 20, with the totals pmap printed, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'two-maps');
      await expect(figure.drawing.locator('.mapping[data-key^="0:"]')).toHaveCount(19);
      await expect(figure.drawing.locator('.mapping[data-key^="1:"]')).toHaveCount(agent.length);
      // 108,060 and 785,948 KB less the 4 of vsyscall, which is in every process alike; 688 and 14,416 KB resident.
      await expect(figure.drawing.locator('.column-head').nth(0).locator('.rule')).toHaveText(['VIRT 105.52 MiB', 'RSS 688 KiB']);
      await expect(figure.drawing.locator('.column-head').nth(1).locator('.rule')).toHaveText(['VIRT 767.52 MiB', 'RSS 14.08 MiB']);
      await expect(mapping(figure, '0:1963000').locator('.name')).toHaveText('[heap]');
    });

    test(`takes the line of 40,648 KiB apart into 12 that add up, when it is tapped, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'two-maps');
      await mapping(figure, '1:7f7eb7d55000').click();
      const parts: number[] = [];
      for (let part = 1; part <= 12; part++) {
        await expect(figure.sentence).toHaveText(locale === 'zh' ? new RegExp(`7f7eb7d55000.*第 ${part} 块（共 12 块）`) : new RegExp(`7f7eb7d55000.*Part ${part} of 12`));
        const said = await figure.sentence.textContent() ?? '';
        parts.push(Number((locale === 'zh' ? /共 12 块），([\d,]+) KiB/ : /of 12, ([\d,]+) KiB/).exec(said)?.[1]?.replaceAll(',', '')));
        await figure.act('step').click();
      }
      // The arena index, two heapArenas, the chunk table; then what the runtime keeps for ever.
      expect(parts.toSorted((a, b) => b - a)).toEqual([32_768, 2116, 2116, 1408, 1024, 256, 256, 256, 256, 64, 64, 64]);
      expect(parts.reduce((sum, kib) => sum + kib)).toBe(40_648);
      await expect(figure.sentence).toContainText('7f7eba507000');
    });
  }

  test('fills each bar as far as it is resident, and no further than its outline', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'two-maps');
    for (const [address, kib, resident] of agent) {
      const mark = mapping(figure, `1:${address}`);
      const [whole, dark] = [await boxOf(outline(mark)), mark.locator('.m-resident')];
      await expect(dark, address).toHaveCount(resident > 0 ? 1 : 0);
      if (resident === 0) continue;
      const { x, width } = await boxOf(dark);
      expect(x, address).toBeCloseTo(whole.x, 0);
      if (resident === kib) expect(Math.abs(width - whole.width), address).toBeLessThan(1.5);
      else expect(width, address).toBeLessThan(whole.width - 10);
    }
  });

  test('lays every bar on one ruler of doublings', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'two-maps');
    const right = (address: string) => end(outline(mapping(figure, `1:${address}`)));
    expect(Math.abs(await right('7f7eca687000') - await tick(figure, '4K'))).toBeLessThan(1.5);
    const [four, sixtyFour, mega, sixteen, most] = await Promise.all(['4K', '64K', '1M', '16M', '256M'].map((label) => tick(figure, label)));
    for (const gap of [mega! - sixtyFour!, sixteen! - mega!, most! - sixteen!]) expect(gap).toBeCloseTo(sixtyFour! - four!, 0);
    const doubling = (most! - sixteen!) / 4;
    for (const [address, kib] of agent) expect(await right(address) - four!, address).toBeCloseTo(doubling * Math.log2(kib / 4), -0.5);
  });

  test('paints what is resident and dots what is only reserved', async ({ page }) => {
    // All of the drawing above the console, which keeps to the window's foot.
    await page.setViewportSize({ width: 1280, height: 1600 });
    const figure = await Figure.open(page, 'en', 'two-maps');
    const [reserved, prepared] = [outline(mapping(figure, '1:c005000000')), mapping(figure, '1:c000000000')];
    await reserved.scrollIntoViewIfNeeded();
    const [bar, dark] = [await boxOf(outline(prepared)), await boxOf(prepared.locator('.m-resident'))];
    const unused = { ...bar, x: dark.x + dark.width + 4, width: bar.width - dark.width - 8 };
    const inks = (await inkIn(page, [dark, unused, await boxOf(reserved)])).map((ink) => brightness(ink) < 0.4);
    expect(inks).toEqual([true, false, false]);
    expect(await shapeOf(reserved)).not.toBe(await shapeOf(outline(prepared)));
    expect(await shapeOf(reserved)).toMatch(/outline .* [1-9].*, [1-9]/);
  });

  test('a bar leads to its sentence, and only it is marked', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'two-maps');
    await mapping(figure, '1:c005000000').click();
    await expect(figure.sentence).toHaveText(/^c005000000 ---p 49,152 KiB, 0 KiB resident/);
    await expect(figure.drawing.locator('.now')).toHaveAttribute('data-key', '1:c005000000');
    await mapping(figure, '0:1963000').click();
    await expect(figure.sentence).toHaveText(/^1963000 rw-p 132 KiB, 12 KiB resident/);
    await expect(figure.drawing.locator('.now')).toHaveAttribute('data-key', '0:1963000');
  });

  test('switches between processes as recorded', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'two-maps');
    const virt = (column: number) => figure.drawing.locator('.column-head').nth(column).locator('.rule').first();
    await choose(figure, 'today');
    // VmSize in oracle/recordings/processes: go-hello-1.27 1,226,500 kB.
    await expect(virt(1)).toHaveText('VIRT 1.17 GiB');
    await expect(figure.drawing.locator('.mapping[data-key^="1:"] .name', { hasText: 'scav. index' })).not.toHaveCount(0);
    await choose(figure, 'versions');
    await expect(virt(1)).toHaveText('VIRT 1.17 GiB');
    await expect(figure.drawing.locator('.mapping[data-key^="0:"] .name', { hasText: 'scav. index' })).toHaveCount(0);
    await choose(figure, 'threads');
    // malloc in a second thread: an arena of 64 MiB, 132 KiB of it writable.
    await expect(figure.drawing.locator('.mapping[data-key^="1:"] .size', { hasText: /^65,404$/ })).toHaveCount(1);
    await figure.root.locator('[data-control="right"]').selectOption('seed-go');
    await expect(virt(1)).toHaveText('VIRT 767.52 MiB');
  });
});
