import { drawAll } from './barriers.ts';
import { expect, pages, test } from './book.ts';
import { Figure } from './figure.ts';
import { hiddenByHead, tooSmall } from './thumb.ts';

/** A small phone, in CSS pixels. */
const small = { width: 360, height: 740 };

/** Of the pages of figures alone one: the others differ in what chapters show too. */
const kinds = pages.filter((path) => !/\/(?:figures|embed)\/./.test(path) || path.includes('/tiny-prison/'));

/** Twins have the same parts and the same styles for them: of each two one is judged, in turns. */
const inTurns = kinds.filter((each) => !each.startsWith('zh')).map((path, nth) => (nth % 2 === 0 ? path : path.replace(/^en/, 'zh')));

for (const path of inTurns) {
  test(`/${path} can be used with a thumb, and its addresses lead to what is seen`, { tag: '@phone' }, async ({ page }) => {
    await page.setViewportSize(small);
    await page.goto(path);
    await page.locator('details').evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = true; });
    expect.soft(await tooSmall(page), 'smaller than a thumb').toEqual([]);
    const head = page.locator('header.head');
    if (await head.count() === 0) return;
    expect.soft((await head.boundingBox())!.height, 'the head’s height').toBeLessThanOrEqual(56);
    await expect(page.locator('html:not([data-first])'), 'the first frames are over').toHaveCount(1);
    expect.soft(await hiddenByHead(page), 'under the head').toEqual([]);
  });
}

test('a heading and a figure that an address leads to are seen as soon as the page is there', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize(small);
  for (const path of ['en/questions/#dead-goroutines', 'zh/glossary/#mapping', 'en/1-1-process-memory/#two-maps', 'zh/2-3-go-allocator/#tiny-prison']) {
    await page.goto('about:blank');
    await page.goto(path);
    const [head, place] = [(await page.locator('header.head').boundingBox())!, page.locator(`[id="${path.split('#')[1]!}"]`)];
    await expect.poll(async () => Math.floor((await place.boundingBox())!.y), path).toBeLessThan(small.height / 2);
    expect.soft((await place.boundingBox())!.y, path).toBeGreaterThanOrEqual(head.height);
  }
});

test('what a tool shows can be used with a thumb', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize(small);
  for (const tool of ['process', 'gctrace', 'trace']) {
    await page.goto(`en/tools/${tool}/`);
    await page.locator('.paste-tool .examples button').first().click();
    await expect(page.locator('.result :is(h2, table)').first()).toBeVisible();
    await drawAll(page);
    await page.locator('details').evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = true; });
    expect.soft(await tooSmall(page), tool).toEqual([]);
  }
});

test('what comes up over a page can be used with a thumb: the search, a source', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize(small);
  await page.goto('en/1-1-process-memory/');
  await page.locator('button.mark').first().tap();
  await expect(page.locator('.note:popover-open')).toBeVisible();
  expect.soft(await tooSmall(page), 'a source').toEqual([]);
  await page.getByRole('button', { name: 'Search' }).tap();
  await page.getByRole('searchbox').fill('rss');
  await expect(page.locator('.finder li').first()).toBeVisible();
  expect.soft(await tooSmall(page), 'the search').toEqual([]);
});

test('a figure that plays can be used with a thumb', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize(small);
  for (const id of ['hide-white', 'leak-detective', 'pacer-cockpit', 'address-resolver']) {
    await Figure.open(page, 'en', id);
    await page.locator('details').evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = true; });
    expect.soft(await tooSmall(page), id).toEqual([]);
  }
});

test('a phone that is turned keeps no room a drawing no longer needs', { tag: '@phone' }, async ({ page }) => {
  const height = async (): Promise<number> => (await figure.drawing.boundingBox())!.height;
  const kept = (): Promise<void> => expect(figure.drawing).toHaveCSS('min-height', /^[1-9]/);
  const figure = await Figure.open(page, 'en', 'who-owns-rss');
  await kept();
  await figure.act('reset').tap();
  expect(await height(), 'what its last picture took').toBeGreaterThan(300);
  await page.setViewportSize({ width: 740, height: 390 });
  await expect.poll(height, 'turned').toBeLessThan(100);
  await page.setViewportSize({ width: 390, height: 844 });
  await figure.act('scrub').fill('8');
  await expect.poll(height, 'at its end').toBeGreaterThan(300);
  await figure.root.locator('[data-control="preset"]').selectOption('hold');
  await kept();
  await figure.act('reset').tap();
  expect(await height(), 'as much for an example as high').toBeGreaterThan(300);
});

test('another example takes no more room than its drawing', { tag: '@phone' }, async ({ page }) => {
  const figure = await Figure.open(page, 'en', 'goroutine-bill');
  await figure.root.locator('[data-control="preset"]').selectOption('recorded');
  await expect.poll(async () => (await figure.drawing.boundingBox())!.height, 'two bars of four').toBeLessThan(160);
});

for (const locale of ['en', 'zh'] as const) {
  test(`a thumb that taps one place steps a figure that is in sight from end to end, however its drawing and its sentence grow (${locale})`, { tag: '@phone' }, async ({ page }) => {
    for (const id of ['who-owns-rss', 'goroutine-bill', 'boundary-tags']) {
      const figure = await Figure.open(page, locale, id);
      await figure.root.evaluate((root) => { root.scrollIntoView(); });
      await expect(figure.drawing).toHaveCSS('min-height', /^[1-9]/);
      await figure.act('reset').tap();
      const { x, y, width, height } = (await figure.act('step').boundingBox())!;
      const last = Number(await figure.act('scrub').getAttribute('max'));
      for (let stop = 1; stop <= last; stop++) {
        await page.touchscreen.tap(x + width / 2, y + height / 2);
        await expect(figure.act('scrub'), id).toHaveValue(String(stop));
      }
    }
  });

  test(`the head and what is in it is as high on the pages of ${locale}`, { tag: '@desktop' }, async ({ page }) => {
    const heights = new Map<string, string>();
    for (const path of inTurns.filter((each) => each.startsWith(`${locale}/`) && !each.includes('/embed/'))) {
      await page.goto(path);
      heights.set(path, await page.locator('header.head, header.head :is(a, button, select)').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height).join(' ')));
    }
    expect([...new Set(heights.values())], JSON.stringify([...heights])).toHaveLength(1);
  });
}
