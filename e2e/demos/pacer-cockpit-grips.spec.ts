import type { Page } from '@playwright/test';
import { expect, test } from '../book.ts';
import { permitClipboard } from '../clipboard.ts';
import { boxOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const grip = (figure: Figure, name: string) => figure.drawing.locator(`[data-grip="${name}"]`);
const series = (figure: Figure, key: string) => figure.drawing.locator(`.series[data-key="${key}"]`);
const slider = (figure: Figure, name: string) => figure.root.locator(`[data-control="${name}"]`);
const deployed = (figure: Figure) => figure.drawing.locator('.note').first();

interface Point { readonly x: number; readonly y: number }

/** The middle of what a thumb takes hold of. */
async function middleOf(figure: Figure, name: string): Promise<Point> {
  await figure.drawing.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(grip(figure, name).locator('.touch'));
  expect(Math.min(width, height), 'room for a thumb').toBeCloseTo(44, 3);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Pixels of a MiB: the container holds 640 of them. */
async function pixelsPerMiB(figure: Figure): Promise<number> {
  const [{ y: container }, plot] = [await boxOf(series(figure, 'container')), await boxOf(figure.drawing.locator('rect.touch'))];
  return (plot.y + plot.height - container) / 640;
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** A finger that goes down, moves and is lifted, as the browser itself is told of it. Half the way it may wait. */
async function swipe(page: Page, from: Point, to: Point, halfway?: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) => browser.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  await touch('touchStart', [from]);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await touch('touchMove', [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }]);
    if (share === 0.5) await halfway?.();
  }
  await touch('touchEnd', []);
  await browser.detach();
}

/** Opens a page whose player does not come before it is let go. */
async function openAsleep(page: Page, path: string): Promise<{ figure: Figure; letGo: () => void }> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((go) => { letGo = go; });
  await page.route(/\/_astro\/player\./, async (route) => { await gone; await route.continue(); });
  await page.goto(path);
  const figure = new Figure(page, 'pacer-cockpit');
  await expect(grip(figure, 'gogc')).toBeVisible();
  return { figure, letGo };
}

const link = (options: string) => `?demo=pacer-cockpit&${options}`;

test.describe('pacer cockpit, by its grips', () => {
  test('a mouse pulls the limit’s line down, the heap follows, and above the plot it is off', { tag: '@desktop' }, async ({ page, context }) => {
    await permitClipboard(context);
    const figure = await Figure.open(page, 'en', 'pacer-cockpit', link('o.limit=512'));
    const [from, perMiB, line] = [await middleOf(figure, 'limit'), await pixelsPerMiB(figure), await boxOf(series(figure, 'limit'))];
    expect(Math.abs(from.y - line.y), 'it stands on its line').toBeLessThan(2);
    await drag(page, from, { x: from.x, y: from.y + 192 * perMiB });
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=320MiB');
    await expect(slider(figure, 'limit')).toHaveValue('320');
    await expect(grip(figure, 'limit')).toHaveAttribute('aria-valuetext', '320 MiB');
    const [limit, heap] = [await boxOf(series(figure, 'limit')), await boxOf(series(figure, 'heap'))];
    expect(Math.abs(limit.y - line.y - 192 * perMiB)).toBeLessThan(2);
    expect(heap.y, 'the heap stays below it').toBeGreaterThan(limit.y);
    await figure.unfold('more');
    await figure.act('share').click();
    await expect(figure.root.locator('.tools p:has([data-act="share"]) [role="status"]')).not.toBeEmpty();
    const shared = await page.evaluate(() => navigator.clipboard.readText());
    await drag(page, await middleOf(figure, 'limit'), { x: from.x, y: (await boxOf(figure.drawing)).y + 5 });
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=off');
    await expect(series(figure, 'limit')).toHaveCount(0);
    await page.goto('about:blank');
    await page.goto(shared);
    await figure.wake();
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=320MiB');
  });

  test('GOGC is the way up from 200 MiB marked, the allocation rate the slope at which the run begins', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit');
    const [gogc, perMiB] = [await middleOf(figure, 'gogc'), await pixelsPerMiB(figure)];
    await drag(page, gogc, { x: gogc.x, y: gogc.y + 100 * perMiB });
    // 100 MiB less of a way over some 205 MiB, roots among them.
    await expect(deployed(figure)).toHaveText('GOGC=50 GOMEMLIMIT=off');
    const rate = await middleOf(figure, 'rate');
    const plot = await boxOf(figure.drawing.locator('rect.touch'));
    // In 10 s across the plot: to where 2 s meet 400 MiB.
    await drag(page, rate, { x: plot.x + plot.width / 5, y: plot.y + plot.height - 400 * perMiB });
    await expect(slider(figure, 'rate')).toHaveValue('200');
    await expect(grip(figure, 'rate')).toHaveAttribute('aria-valuetext', '200 MiB a second');
  });

  test('keys turn them like sliders, and nothing else of the figure', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'pacer-cockpit');
    const at = await figure.root.getAttribute('data-at');
    await grip(figure, 'limit').focus();
    await page.keyboard.press('ArrowDown');
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=1056MiB');
    await page.keyboard.press('Home');
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=64MiB');
    await page.keyboard.press('PageUp');
    await expect(page.getByRole('slider', { name: 'GOMEMLIMIT', exact: true })).toHaveAttribute('aria-valuetext', '224 MiB');
    await page.keyboard.press('End');
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=off');
    await expect(grip(figure, 'limit').locator('.struck'), 'off is struck through').toHaveCount(1);
    expect(await figure.root.getAttribute('data-at')).toBe(at);
  });

  test('a drag is taken back with Escape', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit', link('o.limit=512&o.gogc=400'));
    const gogc = grip(figure, 'gogc');
    await expect(gogc.locator('[data-standing="beyond"]'), 'five times 200 MiB lie above the axis').toHaveCount(1);
    await expect(gogc.locator('.struck'), 'which is not off').toHaveCount(0);
    const from = await middleOf(figure, 'limit');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 60);
    await expect(deployed(figure)).not.toHaveText('GOGC=400 GOMEMLIMIT=512MiB');
    await page.keyboard.press('Escape');
    await page.mouse.move(from.x, from.y + 30);
    await page.mouse.up();
    await expect(deployed(figure)).toHaveText('GOGC=400 GOMEMLIMIT=512MiB');
  });

  test('a finger pulls the limit down where it lies off at the top; beside a grip it scrolls the page', { tag: '@phone' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'pacer-cockpit');
    await figure.drawing.evaluate((drawing) => drawing.scrollIntoView({ block: 'center' }));
    const stood = await page.evaluate(() => window.scrollY);
    const [from, plot] = [await middleOf(figure, 'limit'), await boxOf(figure.drawing.locator('rect.touch'))];
    expect(Math.abs(from.y - plot.y), 'off is the top of the plot').toBeLessThan(2);
    const perMiB = await pixelsPerMiB(figure);
    await swipe(page, from, { x: from.x, y: plot.y + plot.height - 320 * perMiB });
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=320MiB');
    expect(await page.evaluate(() => window.scrollY)).toBe(stood);
    const beside = { x: plot.x + plot.width / 2, y: plot.y + 0.8 * plot.height };
    await swipe(page, beside, { x: beside.x, y: beside.y - 120 });
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(stood);
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=320MiB');
  });

  test('a drag that is over before the figure wakes is done when it has', { tag: '@desktop' }, async ({ page }) => {
    const { figure, letGo } = await openAsleep(page, 'en/figures/pacer-cockpit/');
    const [gogc, perMiB] = [await middleOf(figure, 'gogc'), await pixelsPerMiB(figure)];
    await drag(page, gogc, { x: gogc.x, y: gogc.y + 100 * perMiB });
    await expect(figure.root, 'nothing of it moves yet').not.toHaveAttribute('data-live');
    letGo();
    await expect(deployed(figure)).toHaveText('GOGC=50 GOMEMLIMIT=off');
    // It was let go: the mouse alone moves nothing more.
    await page.mouse.move(gogc.x, gogc.y + 20);
    await drag(page, await middleOf(figure, 'gogc'), gogc);
    await expect(deployed(figure)).toHaveText('GOGC=100 GOMEMLIMIT=off');
  });

  test('the figure takes over a finger that is already dragging, and the chapter does not scroll', { tag: '@phone' }, async ({ page }) => {
    const { figure, letGo } = await openAsleep(page, 'en/3-2-go-gc/');
    await figure.drawing.evaluate((drawing) => drawing.scrollIntoView({ block: 'center' }));
    const [gogc, perMiB] = [await middleOf(figure, 'gogc'), await pixelsPerMiB(figure)];
    const stood = await page.evaluate(() => window.scrollY);
    await swipe(page, gogc, { x: gogc.x, y: gogc.y + 100 * perMiB }, async () => {
      letGo();
      await expect(deployed(figure), 'half of the way').toHaveText(/^GOGC=(70|80) GOMEMLIMIT=off$/);
    });
    await expect(deployed(figure)).toHaveText('GOGC=50 GOMEMLIMIT=off');
    expect(await page.evaluate(() => window.scrollY)).toBe(stood);
  });

  test('without scripts there is nothing to drag', { tag: '@no-js' }, async ({ page }) => {
    await page.goto('en/figures/pacer-cockpit/');
    await expect(page.locator('[data-grip]').first()).toBeHidden();
    await expect(page.getByRole('slider')).toHaveCount(0);
  });
});
