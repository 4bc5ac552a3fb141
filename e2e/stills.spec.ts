import type { Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import type { Locale } from '../src/i18n/locales.ts';
import { expect, test } from './book.ts';
import { wordsBeyond } from './drawing.ts';

/** One shape or word of a drawing: what it is and where, how it is painted, what it says. */
interface Drawn { readonly shape: string; readonly paint: string; readonly words: string }

/** Pixels: a desk's window, and the narrowest phone's. */
const [desk, narrowest] = [{ width: 1280, height: 800 }, { width: 360, height: 780 }];

const ids = Object.keys(demos) as DemoId[];
const half = Math.ceil(ids.length / 2);

// What is drawn, not its pixels: those differ from machine to machine with fonts and browsers. Where a still is meant to look
// different, `npm run e2e -- stills --update-snapshots` accepts it, and the difference of the files says what changed.
// A still is drawn as the page is built, so no script need run to see it, and one page in turn shows them all.
for (const some of [ids.slice(0, half), ids.slice(half)]) {
  test(`the stills from ${some[0]} to ${some.at(-1)} are drawn as before, in both languages and lights, and their words have room on the narrowest phone`, { tag: '@no-js' }, async ({ page }) => {
    const dark = new Map<DemoId, readonly Drawn[]>();
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const id of some) dark.set(id, await drawnIn(page, 'en', id));
    await page.emulateMedia({ colorScheme: 'light' });
    for (const id of some) {
      const zh = await drawnIn(page, 'zh', id);
      await hasRoom(page, `${id} in zh`);
      const en = await drawnIn(page, 'en', id);
      await hasRoom(page, `${id} in en`);
      expect.soft([...en.map(line), '# zh', ...other(zh, en), '# dark', ...repainted(dark.get(id)!, en), ''].join('\n')).toMatchSnapshot(`${id}.txt`);
    }
  });
}

const line = ({ shape, paint, words }: Drawn): string => `${shape} · ${paint}${words && ` · ${words}`}`;

/** What is drawn otherwise in the other language, each with its place in the order of drawing. */
const other = (zh: readonly Drawn[], en: readonly Drawn[]): readonly string[] =>
  zh.flatMap((each, i) => (en[i] !== undefined && line(en[i]) === line(each) ? [] : [`${i}: ${line(each)}`])).concat(`${zh.length} of ${en.length}`);

/** How what is painted so in the light is painted in the dark: a line for each paint there is, and one for each shape that moved. */
function repainted(dark: readonly Drawn[], light: readonly Drawn[]): readonly string[] {
  const paints = new Set(dark.map(({ paint }, i) => `${light[i]?.paint} · ${paint}`));
  const moved = dark.flatMap(({ shape, words }, i) => (light[i]?.shape === shape && light[i].words === words ? [] : [`${i}: ${shape} ${words}`]));
  return [...[...paints].sort(), ...moved];
}

async function hasRoom(page: Page, name: string): Promise<void> {
  await page.setViewportSize(narrowest);
  expect.soft(await wordsBeyond(page.locator('demo-figure .drawing')), `words beyond the drawing of ${name}`).toEqual([]);
  await page.setViewportSize(desk);
}

async function drawnIn(page: Page, locale: Locale, id: DemoId): Promise<readonly Drawn[]> {
  await page.goto(`${locale}/embed/${id}/`);
  return page.locator('demo-figure .drawing').evaluate((drawing) => {
    const places = ['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'points', 'transform'];
    const rounded = (text: string): string => text.replace(/-?\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
    return [...drawing.querySelectorAll('rect, line, path, circle, polygon, polyline, text, use')].map((each) => {
      const { fill, stroke, strokeWidth, strokeDasharray, opacity, display } = getComputedStyle(each);
      return {
        shape: [each.tagName, ...places.map((name) => each.getAttribute(name) ?? '').filter(Boolean).map(rounded)].join(' '),
        paint: [fill, stroke === 'none' ? '' : `${stroke} ${strokeWidth} ${strokeDasharray}`, opacity === '1' ? '' : opacity, display === 'none' ? 'not shown' : ''].filter(Boolean).join(', '),
        words: each.tagName === 'text' ? (each.textContent ?? '') : '',
      };
    });
  });
}
