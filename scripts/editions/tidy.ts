import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { editionWords } from '../../src/i18n/editions.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { idIn, isInvented, place, rootId, type Holdings } from './place.ts';

/** What only a screen needs. */
const onScreen = ['script', 'style', 'form', '.live', '.anchor', '.toc', '.ends', '.opening .facts', '.banner', '.sift', '.asked', '.verdict', '.transport', '.controls', '.moves', '.more', '.trouble', '.touch', 'svg title', 'svg desc'];
/** Attributes that name other elements of the page. */
const references = ['id', 'for', 'aria-labelledby', 'aria-describedby'];
const screenAttribute = /^(?:data-|on)|^(?:tabindex|popover|popovertarget|aria-live|title)$/;

/** Makes the article of a built page fit for a file that nobody can press anything in. Ids become those of the whole book. */
export function tidy($: CheerioAPI, page: string, holdings: Holdings, locale: Locale): void {
  $(onScreen.join()).remove();
  dropEmptied($);
  unfold($);
  gatherSources($, locale);
  leadTermsHome($, holdings);
  openFigures($);
  cleanAttributes($, page);
  $('a[href]').each((_, link) => { lead($(link), place($(link).attr('href')!, page, holdings)); });
  $('article').attr('id', rootId(page));
}

/** A link that would lead to an address nobody gave is words only. */
function lead(link: Cheerio<Element>, href: string): void {
  if (isInvented(href)) link.replaceWith(link.contents());
  else link.attr('href', href);
}

/** A list item or paragraph whose words were all for the screen goes; so does a list with nothing left, with its heading if that stands above nothing then. */
function dropEmptied($: CheerioAPI): void {
  const emptied = (kind: string) => $('article').find(kind).filter((_, each) => $(each).children().length === 0 && $(each).text().trim() === '');
  emptied('li').remove();
  emptied('ol, ul').each((_, list) => {
    const above = $(list).prev('h2, h3');
    $(list).remove();
    if (above.next().length === 0 || above.next().is('h2')) above.remove();
  });
  emptied('p').remove();
}

/** What is folded away lies open: its summary stands above it as a label. */
function unfold($: CheerioAPI): void {
  $('details').each((_, each) => {
    const summary = $(each).children('summary');
    const open = $('<div>').addClass($(each).attr('class') ?? 'answer');
    open.append($('<p class="label">').append(summary.contents()), $(each).contents().not(summary));
    $(each).replaceWith(open);
  });
  $('.transcript li').each((_, sentence) => {
    if (isRepeated($(sentence).text(), $(sentence).next().text())) $(sentence).remove();
  });
}

/** Whether the next sentence says this one again, perhaps with more behind it. */
const isRepeated = (sentence: string, next: string): boolean => next === sentence || (/[.。]$/.test(sentence) && next.startsWith(sentence));

/** The notes of the margin stand at the end, numbered, each with its way back. */
function gatherSources($: CheerioAPI, locale: Locale): void {
  const { sources, backTo } = editionWords[locale];
  const list = $('<ol>');
  $('.mark').each((i, mark) => {
    const [note, from] = [`source-${i + 1}`, `from-${i + 1}`];
    const told = $(mark).add($(mark).parent('.held')).next('.note');
    const follows = mark.prev?.type === 'tag' && $(mark.prev).hasClass('noteref');
    $(mark).replaceWith($(`<sup class="noteref${follows ? ' further' : ''}">`).append($('<a role="doc-noteref">').attr({ id: from, href: `#${note}` }).text(String(i + 1))));
    const back = $('<a role="doc-backlink">').attr({ href: `#${from}`, 'aria-label': backTo(i + 1) }).text('↩');
    list.append($('<li>').attr('id', note).append(told.contents(), ' ', back));
    told.remove();
  });
  if (list.children().length > 0) $('article').append($('<section class="sources" role="doc-endnotes">').append($('<h2 id="sources">').text(sources), list));
}

/** A term leads to its entry in the glossary. */
function leadTermsHome($: CheerioAPI, { terms }: Holdings): void {
  $('button.term').each((_, term) => {
    const told = $(term).next('.definition');
    const id = terms.get(told.find('b').text());
    if (id === undefined) throw new Error(`"${told.find('b').text()}" is no term of the glossary's page`);
    $(term).replaceWith($('<a class="term">').attr('href', `../glossary/#${id}`).append($(term).contents()));
    told.remove();
  });
}

/** A figure is a `<figure>` of the id its chapter knows it by, unless a heading above it has the same. */
function openFigures($: CheerioAPI): void {
  $('demo-figure').each((_, each) => {
    const id = $(each).attr('id')!;
    const figure = $(each).children('figure').attr('id', $(`h2[id="${id}"], h3[id="${id}"]`).length > 0 ? `${id}-figure` : id);
    $(each).replaceWith(figure);
  });
  $('.console').each((_, each) => { $(each).replaceWith($(each).contents()); });
  $('.drawing').removeAttr('role').removeAttr('aria-label');
  $('.table[role]').removeAttr('role').removeAttr('aria-label');
}

function cleanAttributes($: CheerioAPI, page: string): void {
  $('article, article *').each((_, element) => {
    for (const name of Object.keys($(element).attr() ?? {})) {
      const value = $(element).attr(name)!;
      if (screenAttribute.test(name) && !name.startsWith('data-astro-cid')) $(element).removeAttr(name);
      else if (references.includes(name) && !isDrawn(element)) $(element).attr(name, idIn(page, value));
    }
  });
}

/** Ids inside a drawing are those of its own marks. */
const isDrawn = (element: { readonly tagName?: string }): boolean => ['marker', 'pattern'].includes(element.tagName ?? '');
