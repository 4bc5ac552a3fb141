import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf, wordsBeyond } from '../drawing.ts';
import { Figure } from '../figure.ts';

const notes = (figure: Figure) => figure.drawing.locator('.note');
const series = (figure: Figure, key: string) => figure.drawing.locator(`.series[data-key="${key}"]`);
const slider = (figure: Figure, name: string) => figure.root.locator(`[data-control="${name}"]`);
/** The MiB a note speaks of. */
const mebibytes = async (figure: Figure, note: number): Promise<number> => Number(/(\d+) MiB/.exec((await notes(figure).nth(note).textContent())!)![1]);

/** 200 MiB alive, GOGC=100: the heap may become twice that, and 32 MiB lie beside it. */
test.describe('pacer cockpit', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`untouched it shows a heap between live and twice live, below its container, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'pacer-cockpit');
      await expect(notes(figure).first()).toHaveText('GOGC=100 GOMEMLIMIT=off');
      expect(await mebibytes(figure, 2)).toBeGreaterThanOrEqual(2 * 200 + 32);
      expect(await mebibytes(figure, 2)).toBeLessThan(1.1 * (2 * 200 + 32));
      expect(await mebibytes(figure, 3)).toBe(640 - await mebibytes(figure, 2));
      const [heap, container] = [await boxOf(series(figure, 'heap')), await boxOf(series(figure, 'container'))];
      expect(heap.y, 'the container’s line lies above the heap').toBeGreaterThan(container.y);
    });
  }

  test('half of GOGC makes half the room, from where the reader stands', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit', '?demo=pacer-cockpit&o.gogc=50');
    await expect(notes(figure).first()).toHaveText('GOGC=50 GOMEMLIMIT=off');
    const half = await mebibytes(figure, 2);
    expect(half).toBeGreaterThanOrEqual(1.5 * 200 + 32);
    expect(half).toBeLessThan(1.1 * (1.5 * 200 + 32));
    await slider(figure, 'gogc').focus();
    await page.keyboard.press('ArrowRight');
    await expect(notes(figure).first()).toHaveText('GOGC=60 GOMEMLIMIT=off');
    expect(await mebibytes(figure, 2)).toBeGreaterThan(half);
    await expect(slider(figure, 'preset').locator('option:checked')).toHaveText('a steady service, with your settings');
    await slider(figure, 'preset').selectOption('steady');
    await expect(notes(figure).first(), 'the example again, with what it sets').toHaveText('GOGC=100 GOMEMLIMIT=off');
  });

  test('a limit draws its line, the heap stays below it, and off takes it away', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit', '?demo=pacer-cockpit&o.limit=320');
    await expect(series(figure, 'limit')).toHaveCount(1);
    const [limit, heap] = [await boxOf(series(figure, 'limit')), await boxOf(series(figure, 'heap'))];
    expect(heap.y).toBeGreaterThan(limit.y);
    await slider(figure, 'limit').focus();
    await page.keyboard.press('End');
    await expect(notes(figure).first()).toHaveText('GOGC=100 GOMEMLIMIT=off');
    await expect(series(figure, 'limit')).toHaveCount(0);
  });

  test('the same burst of 100 MiB costs 100 MiB more when it comes a little earlier', async ({ page }) => {
    const missed = await Figure.open(page, 'en', 'pacer-cockpit', '?demo=pacer-cockpit&preset=missed');
    const low = await mebibytes(missed, 2);
    const marked = await Figure.open(page, 'en', 'pacer-cockpit', '?demo=pacer-cockpit&preset=marked');
    expect(await mebibytes(marked, 2) - low, 'the goal was set while the burst was alive').toBeGreaterThan(100);
  });

  for (const [locale, stretch, whole, soFar] of [
    ['en', /In these 12 s, \d+ collections took 5[0-9](\.\d)?% of the CPU/, /^in the whole run: GC 4\d(\.\d)?% of CPU,$/, /^up to here: GC/],
    ['zh', /这 12 秒里，\d+ 次 GC .* 5[0-9](\.\d)?% 的 CPU/, /^整个运行：GC 占 CPU 4\d(\.\d)?%，$/, /^到此为止：GC/],
  ] as const) {
    // Four quiet seconds, then twelve in which the collector has half of the CPU: not much less of all sixteen.
    test(`in a death spiral what is said of the last stretch and what is drawn of the whole run are told apart, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'pacer-cockpit', '?demo=pacer-cockpit&preset=spiral');
      await expect(figure.sentence).toContainText(stretch);
      await expect(notes(figure).nth(1)).toHaveText(whole);
      await figure.act('back').click();
      await expect(notes(figure).nth(1)).toHaveText(soFar);
    });
  }

  test('a container too small kills, and says so', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit');
    await figure.startProgram('container 300 MiB\nkeep 200 MiB\nrun 10 s');
    await figure.scrub(100);
    await expect(notes(figure).nth(3)).toHaveText('killed: the container is full');
  });

  test('on the narrowest phone all words stay within it, and it ends with what is not modelled', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [locale, last] of [['en', 'processes, the scavenger’s delay.'], ['zh', '睡眠、别的进程，还有 scavenger 的延迟。']] as const) {
      const figure = await Figure.open(page, locale, 'pacer-cockpit');
      await expect(figure.drawing.locator('.rule').last()).toHaveText(last);
      const presets = await slider(figure, 'preset').locator('option').evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
      for (const preset of presets) {
        await slider(figure, 'preset').selectOption(preset);
        expect(await wordsBeyond(figure.drawing), `${locale}, ${preset}`).toEqual([]);
      }
    }
  });

  test('the guide’s static model lies as a ghost above a steady heap: twice what is alive and what lies beside it', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit');
    await expect(figure.drawing.locator('[data-name="guide"]')).toHaveText('Go GC guide');
    const [guide, container, plot] = [await boxOf(series(figure, 'guide')), await boxOf(series(figure, 'container')), await boxOf(figure.drawing.locator('rect.touch'))];
    const bottom = plot.y + plot.height;
    expect((640 * (bottom - guide.y)) / (bottom - container.y), 'MiB').toBeCloseTo(2 * 200 + 32, 0);
  });

  for (const [locale, right, off] of [['en', 'Right.', 'Off by a factor of 1.2.'], ['zh', '猜对了。', '差了 1.2 倍。']] as const) {
    test(`the chapter asks how high RSS goes, and either of the two heights is right, in ${locale}`, { tag: '@desktop' }, async ({ page }) => {
      for (const [guess, judged] of [['300', right], ['440', right], ['360', off]] as const) {
        await page.goto(`${locale}/3-2-go-gc/`);
        await page.evaluate(() => localStorage.clear());
        await page.reload();
        const predict = page.locator('.predict').first();
        await predict.getByRole('textbox').fill(guess);
        await predict.getByRole('textbox').press('Enter');
        await expect(predict.locator('.verdict')).toContainText(judged);
      }
    });
  }
});
