import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters } from '../src/i18n/chapters.ts';
import { root } from './paths.ts';

/** Files to write, by path in the checkout. */
export type Skeleton = Readonly<Record<string, string>>;

const template = (path: string): string => readFileSync(join(root, 'scripts/templates', path), 'utf8');

/** Puts values where a template has `{{name}}`; a name without a value is our mistake. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template has {{${name}}}, and nothing to put there`);
    return value;
  });
}

/** `tiny-prison` gives `TinyPrison`. */
const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `tiny-prison` gives `Tiny prison`. */
const sentence = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

/** A figure that runs, in both languages, with the test of what must be seen. */
export function demoSkeleton(name: string): Skeleton {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name for a demo: small letters, digits and single hyphens, such as tiny-prison`);
  const values = { name, Name: pascal(name), title: sentence(name) };
  const parts = ['demo.ts', 'words.ts', 'en.ts', 'zh.ts'].map((file) => [`src/demos/${name}/${file}`, fill(template(`demo/${file}.txt`), values)]);
  return { ...Object.fromEntries(parts) as Skeleton, [`e2e/demos/${name}.spec.ts`]: fill(template('demo/spec.ts.txt'), values) };
}

/** The list of demos with one more in it, in the order of the alphabet. */
export function registered(index: string, name: string): string {
  const lines = index.split('\n');
  const first = lines.findIndex((line) => line.startsWith('export const demos'));
  const last = lines.findIndex((line, i) => i > first && line.startsWith('}'));
  if (first < 0 || last < 0) throw new Error('src/demos/index.ts has no list of demos that begins with "export const demos"');
  const entries = [...lines.slice(first + 1, last), `  '${name}': () => import('./${name}/demo.ts'),`].sort();
  return [...lines.slice(0, first + 1), ...entries, ...lines.slice(last)].join('\n');
}

/** A chapter with all its bones, in both languages. `today` is a date as `2026-01-31`. */
export function chapterSkeleton(slug: string, today: string): Skeleton {
  const chapter = chapters.find((each) => each.slug === slug);
  if (!chapter) throw new Error(`"${slug}" is not in the contents. List it in src/i18n/chapters.ts first; it has: ${chapters.map((each) => each.slug).join(', ')}`);
  const { title, question } = chapter;
  const values = { 'title.en': title.en, 'title.zh': title.zh, 'question.en': JSON.stringify(question.en), 'question.zh': JSON.stringify(question.zh), today };
  return Object.fromEntries(['en', 'zh'].map((locale) => [`content/${locale}/${slug}.mdx`, fill(template(`chapter/${locale}.mdx.txt`), values)]));
}
