import type { Browser, Page, ViewportSize } from '@playwright/test';

/** What a page is like when nobody has emulated anything. */
const plain = { media: null, colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none', contrast: 'no-preference' } as const;

/** The page that this worker's tests use in turn: a new one would be a new process, which takes a second of processor. */
let shared: Page | undefined;

/** What is asked of the page in turn for one test: where the book is, and how large the window. */
export interface Turn { readonly browser: Browser; readonly origin: string; readonly viewport: ViewportSize | null }

/**
 * The page as if it were new, but that what it once asked for is still in the browser's cache. Only Chromium's pages can be emptied so:
 * storage by its own protocol.
 */
export async function takeTurn({ browser, origin, viewport }: Turn): Promise<Page> {
  if (shared?.context().browser() !== browser || shared.isClosed()) shared = await (await browser.newContext()).newPage();
  refuseWhatStays(shared);
  if (viewport) await shared.setViewportSize(viewport);
  await shared.emulateMedia(plain);
  await empty(shared, origin);
  return shared;
}

/** Leaves the page: nothing of the test before runs in it, listens to it or answers for it any more. */
export async function leave(page: Page): Promise<void> {
  if (page.isClosed()) return;
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.mouse.move(-1, -1);
  await page.goto('about:blank');
}

/** Takes out what was permitted, and what the book itself stored, such as the Go runtime. */
export async function empty(page: Page, origin: string): Promise<void> {
  await page.context().clearPermissions();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await browser.detach();
}

/** A clock and a script for all pages to come cannot be taken out of a page again: the tests after this one would have them too. */
function refuseWhatStays(page: Page): void {
  const refuse = (what: string) => () => Promise.reject(new Error(`${what} stays in the page that tests use in turn. Take testOnFreshPage of e2e/book.ts instead of test.`));
  page.addInitScript = refuse('addInitScript');
  page.clock.install = refuse('clock.install');
}
