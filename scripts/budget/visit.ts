import type { Browser, Page, Response } from '@playwright/test';
import type { Loads } from './limits.ts';
import { partsOf, type Part } from './weigh.ts';

const width = 390;
const phone = { width, height: 844 };
/** So low that no figure comes near. */
const slit = { width, height: 100 };

/** Where a figure is on a page, and the one button that plays it. */
export interface Figures { readonly figure: string; readonly play: string }

/** Everything one visit loads, weighed. */
class Scale {
  readonly #parts: Promise<readonly Part[]>[] = [];

  /** Weighs what a page loads from now on, and nothing that it loaded for another scale. */
  constructor(page: Page) {
    page.removeAllListeners('response');
    page.on('response', (response) => { this.#weigh(response); });
  }

  /** A part that no reading waits for any more may be cut off with its page; one that is read still fails there. */
  #weigh(response: Response): void {
    const part = weighResponse(response);
    part.catch(() => undefined);
    this.#parts.push(part);
  }

  /** What was loaded until now. */
  async read(): Promise<readonly Part[]> {
    return (await Promise.all(this.#parts)).flat();
  }
}

async function weighResponse(response: Response): Promise<readonly Part[]> {
  const type = response.headers()['content-type'] ?? '';
  return partsOf(response.url(), type, response.ok() ? await response.body() : Buffer.alloc(0));
}

/** A page for many visits, of which each finds nothing cached. To open one for each takes a second of processor. */
export async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
}

/** Reads the page at an address as a phone does, twice, each time with nothing cached: at rest, and figure by figure. */
export async function visit(page: Page, url: string, figures: Figures): Promise<Loads> {
  const load = await (await open(page, url, phone)).read();
  const scale = await open(page, url, slit);
  const maths = (await page.locator('.katex').count()) > 0;
  const far = await scale.read();
  await page.setViewportSize(phone);
  const all = await page.locator(figures.figure).all();
  await all[0]?.scrollIntoViewIfNeeded();
  await all[0]?.locator('xpath=self::*[@data-near]').waitFor();
  const seen = await scale.read();
  for (const figure of all) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(figures.play).click();
    await figure.locator('xpath=self::*[@data-live]').waitFor();
  }
  const played = await scale.read();
  await page.evaluate(() => { localStorage.clear(); });
  return { load, far, seen, played, maths };
}

/** What comes near is laid out a frame later, may bring more near, and asks for its faces only then: waits until nothing of that goes on. Runs in the page. */
async function drawn(): Promise<void> {
  const still = 10; // frames
  for (let [frames, height] = [0, 0]; frames < still; frames++) {
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    const { scrollHeight } = document.documentElement;
    if (scrollHeight !== height) frames = 0;
    height = scrollHeight;
  }
}

/** Opens an address in a window of this size and waits until it asks for nothing more. */
async function open(page: Page, url: string, viewport: { readonly width: number; readonly height: number }): Promise<Scale> {
  await page.goto('about:blank');
  await page.setViewportSize(viewport);
  const scale = new Scale(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(drawn);
  return scale;
}
