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

  constructor(page: Page) {
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

/** Reads one page as a phone does, twice, each time with nothing cached: at rest, and figure by figure. */
export async function visit(browser: Browser, url: string, figures: Figures): Promise<Loads> {
  const resting = await at(browser, url, phone, (_page, scale) => scale.read());
  return at(browser, url, slit, async (page, scale) => {
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
    return { load: resting, far, seen, played: await scale.read(), maths };
  });
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

/** Opens a page in a fresh browser context and waits until it asks for nothing more. */
async function at<T>(browser: Browser, url: string, viewport: { width: number; height: number }, look: (page: Page, scale: Scale) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const scale = new Scale(page);
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(drawn);
    return await look(page, scale);
  } finally {
    await context.close();
  }
}
