import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { base } from '../paths.ts';
import { serve, addressOf } from '../serve.ts';
import { faceFile, isFace } from './faces.ts';
import { bringFirmFaces, firm, weightsIn } from './firm-faces.ts';
import { foliosIn } from './folios.ts';
import { hatchMarks } from './hatching.ts';
import { packed } from './packed-pdf.ts';
import { paperBehindLabels } from './rims.ts';

/** What is to be printed: a page of HTML, and the day it is dated with, `2026-11-26`. */
export interface Print { readonly html: string; readonly dated: string }

/** What `@page` of paper.css leaves between the margins, in CSS pixels: drawings are measured as they will lie there. */
const paper = { width: 627, height: 949 };

/** Prints pages side by side in the browser at that path; what they refer to lies in `dist`. */
export async function printAll(executablePath: string, dist: string, prints: readonly Print[]): Promise<readonly Uint8Array[]> {
  const site = { dir: dist, base };
  const server = await serve(site, 0);
  const browser = await chromium.launch({ executablePath });
  const fileAt = (url: URL): string => (isFace(url) ? faceFile(url.pathname) : join(dist, url.pathname.slice(base.length)));
  try {
    return await Promise.all(prints.map((each, i) => print(browser, `${addressOf(server, site)}print-${i}`, each, fileAt)));
  } finally {
    await browser.close();
    server.close();
  }
}

/** A slow machine is no failure: nothing is waited for by the clock. */
async function print(browser: Browser, address: string, { html, dated }: Print, fileAt: (url: URL) => string): Promise<Uint8Array> {
  const page = await browser.newPage({ colorScheme: 'light', viewport: paper });
  page.setDefaultTimeout(0);
  await page.emulateMedia({ media: 'print' });
  const weights = weightsIn(html);
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: firm(html, weights) }));
  await bringFirmFaces(page, weights, fileAt);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await hatchMarks(page);
  await page.evaluate(paperBehindLabels);
  const printed = (): Promise<Buffer> => page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  // Chromium knows no `target-counter`: on which page each chapter begins is read from a first print.
  await page.evaluate(writeFolios, [...foliosIn(await printed())]);
  const bytes = await printed();
  await page.close();
  return packed(dateOf(bytes, dated));
}

/** Writes into the contents on which page what they list begins. They have room for it: nothing moves. Runs in the page. */
function writeFolios(folios: readonly (readonly [address: string, folio: number])[]): void {
  const known = new Map(folios);
  for (const folio of document.querySelectorAll<HTMLElement>('.listing .folio')) {
    const page = known.get(folio.dataset['of'] ?? '');
    if (page === undefined) throw new Error(`The contents list ${folio.dataset['of']}, which is on no page.`);
    folio.textContent = String(page);
  }
}

/** The date of the text instead of the clock's: the same bytes of the same pages. */
function dateOf(bytes: Buffer, dated: string): Uint8Array {
  const text = bytes.toString('latin1').replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${dated.replaceAll('-', '')}000000`);
  return Buffer.from(text, 'latin1');
}
