import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { editionWords } from '../../src/i18n/editions.ts';
import { languageTag } from '../../src/i18n/locales.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Book } from './book.ts';
import { coverPage, coverSvg } from './cover.ts';
import { navigation, ncx } from './epub-contents.ts';
import { fileOf, sectionBody } from './epub-section.ts';
import { imprintLines } from './imprint.ts';
import { lightStyle } from './light-style.ts';
import { isInvented } from './place.ts';
import { resolveStills, wide } from './still.ts';
import { declaration, escaped, xhtml } from './xhtml.ts';

const styleFile = new URL('epub.css', import.meta.url);

/** A file of the book: its place in the reading order is that of the list. */
interface Item { readonly name: string; readonly type: string; readonly text: string; readonly read?: boolean; readonly properties?: string }

const document = 'application/xhtml+xml';

/** One language as an EPUB 3, the same bytes of the same pages. Uses the book up: its sections become those of the file. */
export function epub(book: Book): Uint8Array {
  const items = itemsOf(book);
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(`${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`),
    'EPUB/package.opf': strToU8(packageOf(book, items)),
  };
  for (const { name, text } of items) files[`EPUB/${name}`] = strToU8(text);
  // Zip files hold the time of a clock on the wall, whatever its zone: so it is the same everywhere.
  const [year = 0, month = 0, day = 0] = book.updated.split('-').map(Number);
  return zipSync(files, { level: 9, mtime: new Date(year, month - 1, day) });
}

function itemsOf(book: Book): readonly Item[] {
  const light = lightStyle(book.styles.join('\n'), wide);
  for (const { $ } of book.sections) resolveStills($, light, book.patterns);
  const cover = coverSvg(book);
  const chapters = book.sections.map((section): Item => {
    const text = xhtml(languageTag[book.locale], section.title, sectionBody(section));
    return { name: fileOf(section.page), type: document, text, read: true, properties: [text.includes('<math') && 'mathml', text.includes('<svg') && 'svg'].filter(Boolean).join(' ') };
  });
  return [
    { name: 'cover.xhtml', type: document, text: coverPage(book), read: true },
    { name: 'imprint.xhtml', type: document, text: imprint(book), read: true },
    { name: 'nav.xhtml', type: document, text: navigation(book), read: true, properties: 'nav' },
    ...chapters,
    { name: 'cover.svg', type: 'image/svg+xml', text: cover, properties: 'cover-image' },
    { name: 'style.css', type: 'text/css', text: readFileSync(styleFile, 'utf8') },
    { name: 'toc.ncx', type: 'application/x-dtbncx+xml', text: ncx(book, identifierOf(book)) },
  ];
}

function imprint(book: Book): string {
  const { bookTitle } = t(book.locale);
  const lines = imprintLines(book).map((line) => `<p>${escaped(line)}</p>`).join('');
  return xhtml(languageTag[book.locale], editionWords[book.locale].imprint, `<section class="imprint" epub:type="imprint"><h1>${escaped(bookTitle)}</h1>${lines}</section>`);
}

/** What the book is called among all others, wherever its sources live: a reader's device takes a later edition for the same book. */
const calledBy = 'go-runtime-memory-book';

/** A UUID of version 5's form, made of that and the language: the same for every edition. */
function identifierOf({ locale }: Book): string {
  const hash = createHash('sha1').update(`${calledBy} ${locale}`).digest('hex');
  const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const idOf = (name: string): string => `i-${name.replaceAll('.', '-')}`;

function packageOf(book: Book, items: readonly Item[]): string {
  const manifest = items.map(({ name, type, properties = '' }) => `<item id="${idOf(name)}" href="${name}" media-type="${type}"${properties === '' ? '' : ` properties="${properties}"`}/>`);
  const spine = items.filter(({ read }) => read).map(({ name }) => `<itemref idref="${idOf(name)}"/>`);
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${languageTag[book.locale]}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(book).join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine toc="${idOf('toc.ncx')}">${spine.join('')}</spine>
</package>
`;
}

function metadata(book: Book): readonly string[] {
  const [words, own] = [t(book.locale), editionWords[book.locale]];
  const access = { accessMode: ['textual', 'visual'], accessModeSufficient: ['textual'], accessibilityFeature: ['tableOfContents', 'readingOrder', 'structuralNavigation', 'alternativeText', 'longDescription', 'MathML'], accessibilityHazard: ['none'], accessibilitySummary: [own.access] };
  return [
    `<dc:identifier id="id">${identifierOf(book)}</dc:identifier>`,
    `<dc:title>${escaped(words.bookTitle)}</dc:title>`,
    `<dc:language>${languageTag[book.locale]}</dc:language>`,
    `<dc:creator>${escaped(own.author)}</dc:creator>`,
    `<dc:description>${escaped(words.bookTagline)}</dc:description>`,
    `<dc:rights>${escaped(words.licence)}</dc:rights>`,
    ...(isInvented(book.home) ? [] : [`<dc:source>${escaped(book.home)}</dc:source>`]),
    `<meta property="dcterms:modified">${book.updated}T00:00:00Z</meta>`,
    `<meta name="cover" content="${idOf('cover.svg')}"/>`,
    ...Object.entries(access).flatMap(([name, values]) => values.map((value) => `<meta property="schema:${name}">${escaped(value)}</meta>`)),
  ];
}
