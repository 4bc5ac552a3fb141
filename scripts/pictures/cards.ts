import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { demos } from '../../src/demos/index.ts';
import { chapters } from '../../src/i18n/chapters.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { bookPicture } from '../../src/i18n/pictures.ts';
import { beginning } from '../../src/i18n/said.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Card } from './card.ts';

/** The figure on the book's own card: the cover's too. */
const onCover = 'fit-arena';

/** How cards look, for the end of a page's head. */
export const cardStyle = (): string => `<style>${readFileSync(new URL('card.css', import.meta.url), 'utf8')}</style>`;

/** What a card is drawn with: the page's styles, and the patterns its marks are filled with. */
export interface Deck { readonly head: string; readonly patterns: string; readonly cards: readonly Card[] }

/** All cards of a language, from the pages that are built: of each figure, of each chapter, and of the book. */
export function deckOf(dist: string, locale: Locale): Deck {
  const open = (path: string): CheerioAPI => load(readFileSync(join(dist, locale, path, 'index.html'), 'utf8'));
  const figures = Object.keys(demos).map((id) => ({ id, $: open(`embed/${id}`) }));
  const first = figures[0]!.$;
  const drawings = new Map(figures.map(({ id, $ }) => [id, $('demo-figure .drawing').html() ?? '']));
  return {
    head: first.html(first('link[rel="preload"], link[rel="stylesheet"], style')),
    patterns: first.html(first('svg.patterns')),
    cards: [...figures.map(({ id, $ }) => figureCard(locale, id, $, drawings)), ...chapterCards(dist, locale, open, drawings), bookCard(locale, drawings)],
  };
}

type Drawings = ReadonlyMap<string, string>;

/** Characters that a card has room for, should the first sentence be shorter. */
const room: Readonly<Record<Locale, number>> = { en: 115, zh: 48 };

const sentence = (words: string, locale: Locale): string => beginning(words.replace(/\s+/g, ' ').trim(), locale, room[locale]);

function figureCard(locale: Locale, id: string, $: CheerioAPI, drawings: Drawings): Card {
  return { locale, name: id, from: t(locale).bookTitle, title: $('.player-title').text(), says: sentence($('figcaption').first().text(), locale), drawing: drawings.get(id)! };
}

function chapterCards(dist: string, locale: Locale, open: (path: string) => CheerioAPI, drawings: Drawings): readonly Card[] {
  return chapters.filter(({ slug }) => existsSync(join(dist, locale, slug))).map(({ slug, number }) => {
    const $ = open(slug);
    const shown = $('demo-figure').first().attr('data-demo') ?? onCover;
    return { locale, name: slug, from: t(locale).bookTitle, title: `${number} ${$('h1').text()}`, says: $('.opening .question').text(), drawing: drawings.get(shown)! };
  });
}

function bookCard(locale: Locale, drawings: Drawings): Card {
  const { bookHalves: [book, of], bookTagline } = t(locale);
  return { locale, name: bookPicture, from: of, title: book, says: bookTagline, drawing: drawings.get(onCover)! };
}
