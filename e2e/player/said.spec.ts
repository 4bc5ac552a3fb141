import { locales } from '../../src/i18n/locales.ts';
import { expect, testOnFreshPage as test } from '../book.ts';
import { Figure } from '../figure.ts';
import { listen } from '../hearing.ts';

test.describe('what a screen reader hears', { tag: '@desktop' }, () => {
  for (const locale of locales) {
    test(`each step once, and nothing beside it, in ${locale}`, async ({ page }) => {
      const figure = await Figure.openAsTimeStands(page, locale, 'touch-a-page');
      await figure.act('reset').click();
      await page.clock.runFor(2000);
      const heard = await listen(page);
      const shown: string[] = [];
      for (let step = 0; step < 3; step++) {
        await figure.act('step').click();
        shown.push(await figure.sentence.textContent() ?? '');
        await page.clock.runFor(2000);
      }
      expect(new Set(shown).size).toBe(3);
      expect(await heard()).toEqual(shown);
    });
  }

  test('nothing while the scrubber is dragged, the last sentence once it rests', async ({ page }) => {
    const figure = await Figure.openAsTimeStands(page, 'en', 'two-maps');
    await figure.scrub(1);
    const heard = await listen(page);
    for (let stop = 2; stop < 30; stop++) {
      await page.clock.runFor(30);
      await figure.scrub(stop);
    }
    expect(await heard()).toEqual([]);
    await page.clock.runFor(2000);
    expect(await heard()).toEqual([await figure.sentence.textContent()]);
  });

  test('fast play in sum, not every moment of it', async ({ page }) => {
    const figure = await Figure.openAsTimeStands(page, 'en', 'two-maps');
    await figure.act('speed').selectOption('8');
    const heard = await listen(page);
    await figure.act('play').click();
    await page.clock.runFor(60_000);
    await expect(figure.act('step')).toBeDisabled();
    const said = await heard();
    expect(said.length).toBeLessThan(3);
    expect(said.at(-1)).toBe(await figure.sentence.textContent());
  });

  test('the scrubber tells where it stands by itself, and its name does not change', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    const scrubber = figure.root.getByRole('slider', { name: 'Position', exact: true });
    await figure.scrub(3);
    await expect(scrubber).toHaveAttribute('aria-valuetext', '3 of 12');
    await figure.act('step').click();
    await expect(scrubber).toHaveValue('4');
  });
});
