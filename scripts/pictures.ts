/** `npm run pictures`: draws what is shown where somebody links to a figure, dist/pictures/LANGUAGE/ID.png, by a real browser from what is built. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { demos } from '../src/demos/index.ts';
import { locales } from '../src/i18n/locales.ts';
import { hintAtFonts, needBrowser } from './browser.ts';
import { base, dist } from './paths.ts';
import { addressOf, serve } from './serve.ts';

/** The size that every place asks for which shows links as cards. */
const size = { width: 1200, height: 630 };

/** As much of a figure as fits, without the scripts that would wake it. */
async function draw(page: Page, address: string, file: string): Promise<void> {
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} is not there. Run npm run build first.`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
}

hintAtFonts();
const server = await serve({ dir: dist, base }, 0);
const browser = await chromium.launch({ executablePath: await needBrowser() });
const page = await browser.newPage({ viewport: size, javaScriptEnabled: false, colorScheme: 'light' });
const origin = addressOf(server, { dir: dist, base });
for (const locale of locales) for (const id of Object.keys(demos)) await draw(page, `${origin}${locale}/embed/${id}/`, join(dist, 'pictures', locale, `${id}.png`));
await browser.close();
server.close();
console.log(`Drew ${locales.length * Object.keys(demos).length} pictures into ${join(dist, 'pictures')}`);
