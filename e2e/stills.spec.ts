import type { Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import { expect, test } from './book.ts';

/** One shape or word of a drawing: what it is and where, how it is painted, what it says. */
interface Drawn { readonly shape: string; readonly paint: string; readonly words: string }

// What is drawn, not its pixels: those differ from machine to machine with fonts and browsers. Where a still is meant to look
// different, `npm run e2e -- stills --update-snapshots` accepts it, and the difference of the files says what changed.
for (const id of Object.keys(demos) as DemoId[]) {
  test(`the still of ${id} is drawn as before, in both languages`, { tag: '@desktop' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`zh/embed/${id}/`);
    const zh = await drawnIn(page);
    await page.goto(`en/embed/${id}/`);
    const en = await drawnIn(page);
    expect([...en.map(line), '# zh', ...other(zh, en), ''].join('\n')).toMatchSnapshot(`${id}.txt`);
  });
}

const line = ({ shape, paint, words }: Drawn): string => `${shape} · ${paint}${words && ` · ${words}`}`;

/** What is drawn otherwise in the other language, each with its place in the order of drawing. */
const other = (zh: readonly Drawn[], en: readonly Drawn[]): readonly string[] =>
  zh.flatMap((each, i) => (en[i] !== undefined && line(en[i]) === line(each) ? [] : [`${i}: ${line(each)}`])).concat(`${zh.length} of ${en.length}`);

function drawnIn(page: Page): Promise<readonly Drawn[]> {
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
