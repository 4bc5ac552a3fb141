import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { demos } from '../../src/demos/index.ts';
import { chaptersShowing, figuresOf } from '../../src/i18n/book.ts';
import { parts } from '../../src/i18n/chapters.ts';
import { figureWords } from '../../src/i18n/figures.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { t } from '../../src/i18n/ui.ts';
import { handledIn } from './handled.ts';
import { idIn, type Holdings } from './place.ts';
import { tidy } from './tidy.ts';

/** A page of the site as a part of one file. */
export interface Section {
  /** Its name on the site: `1-2-stack`. */
  readonly page: string;
  /** Its title as contents list it, with its number. */
  readonly title: string;
  /** The part of the book it opens, if it is the first of one. */
  readonly opens?: string;
  readonly headings: readonly { readonly id: string; readonly title: string }[];
  /** A document whose `article` is the section. */
  readonly $: CheerioAPI;
}

/** One language of the book, read from what was built. */
export interface Book {
  readonly locale: Locale;
  /** Address of its contents page. */
  readonly home: string;
  /** The day its youngest chapter was changed, `2026-11-26`. */
  readonly updated: string;
  readonly sections: readonly Section[];
  /** Everything its pages are drawn with, in the order of the pages. */
  readonly styles: readonly string[];
  /** What fills marks, as the pages hold it once each. */
  readonly patterns: string;
}

/** A page of the site that goes into the file. */
interface Source { readonly page: string; readonly title: string; readonly opens?: string; readonly $: CheerioAPI }

const questions = 'questions';
const glossary = 'glossary';
const figures = 'figures';

/** Reads one language of the book from `dist`. */
export function readBook(dist: string, locale: Locale): Book {
  const open = (path: string): CheerioAPI => load(readFileSync(join(dist, locale, path, 'index.html'), 'utf8'));
  const contents = open('.');
  const home = contents('link[rel="canonical"]').attr('href')!;
  const sources = [...chapterPages(dist, locale, open), plainPage(questions, open), plainPage(glossary, open), figurePages(locale, open)].filter((each) => each !== undefined);
  const holdings = holdingsOf(home, sources);
  const styles = stylesOf(dist, home, sources);
  const updated = sources.map(({ $ }) => ($('meta[property="article:modified_time"]').attr('content') ?? '').slice(0, 10)).sort().at(-1) ?? '';
  const patterns = contents.html(contents('svg.patterns').children());
  for (const { page, $ } of sources) {
    tidy($, page, holdings, locale);
    const asked = handledIn($, locale);
    if (asked.length > 0) throw new Error(`${locale}/${page} asks a reader of the book as a file to handle what stands still there; put it into <Live>:\n${asked.join('\n')}`);
  }
  return { locale, home, updated, styles, patterns, sections: sources.map(sectionOf) };
}

function chapterPages(dist: string, locale: Locale, open: (path: string) => CheerioAPI): readonly Source[] {
  return parts.flatMap((part) => part.chapters.filter(({ slug }) => existsSync(join(dist, locale, slug))).map(({ slug, number }, i) => {
    const $ = open(slug);
    const title = `${number} ${$('h1').text()}`;
    $('article .number').remove();
    $('h1').prepend($('<span class="number">').text(number), ' ');
    return { page: slug, title, $, ...(i === 0 && { opens: `${t(locale).part(part.number)} · ${part.title[locale]}` }) };
  }));
}

/** A page behind the chapters that goes into the file as it is. */
function plainPage(page: string, open: (path: string) => CheerioAPI): Source {
  const $ = open(page);
  return { page, title: $('h1').text(), $ };
}

/** The figures no chapter shows, on a page of their own. */
function figurePages(locale: Locale, open: (path: string) => CheerioAPI): Source | undefined {
  const ids = Object.keys(demos).filter((id) => chaptersShowing(id).length === 0);
  if (ids.length === 0) return undefined;
  const title = figureWords[locale].more;
  const shown = ids.map((id) => open(`embed/${id}`)).map(($) => $.html($('demo-figure, .transcript')));
  const $ = load(`<article><header class="opening"><h1></h1></header>${shown.join('')}</article>`);
  $('h1').text(title);
  return { page: figures, title, $ };
}

function holdingsOf(home: string, sources: readonly Source[]): Holdings {
  const shown = sources.flatMap(({ page, $ }) => $('demo-figure').toArray().map((each): readonly [string, string] => [$(each).attr('id')!, page]));
  const terms = sources.filter(({ page }) => page === glossary).flatMap(({ $ }) => $('.entry h2').toArray().map((each): readonly [string, string] => [$(each).contents().first().text().trim(), each.attribs['id']!]));
  return { home, pages: new Set(sources.map(({ page }) => page)), figures: new Map(shown.reverse()), terms: new Map(terms) };
}

/** Each style once: files that pages refer to, and what stands in the pages. */
function stylesOf(dist: string, home: string, sources: readonly Source[]): readonly string[] {
  const root = new URL('..', home).pathname;
  const all = sources.flatMap(({ $ }) => $('link[rel="stylesheet"], style').toArray().map((each) => {
    const href = $(each).attr('href');
    return href === undefined ? $(each).text() : readFileSync(join(dist, href.slice(root.length)), 'utf8');
  }));
  return [...new Set(all)];
}

function sectionOf({ page, title, opens, $ }: Source): Section {
  const headings = $('article h2[id]').toArray().map((each) => ({ id: $(each).attr('id')!, title: $(each).text().trim() }));
  return { page, title, headings: page === glossary ? [] : headings, $, ...(opens !== undefined && { opens }) };
}

/** The ids of all figures of a book, as its files know them, in its order. */
export const figureIds = ({ sections }: Book): readonly string[] =>
  sections.flatMap(({ page }) => (page === figures ? Object.keys(demos).filter((id) => chaptersShowing(id).length === 0) : figuresOf(page)).map((id) => idIn(page, id)));
