import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const executablePath = findBrowser();

/** One reader at a desk, one with a phone. A spec that concerns one of them says so by its tag: `@desktop` or `@phone`. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A slow machine is no failure: these only end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [[process.stdout.isTTY ? 'line' : 'dot'], ['json', { outputFile: 'test-results/e2e.json' }], ['html', { open: 'never' }]],
  use: {
    baseURL: process.env['BOOK'] ?? 'http://localhost:4321/',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] },
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grepInvert: /@desktop/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
  webServer: { command: 'node scripts/serve-dist.ts', wait: { stdout: /Serving (?<book>\S+)/ }, gracefulShutdown: { signal: 'SIGTERM', timeout: 500 } },
});
