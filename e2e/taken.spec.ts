import { expect, test } from './book.ts';
import { Figure } from './figure.ts';
import { drawnAlone, takenAs } from './taken.ts';
import { t } from '../src/i18n/ui.ts';

// That every figure's drawing is taken along whole is looked at in `demos.spec.ts`.
test.describe('a figure taken along', { tag: '@desktop' }, () => {
  for (const [locale, colorScheme, paper] of [['en', 'light', 'rgb(249, 249, 248)'], ['zh', 'dark', 'rgb(24, 25, 27)']] as const) {
    test(`says what it is, where it is from and what may be done with it, in ${locale}, on ${colorScheme} paper`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const figure = await Figure.open(page, locale, 'fit-arena');
      const [sentence, title, legend] = await Promise.all([figure.sentence.innerText(), figure.root.getByRole('heading', { level: 1 }).innerText(), figure.root.locator('.player > .legend li').allInnerTexts()]);
      await figure.unfold('more');
      const png = await takenAs(figure, 'png');
      const { words } = await drawnAlone(page, (await takenAs(figure, 'svg')).toString());
      const root = page.locator('svg').first();
      await expect(root.locator('> title')).toHaveText(title);
      await expect(root.locator('> desc')).toContainText(sentence);
      await expect(root.locator('> desc')).toContainText(`/${locale}/figures/fit-arena/?demo=fit-arena&at=`);
      await expect(root.locator('> desc')).toContainText('https://creativecommons.org/licenses/by/4.0/');
      await expect(root.locator('> rect')).toHaveAttribute('fill', paper);
      const foot = words.map((each) => each.words).join(' ');
      for (const each of [...legend, title, t(locale).bookTitle, 'CC BY 4.0']) expect(foot.replaceAll(' ', '')).toContain(each.replaceAll(' ', ''));
      const [wide, high] = (await root.getAttribute('viewBox'))!.split(' ').slice(2).map(Number) as [number, number];
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], 'two pixels for each of the drawing’s').toEqual([2 * wide, 2 * high]);
    });
  }
});
