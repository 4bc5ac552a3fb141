import type { Page } from '@playwright/test';
import { toNextStop } from '../src/demos/stops.ts';
import { demos } from '../src/demos/index.ts';
import { expect, testOnFreshPage as test } from './book.ts';
import { Figure, modelOf, shownBy, type Model, type Shown } from './figure.ts';
import { translates } from './translating.ts';

const capitals = ({ sentence, facts, ...shown }: Shown): Shown => ({ ...shown, sentence: sentence.toUpperCase(), facts: facts.map((each) => each.toUpperCase()) });

/** All that a model shows from where it stands to its end. */
function shownToTheEnd(model: Model): readonly Shown[] {
  const all = [shownBy(model)];
  while (toNextStop(model.run, model.demo.quiet)) all.push(shownBy(model));
  return all;
}

test('a figure that a browser translates says at each step what its engine does, and nothing twice', { tag: '@desktop' }, async ({ page }) => {
  await page.clock.install();
  const figure = new Figure(page, 'hide-white');
  await page.goto('en/figures/hide-white/');
  await translates(page);
  await figure.wake();
  await figure.unfold('more');
  await figure.root.locator('[data-control="preset"]').selectOption('dijkstra');
  await figure.act('reset').click();
  const there = shownToTheEnd(await modelOf('hide-white', 'en', 'dijkstra')).map(capitals);
  expect(await figure.shows('step', there.length - 1)).toEqual(there);
  expect(await figure.shows('back', there.length - 1)).toEqual(there.toReversed());
  await expect(figure.root.locator('[data-move^="gc:"]').first(), 'a move is code').toHaveText(/^gc: /);
  await figure.act('play').click();
  await expect(figure.act('play')).toHaveText('PAUSE');
  await page.clock.runFor(1000 * there.length);
  await expect(figure.act('play')).toHaveText('PLAY');
  expect(await figure.shows('step', 0)).toEqual(there.slice(-1));
});

/** Puts the stills of all figures onto the page of one: so they are seen by one eye, at the price of one page. */
const gather = (page: Page) => page.evaluate((ids) => Promise.all(ids.map(async (id) => {
  const still = new DOMParser().parseFromString(await (await fetch(`../${id}/`)).text(), 'text/html').querySelector('.drawing')!;
  still.id = `still-${id}`;
  document.body.append(document.adoptNode(still));
})), Object.keys(demos));

/** What of the stills is painted in a colour the reader did not choose, or not painted at all. */
const wronglyPainted = (page: Page): Promise<readonly string[]> => page.locator('[id^="still-"]').evaluateAll((stills) => {
  const probe = document.body.appendChild(document.createElement('i'));
  const paintOf = (colour: string): string => {
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    return getComputedStyle(probe).color;
  };
  const chosen = new Set(['CanvasText', 'GrayText', 'LinkText', 'Highlight', 'HighlightText'].map(paintOf));
  const unseen = new Set(['none', paintOf('transparent'), paintOf('Canvas')]);
  const meantUnseen = '.touch, .m-none, :is(clipPath, pattern) *';
  return stills.flatMap((still) => [...still.querySelectorAll('rect, line, path, circle, polygon, polyline, text')].filter((each) => !each.matches(meantUnseen)).flatMap((each) => {
    const { fill, stroke } = getComputedStyle(each);
    const paints = (each.tagName === 'line' ? [stroke] : [fill, stroke]).filter((paint) => !unseen.has(paint));
    // A pattern is drawn in tokens too, and a mix is one of two of them.
    const foreign = paints.filter((paint) => !chosen.has(paint) && !/^(url|color)\(/.test(paint));
    // A word in the colour of the ground stands on a mark.
    return (paints.length === 0 && each.tagName !== 'text') || foreign.length > 0 ? [`${still.id}: <${each.tagName} class="${each.getAttribute('class') ?? ''}"> fill ${fill}, stroke ${stroke}`] : [];
  }));
});

test('in forced colours each still is painted in the reader’s, and all of it can be seen', { tag: '@desktop' }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('en/embed/bump/');
  await gather(page);
  await expect(page.locator('[id^="still-"]')).toHaveCount(Object.keys(demos).length);
  expect(await wronglyPainted(page)).toEqual([]);
});
