import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { getCollection } from 'astro:content';
import { languageTag, localeOf, locales } from '../../i18n/locales.ts';
import { chapterPath, homePath, feedPath } from '../../i18n/paths.ts';
import { t } from '../../i18n/ui.ts';

export const getStaticPaths = () => locales.map((lang) => ({ params: { lang } }));

/** The language's chapters, newest first. */
export async function GET({ params, site }: APIContext): Promise<Response> {
  const locale = localeOf(params['lang']);
  const entries = (await getCollection('chapters')).filter(({ id }) => id.startsWith(`${locale}/`));
  const newestFirst = entries.toSorted((a, b) => Number(b.data.published) - Number(a.data.published));
  const words = t(locale);
  return rss({
    title: words.bookTitle,
    description: words.bookTagline,
    site: new URL(homePath(locale), site),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${languageTag[locale]}</language><atom:link href="${new URL(feedPath(locale), site)}" rel="self" type="application/rss+xml"/>`,
    items: newestFirst.map(({ id, data }) => ({
      title: data.title,
      description: `${data.question} ${data.description}`,
      link: chapterPath(locale, id.slice(locale.length + 1)),
      pubDate: data.published,
    })),
  });
}
