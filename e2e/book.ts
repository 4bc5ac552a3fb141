import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';

/** Every built page, as a path below the book's address: `en/1-1-process-memory/`. */
export const pages: readonly string[] = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => file.split(sep).join('/').replace(/index\.html$/, ''))
  .sort();

/** What becomes of a request, such as the icon's, when the reader goes on to another page before it is answered: in Chromium, Firefox and WebKit. */
const leftBehind = /^(net::ERR_ABORTED|NS_BINDING_ABORTED|.*cancelled)$/;

/**
 * Playwright's own: while it takes the clock of the test before out of a page that tests use in turn, a script it left there
 * looks for `__pwClock.controller`. Nothing of the book has a property of that name.
 */
const leftClock = "Cannot read properties of undefined (reading 'controller')";

/** What a page must never do: fail, complain, break its own security policy, or talk to anybody else. */
function complaintsOf(page: Page, origin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => { if (message !== leftClock) complaints.push(`uncaught: ${message}`); });
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`); });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!leftBehind.test(why)) complaints.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin) complaints.push(`third party: ${request.url()}`);
  });
  return complaints;
}

/**
 * Empties what Playwright leaves in a page that tests use in turn: what was permitted, and what the book itself stored, such as the Go runtime.
 * Only Chromium's pages are used in turn (playwright.config.ts), and only Chromium speaks this protocol.
 */
async function empty(page: Page, origin: string): Promise<void> {
  await page.context().clearPermissions();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await browser.detach();
}

/** The test of every spec: fails when the page complained, whatever else was looked at. */
export const test = base.extend<{ complaints: readonly string[] }>({
  complaints: [
    async ({ page, baseURL, reuseContext }, use) => {
      const { origin } = new URL(baseURL ?? '');
      if (reuseContext) await empty(page, origin);
      const complaints = complaintsOf(page, origin);
      await use(complaints);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
