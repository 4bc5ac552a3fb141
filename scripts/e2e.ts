/** `npm run e2e [-- any Playwright option]`: drives the built book in a real Chromium; builds first when something changed. */
import { hintAtFonts, needBrowser } from './browser.ts';
import { build } from './build.ts';
import { isFresh } from './fresh.ts';
import { bin, node } from './run.ts';

const CHROMIUM = await needBrowser();
hintAtFonts();
if (!isFresh()) await build();
// Node reads TypeScript itself; Playwright would translate all that a test imports once more in each of its processes.
const { code } = await node([bin('playwright', '@playwright/test'), 'test', ...process.argv.slice(2)], 'show', { CHROMIUM, PW_DISABLE_TS_ESM: '1' });
process.exitCode = code;
