import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { demos } from '../src/demos/index.ts';
import { chapters } from '../src/i18n/chapters.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { readBook } from '../scripts/editions/book.ts';
import { epub } from '../scripts/editions/epub.ts';
import { expect, test } from './book.ts';
import { Pdf, type PdfObject } from './pdf.ts';

const fileOf = (locale: Locale, kind: string): string => `dist/editions/go-runtime-memory-${locale}.${kind}`;

/** Bytes of a PDF, at most: half as much again as where no face of the machine's own is variable. */
const most: Readonly<Record<Locale, number>> = { en: 3_300_000, zh: 4_300_000 };

/** Faces that are not variable, or that we make so; those of a Mac are. */
const firm = /SourceSerif|Noto|KaTeX|DejaVu|Liberation/;

/** What each language is set in, wherever it is printed. */
const ourFaces: Readonly<Record<Locale, readonly string[]>> = { en: ['+SourceSerif4', '+KaTeX_Main'], zh: ['+NotoSansSC', '+NotoSerifSC', '+KaTeX_Main'] };

const unspaced = (text: string): string => text.replace(/\s/g, '');

/** The headings of all chapters, as their pages have them, without space: titles with their numbers, and what stands under them. */
function headingsOf(locale: Locale): readonly string[] {
  return chapters.flatMap(({ slug, number }) => {
    const $ = load(readFileSync(`dist/${locale}/${slug}/index.html`, 'utf8'));
    $('article .live').remove();
    // Under a heading may stand nothing but what is live: a file goes without both.
    $('article h2').filter((_, heading) => $(heading).nextUntil('h2').text().trim() === '').remove();
    return [`${number}${$('h1').text()}`, ...$('article h2').toArray().map((each) => $(each).contents().not('.anchor').text())].map(unspaced);
  });
}

/** The files of an EPUB by their names, as text. */
const filesOf = (locale: Locale): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(readFileSync(fileOf(locale, 'epub')))).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** What the browser's own parser of XML has against each file. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const faults: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const fault = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent;
    if (fault) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

/** Links of a file that lead nowhere in the book, and ids it has twice. */
function lostIn(name: string, files: Readonly<Record<string, string>>): readonly string[] {
  const $ = load(files[name]!, { xml: true });
  const ids = $('[id]').toArray().map((each) => each.attribs['id']!);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${name}: ${id} twice`);
  const links = $('[href], [src]').toArray().map((each) => each.attribs['href'] ?? each.attribs['src'] ?? '').filter((link) => !/^https?:/.test(link));
  const lost = links.filter((link) => {
    const [file = '', id] = link.split('#');
    const target = file === '' ? name : posix.join(posix.dirname(name), file);
    return files[target] === undefined || (id !== undefined && !files[target].includes(` id="${id}"`));
  });
  return [...twice, ...lost.map((link) => `${name}: ${link} leads nowhere`)];
}

for (const locale of locales) {
  test(`the EPUB in ${locale} is whole: every file is XML, listed and found, and every link leads somewhere`, { tag: '@desktop' }, async ({ page }) => {
    const bytes = readFileSync(fileOf(locale, 'epub'));
    expect(bytes.readUInt16LE(8), 'the first file is stored as it is').toBe(0);
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const files = filesOf(locale);
    const documents = Object.fromEntries(Object.entries(files).filter(([name]) => /\.(xml|opf|ncx|xhtml|svg)$/.test(name)));
    expect(await page.evaluate(faultsOf, documents)).toEqual([]);
    const listed = [...files['EPUB/package.opf']!.matchAll(/<item [^>]*href="([^"]+)"/g)].map(([, href]) => `EPUB/${href}`);
    expect(listed.sort()).toEqual(Object.keys(files).filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf')).sort());
    expect(Object.keys(documents).flatMap((name) => (name.startsWith('EPUB/') ? lostIn(name, files) : []))).toEqual([]);
    expect(files['EPUB/nav.xhtml']).toContain(locale === 'en' ? '2.3 The Go allocator' : '2.3 Go 内存分配器设计');
  });

  test(`the EPUB in ${locale} has every figure, drawn in its own colours, and its run in words`, { tag: '@desktop' }, () => {
    const books = Object.entries(filesOf(locale)).filter(([name]) => name.endsWith('.xhtml')).map(([, text]) => load(text, { xml: true }));
    for (const id of Object.keys(demos)) {
      const $ = books.find((each) => each(`[id$=".${id}-title"]`).length > 0);
      expect($, `${id} is in the book`).toBeDefined();
      const figure = $!(`[id$=".${id}-title"]`).first().closest('figure');
      const drawing = figure.find('svg.still');
      expect(drawing.find('rect, line, path, circle, polyline, text').length, `${id} is drawn`).toBeGreaterThan(3);
      expect($!.xml(drawing), `${id} looks nothing up`).not.toMatch(/var\(|light-dark|class="(?!still)|%\)/);
      const last = load(readFileSync(`dist/${locale}/figures/${id}/index.html`, 'utf8'))('.transcript li').last().text();
      expect(figure.next('.transcript').find('li').last().text(), `${id} is told`).toBe(last);
    }
  });

  test(`the PDF in ${locale} has pages, tags, and an outline and links that lead somewhere, and the contents offer both files with their size`, { tag: '@desktop' }, () => {
    const pdf = new Pdf(readFileSync(fileOf(locale, 'pdf')));
    expect(pdf.saying(/\/Type \/Page\b/).length).toBeGreaterThan(100);
    expect(pdf.saying(/\/Type \/Catalog/)[0]!.said).toMatch(/\/MarkInfo <<[^>]*\/Marked true[^]*\/StructTreeRoot \d+ 0 R/);
    expect(pdf.saying(/\/Type \/StructElem/, /\/S \/H2/).length).toBeGreaterThan(100);
    const [titles, headings] = [pdf.titles().map(unspaced), headingsOf(locale)];
    expect(headings.length).toBeGreaterThan(100);
    expect(headings.filter((heading) => !titles.includes(heading)), 'headings that the outline has not, as they are').toEqual([]);
    const named = pdf.under('Dests', pdf.saying(/\/Type \/Catalog/)[0]!)!.said;
    const led = pdf.saying(/\/Subtype \/Link/).flatMap(({ said }) => /\/Dest (\/\S+)/.exec(said)?.[1] ?? []);
    expect(led.length).toBeGreaterThan(500);
    expect(led.filter((name) => !named.includes(`${name} `))).toEqual([]);
    const $ = load(readFileSync(`dist/${locale}/index.html`, 'utf8'));
    const offered = $('.editions a').toArray().map((each) => [each.attribs['href']!.replace(/^.*\/editions\//, ''), $(each).text()]);
    expect(offered.map(([name]) => name)).toEqual([`go-runtime-memory-${locale}.epub`, `go-runtime-memory-${locale}.pdf`]);
    for (const [name, text] of offered) expect(text).toContain(`${(statSync(`dist/editions/${name}`).size / 1e6).toFixed(1)} MB`);
  });

  test(`the PDF in ${locale} is small: its text is set in faces and can be searched, its figures are lines`, { tag: '@desktop' }, () => {
    const bytes = readFileSync(fileOf(locale, 'pdf'));
    expect(bytes.length).toBeLessThan(most[locale]);
    const pdf = new Pdf(bytes);
    const faceOf = (font: PdfObject): string => pdf.under('FontDescriptor', font)?.said ?? '';
    expect(pdf.saying(/\/Subtype \/Type3\b/).map(faceOf).filter((face) => firm.test(face)), 'letters that are drawings: of a variable face, or with a rim').toEqual([]);
    expect(pdf.saying(/\/Subtype \/Image/), 'pictures: of patterns').toEqual([]);
    const embedded = pdf.saying(/\/Type \/FontDescriptor/, /\/FontFile2 /).map(({ said }) => said).join('\n');
    for (const face of ourFaces[locale]) expect(embedded).toContain(face);
    const text = pdf.pages().join('');
    expect(headingsOf(locale).filter((heading) => !text.includes(heading))).toEqual([]);
  });

  test(`the contents of the PDF in ${locale} say on which page each chapter begins`, { tag: '@desktop' }, () => {
    const printed = new Pdf(readFileSync(fileOf(locale, 'pdf'))).pages();
    const listing = printed[2]!;
    for (const { number, slug } of chapters) {
      const title = `${number}${unspaced(load(readFileSync(`dist/${locale}/${slug}/index.html`, 'utf8'))('h1').text())}`;
      // Its head names the chapter on each of its pages.
      expect(/^\d+/.exec(listing.split(title)[1] ?? '')?.[0], title).toBe(String(printed.findIndex((page) => page.startsWith(title)) + 1));
    }
  });
}

test('the same pages make the same EPUB, to the byte', { tag: '@desktop' }, () => {
  expect(Buffer.compare(Buffer.from(epub(readBook('dist', 'zh'))), readFileSync(fileOf('zh', 'epub')))).toBe(0);
});

test('a chapter printed from the browser has the names in its figures and their runs in words, and nothing to press', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('en/2-2-allocator-algorithms/');
  await page.emulateMedia({ media: 'print' });
  const figure = page.locator('demo-figure#fit-arena');
  await expect(figure.locator('.drawing').getByText('first fit', { exact: true })).toBeVisible();
  await expect(figure.locator('.transport')).toBeHidden();
  expect((await figure.locator('~ .transcript li').last().boundingBox())?.height, 'the folded run lies open').toBeGreaterThan(5);
  await expect(page.locator('header.head')).toBeHidden();
});
