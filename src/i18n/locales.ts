/** The book's languages, as they stand in URLs and in `content/`. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** BCP 47 tags: what `lang` and `hreflang` say. */
export const languageTag: Record<Locale, string> = { en: 'en', zh: 'zh-CN' };

/** Each language in its own words. */
export const languageName: Record<Locale, string> = { en: 'English', zh: '中文' };

/** The other language of the book. */
export const twinOf = (locale: Locale): Locale => (locale === 'en' ? 'zh' : 'en');

export const isLocale = (text: string | undefined): text is Locale => locales.includes(text as Locale);

/** The locale of a page, from its `[lang]` parameter or `Astro.currentLocale`. */
export function localeOf(text: string | undefined): Locale {
  if (isLocale(text)) return text;
  throw new Error(`"${text}" is no language of this book; it has: ${locales.join(', ')}`);
}
