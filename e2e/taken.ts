import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Figure } from './figure.ts';

/** The file that one of a figure's buttons hands over. */
export async function takenAs(figure: Figure, act: 'svg' | 'png' | 'json'): Promise<Buffer> {
  const [download] = await Promise.all([figure.page.waitForEvent('download'), figure.root.locator(`[data-act="${act}"]`).click()]);
  return readFileSync(await download.path());
}

/** Words of a drawing, and their colour. */
export interface Word { readonly words: string; readonly ink: string }

/** The words a reader sees in a figure's drawing. Grips and buttons are not taken along. */
export const wordsSeen = (figure: Figure): Promise<readonly Word[]> => figure.drawing.locator('svg.view').first().evaluate((drawing) => [...drawing.querySelectorAll('text')]
  .filter((text) => text.closest('.grips, [role="button"][data-line]') === null && text.checkVisibility({ visibilityProperty: true }))
  .map((text) => ({ words: text.textContent ?? '', ink: getComputedStyle(text).fill.replace(/color\(srgb (\S+) (\S+) (\S+)\)/, (_, ...channels: string[]) => `rgb(${channels.slice(0, 3).map((share) => Math.round(255 * Number(share))).join(', ')})`) })));

/** What a drawing is on its own. */
export interface Alone {
  readonly words: readonly Word[];
  /** What its marks ask for that is not in it. */
  readonly lookedUp: readonly string[];
  /** Marks that run out of it. A pixel is what rounding may cost. */
  readonly cut: readonly string[];
}

/** Draws a file on a page that has nothing else. */
export async function drawnAlone(page: Page, svg: string): Promise<Alone> {
  await page.setContent(svg);
  return page.locator('svg').first().evaluate((root): Alone => {
    const marks = [...root.querySelectorAll('*')];
    const values = marks.flatMap((mark) => [...mark.attributes].map(({ value }) => value));
    const drawn = marks.filter((mark) => mark.matches('text, rect, circle, path, line') && mark.closest('defs, pattern, marker, [overflow="hidden"]') === null);
    const { left, top, right, bottom } = root.getBoundingClientRect();
    return {
      words: [...root.querySelectorAll('text')].map((text) => ({ words: text.textContent ?? '', ink: getComputedStyle(text).fill })),
      lookedUp: values.filter((value) => /var\(|light-dark|currentcolor|env\(/i.test(value) || root.querySelector(`[id="${/url\(#(.+?)\)/.exec(value)?.[1] ?? ''}"]`) === null && value.includes('url(')),
      cut: drawn.filter((mark) => {
        const box = mark.getBoundingClientRect();
        return box.width > 0 && (box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1);
      }).map((mark) => mark.outerHTML.slice(0, 200)),
    };
  });
}
