/** `npm run pictures`: draws what is shown where somebody links to a page, dist/pictures/LANGUAGE/NAME.png, by a real browser from what is built. `npm run build` does it too. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { demos } from '../src/demos/index.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { pictureSize, thumbSize } from '../src/i18n/pictures.ts';
import { canDrawChinese, findBrowser } from './browser.ts';
import { needBuilt } from './command.ts';
import { bringFaces, faceSheetAt } from './editions/faces.ts';
import { base, dist } from './paths.ts';
import { cardHtml, emptyPage, layouts, putCard, thumbLayouts, type Card } from './pictures/card.ts';
import { cardStyle, deckOf } from './pictures/cards.ts';
import { addressOf, serve } from './serve.ts';

/** Draws all pictures into `dir`; returns how many, and says so where no browser can draw them. */
export async function makePictures(dir: string): Promise<number> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    console.log('The pictures of pages were left out, as there is no Chromium, Chrome or Edge to draw them: install one, or set CHROMIUM to its path, and run npm run pictures.');
    return 0;
  }
  const server = await serve({ dir, base }, 0);
  const browser = await chromium.launch({ executablePath });
  try {
    const drawn = await Promise.all(locales.map((locale) => drawAll(browser, addressOf(server, { dir, base }), locale, dir)));
    return drawn.reduce((all, each) => all + each, 0);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Every card of a language, one after the other on one page. */
async function drawAll(browser: Browser, origin: string, locale: Locale, dir: string): Promise<number> {
  const { head, patterns, cards } = deckOf(dir, locale);
  const page = await browser.newPage({ viewport: pictureSize, colorScheme: 'light' });
  page.setDefaultTimeout(0); // a slow machine is no failure
  await open(page, `${origin}card-${locale}`, emptyPage(locale, `${head}${await faces(page, locale)}${cardStyle()}`, patterns));
  mkdirSync(join(dir, 'pictures', locale), { recursive: true });
  for (const card of cards) await draw(page, card, join(dir, 'pictures', locale, `${card.name}.png`));
  await page.setViewportSize(thumbSize);
  for (const card of cards.filter(({ name }) => name in demos)) await drawSmall(page, card, join(dir, 'pictures', locale, 'small', `${card.name}.jpg`));
  return cards.length;
}

async function draw(page: Page, card: Card, path: string): Promise<void> {
  await page.evaluate(putCard, { html: cardHtml(card), layouts });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path });
}

/** Of a photograph's kind: half the bytes, and what that blurs is too small to be read. */
async function drawSmall(page: Page, card: Card, path: string): Promise<void> {
  await page.evaluate(putCard, { html: cardHtml(card), layouts: thumbLayouts });
  await page.screenshot({ path, type: 'jpeg', quality: 50 });
}

async function open(page: Page, address: string, html: string): Promise<void> {
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(address);
}

/** Where a machine has no Chinese font, cards are drawn with ours. */
async function faces(page: Page, locale: Locale): Promise<string> {
  if (locale !== 'zh' || canDrawChinese()) return '';
  await bringFaces(page);
  return `<link rel="stylesheet" href="${base}${faceSheetAt}">`;
}

if (import.meta.main) {
  needBuilt();
  console.log(`Drew ${await makePictures(dist)} pictures into ${join(dist, 'pictures')}`);
}
