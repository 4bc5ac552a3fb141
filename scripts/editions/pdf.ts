import { serve, addressOf } from '../serve.ts';
import { base } from '../paths.ts';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { bringFaces } from './faces.ts';

/** What is to be printed: a page of HTML, and the day it is dated with, `2026-11-26`. */
export interface Print { readonly html: string; readonly dated: string }

/** Prints pages side by side in the browser at that path; what they refer to lies in `dist`. */
export async function printAll(executablePath: string, dist: string, prints: readonly Print[]): Promise<readonly Uint8Array[]> {
  const site = { dir: dist, base };
  const server = await serve(site, 0);
  const browser = await chromium.launch({ executablePath });
  try {
    return await Promise.all(prints.map((each, i) => print(browser, `${addressOf(server, site)}print-${i}`, each)));
  } finally {
    await browser.close();
    server.close();
  }
}

/** A slow machine is no failure: nothing is waited for by the clock. */
async function print(browser: Browser, address: string, { html, dated }: Print): Promise<Uint8Array> {
  const page = await browser.newPage({ colorScheme: 'light' });
  page.setDefaultTimeout(0);
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await bringFaces(page);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  await page.close();
  return dateOf(bytes, dated);
}

/** The date of the text instead of the clock's: the same bytes of the same pages. */
function dateOf(bytes: Buffer, dated: string): Uint8Array {
  const text = bytes.toString('latin1').replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${dated.replaceAll('-', '')}000000`);
  return Buffer.from(text, 'latin1');
}
