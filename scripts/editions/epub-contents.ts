import { languageTag } from '../../src/i18n/locales.ts';
import { t } from '../../src/i18n/ui.ts';
import { editionWords } from '../../src/i18n/editions.ts';
import type { Book, Section } from './book.ts';
import { fileOf } from './epub-section.ts';
import { declaration, escaped, xhtml } from './xhtml.ts';

/** A line of the contents and what is below it. */
interface Line { readonly title: string; readonly href: string; readonly below: readonly Line[] }

/** The contents: parts, their chapters, the headings of each. What follows the parts stands beside them. */
function linesOf({ sections }: Book): readonly Line[] {
  const lines: { title: string; href: string; below: Line[] }[] = [];
  let part: Line[] = lines;
  for (const section of sections) {
    const href = fileOf(section.page);
    if (section.opens !== undefined) {
      part = [];
      lines.push({ title: section.opens, href, below: part });
    }
    if (!isChapter(section)) part = lines;
    part.push({ title: section.title, href, below: section.headings.map(({ id, title }) => ({ title, href: `${href}#${id}`, below: [] })) });
  }
  return lines;
}

const isChapter = ({ page }: Section): boolean => /^\d/.test(page);

/** The contents as readers of EPUB 3 take them. */
export function navigation(book: Book): string {
  const words = t(book.locale);
  const list = (lines: readonly Line[]): string => (lines.length === 0 ? '' : `<ol>${lines.map(({ title, href, below }) => `<li><a href="${href}">${escaped(title)}</a>${list(below)}</li>`).join('')}</ol>`);
  const marks = [['cover', 'cover.xhtml', editionWords[book.locale].cover], ['toc', 'nav.xhtml', words.contents], ['bodymatter', fileOf(book.sections[0]!.page), book.sections[0]!.title]];
  const landmarks = marks.map(([type, href, title]) => `<li><a epub:type="${type}" href="${href}">${escaped(title!)}</a></li>`).join('');
  return xhtml(languageTag[book.locale], words.contents, `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${words.contents}</h1>${list(linesOf(book))}</nav>
<nav epub:type="landmarks" hidden=""><ol>${landmarks}</ol></nav>`);
}

/** The contents for readers of before EPUB 3. */
export function ncx(book: Book, identifier: string): string {
  let points = 0;
  const order = new Map<string, number>();
  const point = ({ title, href, below }: Line): string => {
    points += 1;
    if (!order.has(href)) order.set(href, order.size + 1);
    return `<navPoint id="point-${points}" playOrder="${order.get(href)}"><navLabel><text>${escaped(title)}</text></navLabel><content src="${href}"/>${below.map(point).join('')}</navPoint>`;
  };
  return `${declaration}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${languageTag[book.locale]}">
<head><meta name="dtb:uid" content="${identifier}"/></head>
<docTitle><text>${escaped(t(book.locale).bookTitle)}</text></docTitle>
<navMap>${linesOf(book).map(point).join('')}</navMap>
</ncx>
`;
}
