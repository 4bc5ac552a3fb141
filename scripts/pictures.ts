/** `npm run pictures`: draws what is shown where somebody links to a figure, dist/pictures/LANGUAGE/ID.png, by a real browser from what is built. `npm run build` does it too. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { demos } from '../src/demos/index.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { canDrawChinese, findBrowser } from './browser.ts';
import { needBuilt } from './command.ts';
import { bringFaces, faceSheetAt } from './editions/faces.ts';
import { base, dist } from './paths.ts';
import { addressOf, serve } from './serve.ts';

/** The size that every place asks for which shows links as cards. */
const size = { width: 1200, height: 630 };

/** Draws all pictures into `dir`; returns how many, and says so where no browser can draw them. */
export async function makePictures(dir: string): Promise<number> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    console.log('The pictures of figures were left out, as there is no Chromium, Chrome or Edge to draw them: install one, or set CHROMIUM to its path, and run npm run pictures.');
    return 0;
  }
  const server = await serve({ dir, base }, 0);
  const browser = await chromium.launch({ executablePath });
  try {
    await Promise.all(locales.map((locale) => drawAll(browser, addressOf(server, { dir, base }), locale, dir)));
  } finally {
    await browser.close();
    server.close();
  }
  return locales.length * Object.keys(demos).length;
}

/** As much of each figure as fits, without the scripts that would wake it. */
async function drawAll(browser: Browser, origin: string, locale: Locale, dir: string): Promise<void> {
  const page = await browser.newPage({ viewport: size, javaScriptEnabled: false, colorScheme: 'light' });
  page.setDefaultTimeout(0); // a slow machine is no failure
  if (locale === 'zh' && !canDrawChinese()) await useFaces(page);
  for (const id of Object.keys(demos)) {
    const file = join(dir, 'pictures', locale, `${id}.png`);
    await page.goto(`${origin}${locale}/embed/${id}/`);
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file });
  }
}

/** Where a machine has no Chinese font, its pages are drawn with ours. */
async function useFaces(page: Page): Promise<void> {
  await bringFaces(page);
  await page.route('**/embed/*/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</head>', `<link rel="stylesheet" href="${base}${faceSheetAt}"></head>`) });
  });
}

if (import.meta.main) {
  needBuilt();
  console.log(`Drew ${await makePictures(dist)} pictures into ${join(dist, 'pictures')}`);
}
