import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { demos, loadDemo } from '../../src/demos/index.ts';
import { chapters as listed } from '../../src/i18n/chapters.ts';
import { locales } from '../../src/i18n/locales.ts';
import { factNames } from '../../src/oracle/facts.ts';
import { root } from '../paths.ts';
import { readChapter, type Chapter } from './chapter.ts';
import { readExceptions, type Exception } from './exceptions.ts';
import type { Known } from './ids.ts';

/** Files of the checkout, named with slashes. */
export const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).map((path) => path.split(sep).join('/')).sort();

/** Whether a path from the project's root is a file of the checkout. */
export const isFile = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every chapter of the checkout; a syntax error is thrown with its file and place. */
export function readChapters(): readonly Chapter[] {
  return files('content/*/*.mdx').map((path) => {
    try {
      return readChapter(path, read(path));
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
    }
  });
}

export function readBookExceptions(): readonly Exception[] {
  const path = 'content/numbers-exceptions.yml';
  return existsSync(join(root, path)) ? readExceptions(read(path)) : [];
}

/** Modules of words in which an author may type a number. */
export const wordFiles = (): readonly string[] =>
  files('{content/glossary.yml,src/demos/*/{en,zh}.ts,components/**/{en,zh}.ts,src/i18n/player/*.ts,src/i18n/{ui,chapters,tools,changes}.ts}');

/** What a list of the checkout names; nothing where there is none. */
const keysOf = (path: string): readonly string[] => (existsSync(join(root, path)) ? Object.keys(parse(read(path)) as object) : []);

/** Every demo with its claims, every recorded fact, every term and question. */
export async function known(): Promise<Known> {
  const claims = Object.keys(demos).map(async (id) => [id, Object.keys((await loadDemo(id)).claims)] as const);
  return { demos: new Map(await Promise.all(claims)), facts: factNames, terms: keysOf('content/glossary.yml'), questions: keysOf('content/questions.yml') };
}

/** Pages that are no written chapter, as far as their files name them: tools and the contents. */
export function otherPages(): readonly string[] {
  const perLanguage = files('src/pages/[[]lang]/**/*.astro').map((file) => file.replace('src/pages/[lang]/', '').replace(/(index)?\.astro$/, ''));
  const plain = perLanguage.filter((page) => !page.includes('['));
  return locales.flatMap((locale) => plain.map((page) => `${locale}/${page}${page === '' || page.endsWith('/') ? '' : '/'}`));
}

/** Files in `content/en` and `content/zh` whose names the contents do not list; the questions are no chapter. */
export const unlisted = (chapters: readonly Chapter[]): readonly Chapter[] => chapters.filter(({ slug }) => slug !== 'questions' && !listed.some((each) => each.slug === slug));
