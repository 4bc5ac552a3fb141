import { locales, type Locale } from './locales.ts';

/** `/` or `/some/base/`: where the book is mounted. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A path inside the book with the base before it: `('en/')` gives `/base/en/`. */
export const at = (path: string): string => base + path;

export const homePath = (locale: Locale): string => at(`${locale}/`);

export const chapterPath = (locale: Locale, slug: string): string => at(`${locale}/${slug}/`);

/** A page for the reader's own data: `('en', 'process')`. */
export const toolPath = (locale: Locale, slug: string): string => at(`${locale}/tools/${slug}/`);

/** A figure alone, and the list of them all. */
export const figurePath = (locale: Locale, id: string): string => at(`${locale}/figures/${id}/`);
export const figuresPath = (locale: Locale): string => at(`${locale}/figures/`);

/** A figure for a frame on somebody else's page. */
export const embedPath = (locale: Locale, id: string): string => at(`${locale}/embed/${id}/`);

/** The picture of a figure, of a chapter, or of the book, where a link to it is shown; `npm run pictures` draws it. */
export const picturePath = (locale: Locale, name: string): string => at(`pictures/${locale}/${name}.png`);

/** A figure's drawing, small, where all are listed. */
export const thumbPath = (locale: Locale, id: string): string => at(`pictures/${locale}/small/${id}.jpg`);

/** What changed from one Go release to the next. */
export const changesPath = (locale: Locale): string => at(`${locale}/changes/`);

/** Short answers to what people asked; with an id, to one of them. */
export const questionsPath = (locale: Locale, id?: string): string => at(`${locale}/questions/${id === undefined ? '' : `#${id}`}`);

export const feedPath = (locale: Locale): string => at(`${locale}/rss.xml`);

/** The same page in another language: `/base/en/x/` gives `/base/zh/x/`. */
export function inLocale(pathname: string, locale: Locale): string {
  const [first, ...rest] = pathname.slice(base.length).split('/');
  return locales.includes(first as Locale) ? at([locale, ...rest].join('/')) : homePath(locale);
}
