import { locales } from '../../src/i18n/locales.ts';
import { expect, test } from '../book.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const events = (figure: Figure) => figure.drawing.locator('.event text');
const memory = (figure: Figure) => figure.drawing.locator('.plot-of .figures');
const chunks = (figure: Figure, meaning: string) => figure.drawing.locator(`[data-meaning="${meaning}"]`);

/** oracle/recordings/give-back.json, go1.27.4: 400 MiB in memory, the forced collection seen in look 121, then 54 MiB. */
test.describe('scavenger clock', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`untouched it shows 400 MiB for 120 s and then the fall, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'scavenger-clock');
      await expect(events(figure)).toHaveText(locale === 'zh' ? ['回收', '强制回收，120 秒'] : ['GC', 'forced GC, 120 s']);
      await expect(memory(figure)).toHaveText(locale === 'zh' ? '150 秒 · 54 MiB' : '150 s · 54 MiB');
      const [first, forced] = [await boxOf(figure.drawing.locator('.event line').first()), await boxOf(figure.drawing.locator('.event line').last())];
      const area = await boxOf(figure.drawing.locator('.plot-of .area'));
      expect((forced.x - first.x) / area.width, 'two minutes of two and a half').toBeCloseTo(120 / 150, 1);
    });
  }

  // 13 chunks of 4 MiB hold the 50 MiB that are left, the last of them in part; 88 are free, and wait.
  test('what the first collection frees waits in every chunk above the live ones until the forced one', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'scavenger-clock', '?demo=scavenger-clock&at=3.0');
    await expect(chunks(figure, 'live')).toHaveCount(13);
    await expect(chunks(figure, 'cached')).toHaveCount(89);
    await figure.act('step').click();
    await expect(events(figure)).toHaveText(['GC', 'forced GC, 120 s']);
    await expect(chunks(figure, 'cached')).toHaveCount(0);
    await expect(chunks(figure, 'free')).toHaveCount(89);
  });

  test('a second collection lets memory go at once, with Go 1.20 the first one does, and the recordings agree', async ({ page }) => {
    for (const [preset, agree] of [['twice', /^6 of 6 answers equal\./], ['before', /^4 of 4 answers equal\./]] as const) {
      const figure = await Figure.open(page, 'en', 'scavenger-clock', `?demo=scavenger-clock&preset=${preset}`);
      await expect(figure.sentence).toContainText('memory went back at once');
      await figure.unfold('more');
      await figure.act('check').click();
      await expect(figure.root.locator('.check [role="status"]')).toHaveText(agree);
    }
  });
});
