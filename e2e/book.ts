import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { empty, leave, takeTurn } from './in-turn.ts';

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

/** A page that does not complain, whatever else is looked at. */
const onPage = base.extend<{ complaints: readonly string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints = complaintsOf(page, new URL(baseURL ?? '').origin);
      await use(complaints);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});

/** The test of nearly every spec: in Chromium, tests use one page in turn. */
export const test = onPage.extend({
  page: async ({ browser, baseURL, viewport, reuseContext }, use) => {
    if (!reuseContext) return onNewPage(browser, use);
    const page = await takeTurn({ browser, origin: new URL(baseURL ?? '').origin, viewport });
    await use(page);
    await leave(page);
  },
  context: async ({ page }, use) => use(page.context()),
});

/** For a test that leaves a clock or a script for all pages behind: Playwright takes those out of a page of its own, which takes longer. */
export const testOnFreshPage = onPage.extend({
  page: async ({ page, baseURL, reuseContext }, use) => {
    if (reuseContext) await empty(page, new URL(baseURL ?? '').origin);
    await use(page);
  },
});

async function onNewPage(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await use(await context.newPage());
  await context.close();
}

export { expect };
