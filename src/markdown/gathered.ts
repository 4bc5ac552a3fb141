import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parts, type Chapter } from '../i18n/chapters.ts';
import { locales, type Locale } from '../i18n/locales.ts';

/** `myths/zh.mdx`: a text that no file holds. */
const name = /myths\/(\w+)\.mdx$/;
const myth = /^<Myth [^]*?^<\/Myth>$/gm;

/** The myths of one chapter's text, whole, as written. */
export const mythsOf = (mdx: string): readonly string[] => mdx.match(myth) ?? [];

/** All myths of the book in one text, under the title of each chapter, which leads to it; what they refer to stays there. */
export function gatheredMyths(locale: Locale, read: (slug: string) => string | undefined): string {
  const section = ({ slug, number, title }: Chapter): readonly string[] => {
    const myths = mythsOf(read(slug) ?? '');
    return myths.length === 0 ? [] : [`## [${number} ${title[locale]}](../${slug}/) {#c-${number.replace('.', '-')}}`, ...myths.map((each) => each.replaceAll('](#', `](../${slug}/#`))];
  };
  return ['---', 'title: myths', '---', ...parts.flatMap(({ chapters }) => chapters).flatMap(section)].join('\n\n');
}

/** Serves `content/myths/en.mdx` and its twin as if they were files: gathered from the chapters, as MDX like theirs. */
export function gathered(content: string): Plugin {
  const localeIn = (id: string): Locale | undefined => locales.find((each) => each === name.exec(id)?.[1]);
  return {
    name: 'gathered-myths',
    enforce: 'pre',
    resolveId: (id) => (localeIn(id) === undefined ? null : join(content, 'myths', `${localeIn(id)!}.mdx`)),
    load(id) {
      const locale = localeIn(id);
      if (locale === undefined) return null;
      return gatheredMyths(locale, (slug) => {
        const file = join(content, locale, `${slug}.mdx`);
        if (!existsSync(file)) return undefined;
        this.addWatchFile(file);
        return readFileSync(file, 'utf8');
      });
    },
  };
}
