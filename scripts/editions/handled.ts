import type { CheerioAPI } from 'cheerio';
import type { Locale } from '../../src/i18n/locales.ts';

/** What tells a reader to handle a figure, which stands still in a file: `<Live>` in a chapter and `handling` of a figure keep it on the page. */
const handling: Readonly<Record<Locale, RegExp>> = {
  en: /(?:^|[.:;,)] |\b(?:and|then|or) )(?:press|click|tap|drag|choose)\b|\barrow key|\bunder “?(?:Program|Process|Guess)\b|\bstep (?:on|through) (?:in|them)\b|\bbefore you step\b/i,
  zh: /点“|点一下|点击|点任何|按住|按下|拖到|拖那|选“|在“程序”里|先押|打开“/,
};

/** The sentences of a text that ask for something to press. */
export const handled = (text: string, locale: Locale): readonly string[] =>
  text.split(/(?<=[.!?:] |[。！？：]|\n)/).map((each) => each.trim()).filter((each) => handling[locale].test(each));

/** The same, of all that an article says. */
export const handledIn = ($: CheerioAPI, locale: Locale): readonly string[] =>
  $('article').find('p, li, td, figcaption, h2, h3').toArray().flatMap((each) => handled($(each).text(), locale));
