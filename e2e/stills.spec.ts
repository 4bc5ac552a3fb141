import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import type { Locale } from '../src/i18n/locales.ts';
import { expect, test } from './book.ts';
import { wordsBeyond, wordsOverWords } from './drawing.ts';
import { record } from './record.ts';
import { asKept, inBothLights, linesOf } from './recorded.ts';
import type { Seen } from './seen.ts';
import { spoilers } from './spoilers.ts';

/** Pixels: a desk's window; the narrowest phone's; and a frame in somebody's column, which leaves a figure as much as a window of its width does. */
const desk = { width: 1280, height: 800 };
const narrow = [{ width: 360, height: 780 }, { width: 344, height: 780 }] as const;

const ids = Object.keys(demos) as DemoId[];
const half = Math.ceil(ids.length / 2);

// What is seen, not its pixels: those differ from machine to machine with fonts and browsers. Where a still is meant to look
// different, `npm run e2e -- stills --update-snapshots` accepts it, and the difference of the files says what changed.
// A still is drawn as the page is built, so no script need run to see it, and one page in turn shows them all.
for (const some of [ids.slice(0, half), ids.slice(half)].filter(({ length }) => length > 0)) {
  test(`the stills from ${some[0]} to ${some.at(-1)} are seen as before, in both languages and lights, and their words have room on a narrow phone`, { tag: '@no-js' }, async ({ page }, info) => {
    const [en, zh] = [await lookAt(page, 'en', some), await lookAt(page, 'zh', some)];
    for (const [i, id] of some.entries()) {
      const lines = asKept(linesOf(en[i]!, zh[i]!), keptIn(info.snapshotPath(`${id}.txt`)));
      expect.soft(lines.join('\n')).toMatchSnapshot(`${id}.txt`);
    }
  });
}

test('what spoils a figure changes its record, whatever it is; other fonts do not', { tag: '@no-js' }, async ({ page }) => {
  await gather(page, 'en', ['bump']);
  const good = await record(page, 'bump');
  expect(await record(page, 'bump'), 'looked at once more').toEqual(good);
  for (const spoiler of spoilers) expect.soft(await recordWith(page, aboveAll(spoiler)), spoiler).not.toEqual(good);
  const faces = ['ui-monospace', 'system-ui', 'Source Serif 4'].map((name) => `@font-face { font-family: '${name}'; src: local('DejaVu Serif'), local('Liberation Serif'), local('Times New Roman'); size-adjust: 150% }`);
  expect(await recordWith(page, faces.join('\n')), 'in other and wider fonts').toEqual(good);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await record(page, 'bump');
  expect(await recordWith(page, aboveAll('svg.view rect:first-of-type { fill: var(--free) }')), 'a mark in another of the dark’s colours').not.toEqual(dark);
});

test('a place may be off by a tenth of a pixel, and no word or paint by a letter', { tag: '@no-js' }, () => {
  const kept = ['rect 0 38 91.8×18 · #218358', 'text 12 51 "5.4 MiB in use"', '3: line 0 1 2.1 3 · line #d13415 1.5'];
  expect(asKept(['rect 0 38 91.7×18 · #218358', 'text 12.1 51 "5.4 MiB in use"', '3: line 0 1 2 3 · line #d13415 1.5'], kept)).toEqual(kept);
  const others = ['rect 0 38 91.6×18 · #218358', 'text 12 51 "5.3 MiB in use"', '3: line 0 1 2.1 3 · line #d13415 1.4'];
  expect(asKept(others, kept)).toEqual(others);
});

/** A style that no rule of the book outweighs. */
const aboveAll = (style: string): string => style.replace(/(?<=[^\s}])\s*(?=;|\})/g, ' !important');

/** What is seen of the figure while the page has one more style. */
async function recordWith(page: Page, style: string): Promise<readonly Seen[]> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, style);
  return record(page, 'bump');
}

/** Puts the figures of several pages onto that of the first, each in an article of its own as it stood: all are seen, resized and darkened at the price of one page. */
async function gather(page: Page, locale: Locale, [first, ...others]: readonly DemoId[]): Promise<void> {
  await page.goto(`${locale}/figures/${first}/`);
  const pages = await Promise.all(others.map(async (id) => (await page.request.get(`${locale}/figures/${id}/`)).text()));
  await page.evaluate((all) => {
    for (const html of all) {
      const article = document.querySelector('main')!.appendChild(document.createElement('article'));
      article.append(document.adoptNode(new DOMParser().parseFromString(html, 'text/html').querySelector('demo-figure')!));
    }
  }, pages);
}

async function lookAt(page: Page, locale: Locale, some: readonly DemoId[]): Promise<readonly (readonly Seen[])[]> {
  const recordAll = async (colorScheme: 'light' | 'dark'): Promise<readonly (readonly Seen[])[]> => {
    await page.emulateMedia({ colorScheme });
    return Promise.all(some.map((id) => record(page, id)));
  };
  await page.setViewportSize(desk);
  await gather(page, locale, some);
  const [light, dark] = [await recordAll('light'), await recordAll('dark')];
  for (const window of narrow) {
    await page.setViewportSize(window);
    const drawings = page.locator('demo-figure .drawing');
    expect.soft(await wordsBeyond(drawings), `words that run out of a drawing, in ${locale}, ${window.width} px`).toEqual([]);
    expect.soft(await wordsOverWords(drawings), `words over words, in ${locale}, ${window.width} px`).toEqual([]);
  }
  const shapes = (records: typeof light): readonly (readonly string[])[] => records.map((each) => each.map(({ shape }) => shape));
  expect.soft(shapes(dark), 'shapes in the dark').toEqual(shapes(light));
  return light.map((each, i) => inBothLights(each, dark[i]!));
}

/** The lines of a file; none where there is no file yet. */
const keptIn = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
