import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

test.describe('one GC cycle', { tag: '@desktop' }, () => {
  // Four Ps: GOMAXPROCS=4 of the recording. Two stops: mgc.go:gcStart and gcMarkTermination.
  test('four lanes, two stops, the barrier on from the end of the first to the end of the second', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'gc-cycle');
    await expect(figure.drawing.locator('.lane .name')).toHaveText(['P0', 'P1', 'P2', 'P3']);
    const bands = figure.drawing.locator('.band-of');
    await expect(bands).toHaveCount(2);
    const [first, second, barrier] = [await boxOf(bands.nth(0)), await boxOf(bands.nth(1)), await boxOf(figure.drawing.locator('.holds rect'))];
    expect(Math.abs(barrier.x - (first.x + first.width))).toBeLessThan(3);
    expect(Math.abs(barrier.x + barrier.width - second.x)).toBeLessThan(4);
    expect(barrier.width).toBeGreaterThan(20 * first.width);
  });

  for (const [locale, words] of [['en', ['gcStart: the heap', 'the world stood']], ['zh', ['gcStart：堆有', '世界停了']]] as const) {
    test(`from event to event the cursor goes right, and what is ahead is faint, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'gc-cycle');
      await figure.act('reset').click();
      const cursor = figure.drawing.locator('.cursor-line');
      await figure.act('step').click();
      await expect(figure.sentence).toContainText(words[0]);
      const before = (await boxOf(cursor)).x;
      await expect(figure.drawing.locator('[data-kind="worker"]:not([data-ahead])')).toHaveCount(0);
      await figure.act('step').click();
      await expect(figure.sentence).toContainText(words[1]);
      expect((await boxOf(cursor)).x).toBeGreaterThan(before);
    });
  }

  // mgcpacer.go:startCycle: one P is worth a quarter of a worker, four are worth one, eight two. Each worker that keeps a P begins right after the stop.
  for (const [preset, ps, dedicated, key] of [['one', 1, 0, 'fractional'], ['four', 4, 1, 'dedicated'], ['fast', 8, 2, 'dedicated']] as const) {
    test(`simulated, ${preset}: ${ps} lanes, ${dedicated} of them given to a worker at first`, async ({ page }) => {
      const figure = await Figure.open(page, 'en', 'gc-cycle', `?demo=gc-cycle&preset=${preset}`);
      await expect(figure.drawing.locator('.lane .name')).toHaveText(Array.from({ length: ps }, (_, p) => `P${p}`));
      await expect(figure.drawing.locator('.kinds')).toContainText(key);
      await figure.act('reset').click();
      await figure.act('step').click();
      await expect(figure.sentence).toContainText('gcStart: the heap');
      const titles = await figure.drawing.locator('[data-kind="worker"] title').allTextContents();
      expect(titles.some((title) => title.includes('a dedicated worker'))).toBe(dedicated > 0);
      expect(titles.some((title) => title.includes('a fractional worker'))).toBe(dedicated === 0);
      expect(await figure.drawing.locator('[data-kind="assist"]').count()).toBeGreaterThan(0);
    });
  }

  // mgcpacer.go: heapMinimum is 4 MiB; the first trigger is 3,997,696 bytes, 3.8 MiB.
  for (const [locale, words] of [['en', 'the heap has 3.8 MiB, its trigger is reached. The goal is 4 MiB'], ['zh', '堆有 3.8 MiB，到了触发点，目标是 4 MiB']] as const) {
    test(`the first collection of a program starts below 4 MiB, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'gc-cycle', '?demo=gc-cycle&preset=first');
      await figure.act('reset').click();
      await figure.act('step').click();
      await expect(figure.sentence).toContainText(words);
    });
  }

  test('a slider that is moved simulates what was recorded', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'gc-cycle');
    await expect(figure.root.locator('.state dd').first()).toHaveText('recorded');
    await figure.root.locator('[data-control="procs"]').fill('6');
    await expect(figure.drawing.locator('.lane .name')).toHaveCount(6);
    await expect(figure.root.locator('.state dd').first()).toHaveText('simulated');
  });

  for (const [locale, recorded, simulated] of [['en', 'as recorded', 'simulated, with your settings'], ['zh', '录下的那一次', '模拟的，按你的设定']] as const) {
    test(`a slider moved, and the list of examples no longer calls the cycle recorded, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'gc-cycle');
      const chosen = figure.root.locator('[data-control="preset"] option:checked');
      await expect(chosen).toHaveText(recorded);
      await figure.root.locator('[data-control="procs"]').press('ArrowRight');
      await expect(figure.drawing.locator('.lane .name')).toHaveCount(5);
      await expect(chosen).toHaveText(simulated);
    });
  }
});
