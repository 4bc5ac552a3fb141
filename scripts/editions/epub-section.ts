import type { CheerioAPI } from 'cheerio';
import type { Section } from './book.ts';
import { pageOf } from './place.ts';
import { spelled } from './xhtml.ts';

/** The file of a section. */
export const fileOf = (page: string): string => `${page}.xhtml`;

/** The body of a section's file, after its drawings were resolved. Changes the section. */
export function sectionBody({ page, $ }: Section): string {
  readMaths($);
  blacken($);
  $('[align]').each((_, cell) => { $(cell).addClass($(cell).attr('align')!).removeAttr('align'); });
  $('a[href^="#"]').each((_, link) => {
    const hash = $(link).attr('href')!;
    const to = pageOf(hash.slice(1));
    $(link).attr('href', `${to === page ? '' : fileOf(to)}${hash}`);
  });
  $('.noteref a').attr('epub:type', 'noteref');
  $('.sources').attr('epub:type', 'endnotes');
  for (const element of $('article *').toArray()) for (const name of Object.keys(element.attribs)) if (name.startsWith('data-')) $(element).removeAttr(name);
  return spelled($.xml($('article').attr('epub:type', page === 'glossary' ? 'glossary' : 'chapter')));
}

/** Formulas are MathML alone; who cannot set it is told the TeX. */
function readMaths($: CheerioAPI): void {
  $('.katex').each((_, each) => {
    const maths = $(each).find('math');
    maths.attr('alttext', maths.find('annotation').text());
    maths.find('annotation').remove();
    $(each).replaceWith(maths);
  });
}

/** Code without colours. */
function blacken($: CheerioAPI): void {
  $('pre').each((_, each) => { $(each).replaceWith($('<pre>').append($('<code>').text($(each).text()))); });
}
