import { demos } from '../src/demos/index.ts';
import { locales } from '../src/i18n/locales.ts';
import { expect, test } from './book.ts';
import { wordsBeyond } from './drawing.ts';

// The still is drawn as the page is built, so no script need run to see it.
for (const locale of locales) {
  test(`on the narrowest phone no word of a still runs past its drawing in ${locale}`, { tag: '@no-js' }, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const beyond: string[] = [];
    for (const id of Object.keys(demos)) {
      await page.goto(`${locale}/embed/${id}/`);
      beyond.push(...(await wordsBeyond(page.locator('demo-figure .drawing'))).map((words) => `${id}: ${words}`));
    }
    expect(beyond).toEqual([]);
  });
}
