import { readFileSync } from 'node:fs';
import { editionWords } from '../../src/i18n/editions.ts';
import { languageTag } from '../../src/i18n/locales.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Book, Section } from './book.ts';
import { faceSheetAt } from './faces.ts';
import { imprintLines } from './imprint.ts';
import { rootId } from './place.ts';
import { escaped } from './xhtml.ts';

const styleFile = new URL('paper.css', import.meta.url);

/** The text of all sections, as the pages draw it. To be read before anything changes the book. */
export const paperText = ({ sections }: Book): string => sections.map(({ page, $ }) => `<section class="leaf" style="page: ${rootId(page)}">${$.html('article')}</section>`).join('\n');

/** The whole book as one page of HTML, to be printed: cover, imprint, contents, text. */
export function paperPage(book: Book, text: string, cover: string): string {
  const words = t(book.locale);
  const styles = [...book.styles, readFileSync(styleFile, 'utf8'), ...book.sections.map(runningHead)];
  const imprint = imprintLines(book).map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<!doctype html>
<html lang="${languageTag[book.locale]}" data-theme="light">
<head><meta charset="utf-8"><title>${escaped(words.bookTitle)}</title>${styles.map((style) => `<style>${style}</style>`).join('\n')}<link rel="stylesheet" href="${faceSheetAt}"></head>
<body>
<div class="cover">${cover.replace(/^<\?xml[^>]*>\s*/, '')}</div>
<section class="imprint" aria-label="${editionWords[book.locale].imprint}">${imprint}</section>
<nav class="listing"><p class="heading">${words.contents}</p>${contents(book)}</nav>
<main class="stage">${text}</main>
<svg class="patterns" width="0" height="0" aria-hidden="true">${book.patterns}</svg>
</body>
</html>
`;
}

function contents({ sections }: Book): string {
  return sections.map(({ page, title, opens, $ }) => `${opens === undefined ? '' : `<p class="opens">${escaped(opens)}</p>`}<p class="line"><a href="#${rootId(page)}">${escaped(title)}</a><b class="folio" data-of="${rootId(page)}"></b><span>${escaped($('.question').first().text())}</span></p>`).join('\n');
}

/** The head of each page says which chapter it is of. */
const runningHead = ({ page, title }: Section): string => `@page ${rootId(page)} { @top-right { content: ${JSON.stringify(title)} } }`;
