import type { Locale } from './locales.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", '#x27': "'", '#x3C': '<', '#x26': '&' };

/** The words of a piece of HTML: what its elements say, with a space between blocks. */
export const said = (html: string): string => html
  .replace(/<\/(?:p|li|pre|tr|td|th|h\d)>/g, ' ')
  .replace(/<[^>]*>/g, '')
  .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
  .replace(/\s+/g, ' ')
  .trim();

/** The words of each `<section id="…">` of a piece of HTML, in order; sections do not nest. */
export const saidIn = (html: string): readonly { readonly id: string; readonly words: string }[] =>
  [...html.matchAll(/<section id="([^"]+)"[^>]*>([^]*?)<\/section>/g)].map(([, id = '', inner = '']) => ({ id, words: said(inner) }));

/** The first sentences of a text, as many as fit into so many characters, but at least one. */
export function beginning(words: string, locale: Locale, most: number): string {
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(words)].map(({ segment }) => segment);
  let length = 0;
  return sentences.filter((sentence, nth) => (length += sentence.length) <= most || nth === 0).join('').trim();
}
