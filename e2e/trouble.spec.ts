import type { CDPSession, FrameLocator, Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import { expect, test } from './book.ts';
import { Figure, modelOf } from './figure.ts';

/** Bytes of JavaScript a page holds once what nobody needs is gone. */
async function heldBy(page: Page, browser: CDPSession): Promise<number> {
  await browser.send('HeapProfiler.collectGarbage');
  return page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
}

/** Plays a figure to its end and back to its start, again and again. Runs in the page. */
async function playAgain(root: HTMLElement | SVGElement, times: number): Promise<void> {
  const scrub = root.querySelector<HTMLInputElement>('[data-act="scrub"]')!;
  for (let time = 0; time < times; time++) {
    for (const place of [scrub.max, '0']) {
      scrub.value = place;
      scrub.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    root.querySelector<HTMLElement>('[data-act="reset"]')!.click();
    await new Promise(requestAnimationFrame);
  }
}

/** The page is put away, or taken up again. */
async function putAway(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((away) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => away });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (away ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

test.describe('a figure stands up to trouble', { tag: '@desktop' }, () => {
  test('played 200 times, the page holds less than 5 MB more than after the first', async ({ page }) => {
    const browser = await page.context().newCDPSession(page);
    const figure = await Figure.open(page, 'en', 'tiny-prison');
    await figure.root.evaluate(playAgain, 1);
    const before = await heldBy(page, browser);
    await figure.root.evaluate(playAgain, 200);
    expect(await heldBy(page, browser) - before).toBeLessThan(5_000_000);
    await figure.stands(await modelOf('tiny-prison', 'en'));
  });

  test('put away for an hour while it plays, it stands where it stood, and goes on', async ({ page }) => {
    await page.clock.install({ time: 0 });
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.act('reset').click();
    await figure.act('play').click();
    await page.clock.runFor(2_000);
    await putAway(page, true);
    const [stood] = await figure.shows('step', 0);
    await page.clock.fastForward('01:00:00');
    await putAway(page, false);
    expect(await figure.shows('step', 0)).toEqual([stood]);
    await figure.act('step').click();
    await expect(figure.root).not.toHaveAttribute('data-at', stood!.at);
    await expect(figure.trouble).toHaveCount(0);
  });

  test('on a processor six times slower it says and shows the same', async ({ page }) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    const model = await modelOf('malloc-microscope', 'en');
    await figure.act('reset').click();
    await figure.stands(model);
    for (let press = 0; press < 5; press++) {
      model.run.timeline.step();
      await figure.act('step').click();
    }
    await figure.stands(model);
    await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  });

  test('whose Worker is killed says so after half a minute, and tries the next program in another', async ({ page }) => {
    await page.addInitScript(() => {
      const { Worker } = globalThis;
      let first = true;
      globalThis.Worker = class extends Worker {
        // As when the browser takes its memory back: a word of progress, then no answer and no error event.
        override postMessage(message: unknown): void {
          if (!first) { super.postMessage(message); return; }
          first = false;
          this.terminate();
          for (const data of ['ready', { done: 20_000, all: 1_000_000 }]) this.dispatchEvent(new MessageEvent('message', { data }));
        }
      };
    });
    const figure = await Figure.openAsTimeStands(page, 'en', 'touch-a-page');
    await figure.startProgram('reserve 64');
    await expect(figure.act('stop')).toBeVisible();
    await page.clock.runFor(30_000);
    await expect(figure.trouble).toHaveText(/The browser ended/);
    await expect(figure.act('text')).toHaveValue('reserve 64');
    await figure.tryProgram('reserve 64');
    await figure.showsOwnProgram();
  });

  test('where storage is full, a guess still opens its answer', async ({ page }) => {
    await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
    await page.goto('zh/1-1-process-memory/');
    const guess = page.locator('.predict').first();
    await guess.getByRole('textbox').fill('14');
    await page.keyboard.press('Enter');
    await expect(guess.locator('details')).toHaveAttribute('open', '');
  });

  test('beside nine others in frames of one page', async ({ page, baseURL }) => {
    const ids = (Object.keys(demos) as DemoId[]).slice(0, 10);
    await page.route('**/ten/', (route) => route.fulfill({ contentType: 'text/html', body: ids.map((id) => `<iframe name="${id}" src="${baseURL}en/embed/${id}/" width="600" height="300"></iframe>`).join('') }));
    await page.goto('ten/');
    for (const id of ids) await standsAtItsEnd(page.frameLocator(`[name="${id}"]`), id);
  });
});

/** Wakes the figure of a frame and takes it to its end. */
async function standsAtItsEnd(frame: FrameLocator, id: DemoId): Promise<void> {
  const { run: { timeline } } = await modelOf(id, 'en');
  timeline.finish();
  const root = frame.locator(`demo-figure[data-demo="${id}"]`);
  await root.dispatchEvent('pointerover');
  await expect(root).toHaveAttribute('data-live', '');
  const scrub = root.locator('[data-act="scrub"]');
  await scrub.fill((await scrub.getAttribute('max'))!);
  await expect(root).toHaveAttribute('data-at', `${timeline.position.op}.${timeline.position.moment}`);
  await expect(root.getByRole('alert')).toHaveCount(0);
}
