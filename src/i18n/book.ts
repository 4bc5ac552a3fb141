import { existsSync, readFileSync } from 'node:fs';
import { parts, type Chapter } from './chapters.ts';
import type { Locale } from './locales.ts';
import { repository } from './project.ts';

/** Where a reader changes that file (a path from the project's root). */
export const editLink = (path: string): string => `${repository}/edit/main/${path}`;

const releaseFile = 'oracle/go-version';

/** The Go release the recordings were made with, `1.27.4`; undefined before the first recording. */
export function recordedRelease(): string | undefined {
  if (!existsSync(releaseFile)) return undefined;
  const text = readFileSync(releaseFile, 'utf8').trim();
  const release = /^(?:go)?(\d+\.\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (release) return release;
  throw new Error(`${releaseFile} says "${text}"; it should be one line with a Go release, such as 1.27.4`);
}

/** Ids of the figures a chapter shows, in its order. */
export function figuresOf(slug: string): readonly string[] {
  const file = `content/en/${slug}.mdx`;
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/<Demo id="([^"]+)"/g)].map(([, id = '']) => id);
}

/** The chapters that show a figure. */
export const chaptersShowing = (id: string): readonly Chapter[] =>
  parts.flatMap(({ chapters }) => chapters).filter(({ slug }) => figuresOf(slug).includes(id));

/** What the section of a chapter is called, with `code` in backticks; throws when it has no such section. */
export function headingOf(locale: Locale, slug: string, anchor: string): string {
  const found = new RegExp(`^#{2,3} (.*) \\{#${anchor}\\}$`, 'm').exec(readFileSync(`content/${locale}/${slug}.mdx`, 'utf8'))?.[1];
  if (found !== undefined) return found;
  throw new Error(`content/${locale}/${slug}.mdx has no section {#${anchor}}`);
}
