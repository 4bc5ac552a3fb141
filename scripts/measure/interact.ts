import type { Locator, Page } from '@playwright/test';
import { heapOf } from './load.ts';
import { visit, type Conditions, type Visit } from './session.ts';
import { quantile } from './stats.ts';

/** As peers were measured: taps a person can make, a drag to the end and back. */
const taps = 15;
const betweenTaps = 120;
const moves = 90;
const betweenMoves = 25;
const seconds = 4;
const restarts = 200;

/** The first figure of a page under a reader's hands. Undefined when the page has none. */
export function measureFigure(url: string, conditions: Conditions): Promise<Readonly<Record<string, number>> | undefined> {
  return visit(conditions, async ({ page, cdp }) => {
    await page.goto(url, { waitUntil: 'load' });
    const figure = page.locator('demo-figure').first();
    if ((await figure.count()) === 0) return undefined;
    const cold = await toFirstMove(page, figure);
    const act = (name: string) => figure.locator(`[data-act="${name}"]`);
    await act('reset').click();
    const warm = await toFirstMove(page, figure);
    await act('reset').click();
    const step = await latencies(page, async () => { for (let i = 0; i < taps; i++) if (await act('step').isEnabled()) await tap(page, act('step')); });
    const drag = await latencies(page, () => dragAcross(page, act('scrub')));
    await act('reset').click();
    return { cold, warm, step50: quantile(step, 0.5) ?? 0, step95: quantile(step, 0.95) ?? 0, drag50: quantile(drag, 0.5) ?? 0, drag95: quantile(drag, 0.95) ?? 0, ...(await playing(page, act('play'))), ...(await restarting({ page, cdp }, act)) };
  });
}

/**
 * Milliseconds from reaching for a figure, which may have to be loaded, to the first frame in which play moved it: its drawing, or
 * what it says where two moments look alike.
 */
async function toFirstMove(page: Page, figure: Locator): Promise<number> {
  await figure.scrollIntoViewIfNeeded();
  const before = await figure.evaluate(standing);
  const began = await page.evaluate(() => performance.now());
  await figure.locator('[data-act="play"]').click();
  const moved = await figure.evaluate((element, still) => new Promise<number>((resolve) => {
    const standing = (): string => `${element.querySelector('.drawing')?.innerHTML} ${element.querySelector('.sentence')?.textContent}`;
    const look = (now: number): void => { if (standing() === still) requestAnimationFrame(look); else requestAnimationFrame(() => { resolve(now); }); };
    requestAnimationFrame(look);
  }), before);
  await figure.locator('[data-act="play"]').click();
  return moved - began;
}

/** What a figure shows and says. */
const standing = (figure: Element): string => `${figure.querySelector('.drawing')?.innerHTML} ${figure.querySelector('.sentence')?.textContent}`;

/** From each input to the frame that shows it. */
async function latencies(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => { notes.latencies = []; });
  await work();
  return page.evaluate(() => notes.latencies);
}

/** As a hand taps: a click asked of a locator has the page look for what lies above it first, and that would be counted as the page's own time. */
async function tap(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(betweenTaps);
}

async function dragAcross(page: Page, range: Locator): Promise<void> {
  const box = await range.boundingBox();
  if (!box) return;
  const to = (share: number): Promise<void> => page.mouse.move(box.x + 8 + (box.width - 16) * share, box.y + box.height / 2);
  await to(0);
  await page.mouse.down();
  for (let i = 1; i <= moves; i++) {
    await to(1 - Math.abs(1 - (2 * i) / moves));
    await page.waitForTimeout(betweenMoves);
  }
  await page.mouse.up();
}

/** Frames a second, and tasks over 50 ms, while the figure plays. */
async function playing(page: Page, play: Locator): Promise<{ fps: number; long: number }> {
  await play.click();
  return page.evaluate((span) => new Promise<{ fps: number; long: number }>((resolve) => {
    const [began, long] = [performance.now(), notes.long.length];
    let frames = 0;
    const count = (now: number): void => {
      frames++;
      if (now - began < span) requestAnimationFrame(count);
      else resolve({ fps: (frames * 1000) / (now - began), long: notes.long.length - long });
    };
    requestAnimationFrame(count);
  }), seconds * 1000);
}

/** MB the heap grows by over many restarts. */
async function restarting(visit: Visit, act: (name: string) => Locator): Promise<{ idle: number; grown: number }> {
  await act('reset').click();
  const idle = await heapOf(visit);
  await act('reset').evaluate((reset, times) => {
    const step = reset.parentElement?.querySelector<HTMLButtonElement>('[data-act="step"]');
    for (let i = 0; i < times; i++) {
      step?.click();
      (reset as HTMLButtonElement).click();
    }
  }, restarts);
  return { idle, grown: (await heapOf(visit)) - idle };
}
