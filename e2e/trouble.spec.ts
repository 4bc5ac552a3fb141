import type { CDPSession, FrameLocator, Locator, Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import { offlineWords } from '../src/i18n/offline.ts';
import { expect, testOnFreshPage as test } from './book.ts';
import { Figure, modelOf, shownBy } from './figure.ts';

/** Bytes of JavaScript a page holds once what nobody needs is gone. */
async function heldBy(page: Page, browser: CDPSession): Promise<number> {
  await browser.send('HeapProfiler.collectGarbage');
  return page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
}

/** Plays a figure to its end and back to its start, again and again, a turn of the page for each. Runs in the page. */
async function playAgain(root: HTMLElement | SVGElement, times: number): Promise<void> {
  const turn = (): Promise<unknown> => new Promise((come) => { const next = new MessageChannel(); next.port1.onmessage = come; next.port2.postMessage(0); });
  const scrub = root.querySelector<HTMLInputElement>('[data-act="scrub"]')!;
  for (let time = 0; time < times; time++) {
    for (const place of [scrub.max, '0']) {
      scrub.value = place;
      scrub.dispatchEvent(new Event('input', { bubbles: true }));
      await turn();
    }
    root.querySelector<HTMLElement>('[data-act="reset"]')!.click();
    await turn();
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
  test('played 200 times, the page holds less than 5 MB more than after the first', { tag: '@chromium' }, async ({ page }) => {
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

  test('on a processor six times slower each step says and shows the same, before the very next frame', { tag: '@chromium' }, async ({ page }) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const figure = await Figure.open(page, 'en', 'malloc-microscope');
    const model = await modelOf('malloc-microscope', 'en');
    await figure.act('reset').click();
    await figure.stands(model);
    const expected = [shownBy(model)];
    for (let press = 0; press < 5; press++) {
      model.run.timeline.step();
      expected.push(shownBy(model));
    }
    // The page's next turn, not milliseconds: how long a turn takes is the machine's doing, how many a step takes is ours.
    expect(await figure.shows('step', 5)).toEqual(expected);
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

  for (const [how, refuse] of [['full', fill], ['denied', deny]] as const) {
    test(`where storage is ${how}, guesses, themes, figures, tools and questions work in the page that is open`, async ({ page }) => {
      await page.addInitScript(refuse);
      for (const [path, use] of Object.entries(uses)) {
        await page.goto(path);
        await page.locator('[data-theme-choice]').selectOption('dark');
        await expect(page.locator('html'), path).toHaveAttribute('data-theme', 'dark');
        await use(page);
      }
    });
  }

  test('where there is no room for the whole book, the reader is told so in a sentence, and nothing of it stays', { tag: '@chromium' }, async ({ page, baseURL }) => {
    const [browser, { origin }] = [await page.context().newCDPSession(page), new URL(baseURL!)];
    await page.goto('en/');
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    const [offer, status] = [page.locator('.offline').getByRole('button'), page.locator('.offline').getByRole('status')];
    await offer.click();
    await expect(status).toHaveText(offlineWords.en.failed);
    await expect(offer).toBeEnabled();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
  });
});

test.describe('ten figures in frames of one page', { tag: '@desktop' }, () => {
  // All of them in sight: a figure pauses when it is not.
  test.use({ viewport: { width: 3200, height: 1200 } });

  test('play to their ends together, and one of them answers a step meanwhile', async ({ page, baseURL }) => {
    const ids = (Object.keys(demos) as DemoId[]).slice(0, 10);
    const body = ids.map((id) => `<iframe name="${id}" src="${baseURL}en/embed/${id}/" width="620" height="570"></iframe>`).join('');
    await page.route('**/ten/', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><body style="margin: 0">${body}` }));
    await page.clock.install({ time: 0 });
    await page.goto('ten/');
    const figures = await Promise.all(ids.map((id) => begun(page.frameLocator(`[name="${id}"]`), id)));
    await page.clock.pauseAt(24 * 3_600_000);
    for (const { root } of figures) await press(root, 'play');
    await page.clock.runFor(200);
    const [longest] = figures.toSorted((a, b) => b.stops - a.stops);
    for (const { root } of figures) await expect(root.locator('[data-act="play"]')).toHaveText('Pause');
    const before = await longest!.root.getAttribute('data-at');
    await press(longest!.root, 'step');
    await expect(longest!.root).not.toHaveAttribute('data-at', before!);
    await press(longest!.root, 'play');
    await page.clock.runFor(1000 * (longest!.stops + 1) / 8);
    for (const { root, end } of figures) {
      await expect(root).toHaveAttribute('data-at', end);
      await expect(root.getByRole('alert')).toHaveCount(0);
    }
  });
});

/** A browser whose storage is full. Runs in the page. */
function fill(): void {
  Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  IDBFactory.prototype.open = () => { throw new DOMException('full', 'QuotaExceededError'); };
  CacheStorage.prototype.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
}

/** A browser that lets a page store nothing: merely asking for the storage throws, as where cookies are blocked. Runs in the page. */
function deny(): void {
  const refuse = (): never => { throw new DOMException('denied', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: refuse });
  for (const name of ['register', 'getRegistration'] as const) ServiceWorkerContainer.prototype[name] = () => Promise.reject(new DOMException('denied', 'SecurityError'));
}

/** Pages where something might be kept, and what a reader does there. */
const uses: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'zh/1-1-process-memory/': async (page) => {
    const guess = page.locator('.predict').first();
    await guess.getByRole('textbox').fill('14');
    await page.keyboard.press('Enter');
    await expect(guess.locator('details')).toHaveAttribute('open', '');
    await expect(guess.locator('.verdict')).toContainText('14');
  },
  'en/figures/touch-a-page/': async (page) => {
    const figure = new Figure(page, 'touch-a-page');
    await figure.wake();
    await figure.tryProgram('reserve 64');
    await figure.showsOwnProgram();
  },
  'en/tools/process/': async (page) => {
    await page.getByRole('button', { name: 'Go 1.27, hello' }).click();
    await expect(page.locator('process-tool [data-part="outcome"]').getByRole('heading', { level: 2 })).toHaveText('A Go program, 1.26 or later');
  },
  'en/questions/': async (page) => {
    await page.getByLabel('Words of your question').fill('goroutine stack exceeds');
    await expect(page.locator('article').getByRole('heading', { level: 3 }).filter({ visible: true })).toHaveCount(1);
  },
};

const press = (root: Locator, act: 'play' | 'step' | 'reset'): Promise<void> => root.locator(`[data-act="${act}"]`).evaluate((button) => { (button as HTMLButtonElement).click(); });

/** The figure of a frame, awake at its start and eight times as fast as at first: how many stops it has, and where it ends. */
async function begun(frame: FrameLocator, id: DemoId): Promise<{ readonly root: Locator; readonly stops: number; readonly end: string }> {
  const { run: { timeline } } = await modelOf(id, 'en');
  timeline.finish();
  const root = frame.locator(`demo-figure[data-demo="${id}"]`);
  await root.dispatchEvent('pointerover');
  await expect(root).toHaveAttribute('data-live', '');
  await press(root, 'reset');
  await root.locator('[data-act="speed"]').evaluate((choice) => {
    (choice as HTMLSelectElement).value = '8';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  return { root, stops: Number(await root.locator('[data-act="scrub"]').getAttribute('max')), end: `${timeline.position.op}.${timeline.position.moment}` };
}
