import type { Page } from '@playwright/test';
import { differenceCiede2000 } from 'culori';
import { demos } from '../src/demos/index.ts';
import { expect, test } from './book.ts';

/** A mark of a legend as it was painted: so many dots, each its red, green and blue from 0 to 255. */
interface Painted { readonly figure: string; readonly meaning: string; readonly dots: readonly (readonly number[])[] }

const ids = Object.keys(demos);

/** Puts the legends of all figures onto the page of one, marks and words: so one picture shows them all. */
const gatherLegends = (page: Page) => page.evaluate((figures) => Promise.all(figures.map(async (id) => {
  const legend = new DOMParser().parseFromString(await (await fetch(`../${id}/`)).text(), 'text/html').querySelector('.legend:not(.drawing *)');
  const here = document.body.appendChild(document.createElement('div'));
  here.dataset['legend'] = id;
  here.style.cssText = 'display: flex; gap: 4px; margin: 4px';
  for (const mark of legend?.querySelectorAll('li') ?? []) {
    const drawn = document.adoptNode(mark.querySelector('svg')!);
    drawn.dataset['meaning'] = mark.textContent.trim();
    here.append(drawn);
  }
})), ids);

/** What is on the screen where each mark lies. The picture is taken apart in the page, which can read PNG. */
async function painted(page: Page): Promise<readonly Painted[]> {
  const picture = (await page.screenshot({ fullPage: true })).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
    canvas.drawImage(image, 0, 0);
    return [...document.querySelectorAll<SVGElement>('[data-legend] svg')].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const { data } = canvas.getImageData(Math.round(left + scrollX), Math.round(top + scrollY), Math.round(width), Math.round(height));
      const dots = Array.from({ length: data.length / 4 }, (_, dot) => [...data.slice(4 * dot, 4 * dot + 3)]);
      return { figure: mark.closest<HTMLElement>('[data-legend]')!.dataset['legend']!, meaning: mark.dataset['meaning']!, dots };
    });
  }, picture);
}

const difference = differenceCiede2000();
const colour = ([red = 0, green = 0, blue = 0]: readonly number[]) => ({ mode: 'rgb' as const, r: red / 255, g: green / 255, b: blue / 255 });

/** How many dots of two marks differ so much that it is plainly seen: CIEDE2000 of 10, four times what can just be noticed on a large patch. */
const differing = (one: Painted, other: Painted): number => one.dots.filter((dot, i) => difference(colour(dot), colour(other.dots[i]!)) >= 10).length;

const pairs = (marks: readonly Painted[]): readonly (readonly [Painted, Painted])[] => marks.flatMap((one, i) => marks.slice(i + 1).map((other) => [one, other] as const));

for (const theme of ['light', 'dark'] as const) {
  test(`a reader without red and green sees each mark of a legend differ from the others, as the screen paints them, ${theme}`, { tag: '@desktop' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('en/embed/bump/');
    await gatherLegends(page);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Emulation.setEmulatedVisionDeficiency', { type: 'deuteranopia' });
    const marks = await painted(page);
    await browser.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
    await browser.detach();
    expect(new Set(marks.map(({ figure }) => figure)).size).toBeGreaterThan(30);
    const legends = ids.flatMap((id) => pairs(marks.filter(({ figure }) => figure === id)));
    // A tenth of a mark of 22 by 12.
    expect(legends.filter(([one, other]) => differing(one, other) < 26).map(([one, other]) => `${one.figure}: ${one.meaning}, ${other.meaning}`)).toEqual([]);
  });
}
