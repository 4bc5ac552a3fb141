import { defineConfig } from '@playwright/test';
import { everywhere } from './e2e/everywhere.ts';
import { findBrowser } from './scripts/browser.ts';

/** Playwright's own browsers to try the book in, `firefox,webkit`, instead of the three readers below. */
const browsers = process.env['BROWSERS'];
const executablePath = browsers ? undefined : findBrowser();
/** A book that is deployed already: nothing is served here then. */
const deployed = process.env['BASE_URL'];

const desk = { viewport: { width: 1280, height: 800 } };
/** Nothing of the book asks how dense a screen is, and to paint four pixels for one takes a seventh of a phone’s tests. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

/**
 * One reader at a desk, one with a phone, and one whose browser runs no scripts. A spec that concerns one of the first two
 * says so by its tag, `@desktop` or `@phone`; one that is about the third has the tag `@no-js` and is run for nobody else.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // What is kept of a drawing is the same on every machine.
  snapshotPathTemplate: 'e2e/stills/{arg}{ext}',
  fullyParallel: true,
  // One more than processors of CI: a test waits for its browser now and then.
  workers: 3,
  retries: 0,
  // A slow machine is no failure: these only end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [[process.stdout.isTTY ? 'line' : 'dot'], ['json', { outputFile: 'test-results/e2e.json' }], ['html', { open: 'never' }]],
  use: {
    baseURL: deployed ?? process.env['BOOK'] ?? 'http://localhost:4321/',
    screenshot: 'only-on-failure',
    // What a failed test did, step by step, with the page at each. It costs time: CI asks for it by TRACE=1.
    trace: process.env['TRACE'] === '1' ? 'retain-on-failure' : 'off',
    // A new page is a new process and takes a second of processor: tests use one in turn. `e2e/in-turn.ts` empties it in between, but for
    // its cache; Playwright empties another, of scripts and clocks too, for those that need it (`testOnFreshPage`).
    reuseContext: true,
    // What a graphics processor is imitated for takes longer than without one.
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu'] },
  },
  projects: browsers ? everywhere(browsers, desk, phone) : [
    { name: 'desktop', grepInvert: /@phone|@no-js/, use: desk },
    { name: 'phone', grepInvert: /@desktop|@no-js/, use: phone },
    { name: 'no-js', grep: /@no-js/, use: { ...desk, javaScriptEnabled: false } },
  ],
  ...(deployed === undefined && { webServer: { command: 'node scripts/serve-dist.ts', wait: { stdout: /Serving (?<book>\S+)/ }, gracefulShutdown: { signal: 'SIGTERM', timeout: 500 } } }),
});
