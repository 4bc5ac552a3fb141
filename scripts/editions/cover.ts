import { recordedRelease } from '../../src/i18n/book.ts';
import { editionWords } from '../../src/i18n/editions.ts';
import { languageTag, type Locale } from '../../src/i18n/locales.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Book } from './book.ts';
import { declaration, escaped, spelled, xhtml } from './xhtml.ts';

/** The figure on the cover, and the chapter it is from. */
const shown = { page: '2-2-allocator-algorithms', figure: 'fit-arena' };
const faces: Readonly<Record<Locale, string>> = {
  en: "'Source Serif 4', Georgia, 'Times New Roman', serif",
  zh: "'Noto Serif SC', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
};
const [width, height, edge] = [600, 900, 60];

/** The cover: the title, and a figure of the book as it stands there. Asks for drawings that were resolved. */
export function coverSvg(book: Book): string {
  const [first, second] = t(book.locale).bookHalves;
  const release = recordedRelease();
  const face = `font-family="${faces[book.locale]}"`;
  return spelled(`${declaration}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(t(book.locale).bookTitle)}">
<rect width="100%" height="100%" fill="#f9f9f8"/>
<text x="${edge}" y="150" ${face} font-size="52" fill="#21201c">${escaped(first)}</text>
<text x="${edge}" y="210" ${face} font-size="40" fill="#62605b">${escaped(second)}</text>
<rect x="${edge}" y="252" width="60" height="3" fill="#d13415"/>
${drawing(book)}
<text x="${edge}" y="${height - 40}" ${face} font-size="17" fill="#62605b">${release === undefined ? '' : escaped(t(book.locale).verifiedWith(release))}</text>
</svg>
`);
}

function drawing({ sections }: Book): string {
  const $ = sections.find(({ page }) => page === shown.page)?.$;
  const still = $?.(`[id$=".${shown.figure}"] svg.still`).first().clone();
  if (!$ || still?.length !== 1) throw new Error(`The cover shows the figure ${shown.figure} of ${shown.page}, and it is not there.`);
  const [, , wide = 0, high = 0] = still.attr('viewBox')!.split(' ').map(Number);
  still.attr({ x: String(edge), y: '330', width: String(wide), height: String(high) }).removeAttr('class').removeAttr('role').removeAttr('aria-label').removeAttr('aria-describedby');
  return $.xml(still);
}

export const coverPage = ({ locale }: Book): string =>
  xhtml(languageTag[locale], editionWords[locale].cover, `<section class="cover" epub:type="cover"><img src="cover.svg" alt="${escaped(t(locale).bookTitle)}"/></section>`);
