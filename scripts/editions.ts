/** `npm run editions`: the book as files, dist/editions/NAME.epub and .pdf of each language, from the pages that are built. `npm run build` does it too. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionWords } from '../src/i18n/editions.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { findBrowser } from './browser.ts';
import { readBook } from './editions/book.ts';
import { coverSvg } from './editions/cover.ts';
import { epub } from './editions/epub.ts';
import { paperPage, paperText } from './editions/paper.ts';
import { printAll, type Print } from './editions/pdf.ts';
import { base, dist } from './paths.ts';

/** A file that was made. */
export interface Edition { readonly locale: Locale; readonly kind: 'EPUB' | 'PDF'; readonly path: string; readonly bytes: number }

interface ToPrint extends Print { readonly locale: Locale }

/** Writes all files that can be made here; says which cannot, and why. */
export async function makeEditions(dir: string): Promise<readonly Edition[]> {
  const made: Edition[] = [];
  const toPrint: ToPrint[] = [];
  for (const locale of locales) {
    const book = readBook(dir, locale);
    const text = paperText(book);
    made.push(write(dir, locale, 'EPUB', epub(book)));
    toPrint.push({ locale, html: paperPage(book, text, coverSvg(book)), dated: book.updated });
  }
  const browser = findBrowser();
  if (browser === undefined) {
    console.log('The PDFs of the book were left out, as there is no Chromium, Chrome or Edge to print them: install one, or set CHROMIUM to its path, and run npm run editions.');
    return made;
  }
  const printed = await printAll(browser, dir, toPrint);
  return [...made, ...printed.map((bytes, i) => write(dir, toPrint[i]!.locale, 'PDF', bytes))];
}

function write(dir: string, locale: Locale, kind: Edition['kind'], content: Uint8Array): Edition {
  const path = `editions/go-runtime-memory-${locale}.${kind.toLowerCase()}`;
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
  return { locale, kind, path, bytes: content.length };
}

/** Writes what was made into the contents page of each language, with its size. */
export function offerEditions(dir: string, editions: readonly Edition[]): void {
  for (const locale of locales) {
    const page = join(dir, locale, 'index.html');
    const words = editionWords[locale];
    const links = editions.filter((each) => each.locale === locale).map(({ kind, path, bytes }) => `<a href="${base}${path}" download>${words.file(kind, (bytes / 1e6).toFixed(1))}</a>`);
    const html = readFileSync(page, 'utf8');
    const offer = `<p class="editions">${words.offer} ${links.join(' · ')}</p>`;
    const place = /<p class="editions"(?: hidden)?>.*?<\/p>/;
    if (!place.test(html)) throw new Error(`${page} has no place for the files of the book: <p class="editions" hidden></p>`);
    writeFileSync(page, html.replace(place, offer));
  }
}

if (import.meta.main) offerEditions(dist, await makeEditions(dist));
