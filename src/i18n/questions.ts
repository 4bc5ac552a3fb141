import { z } from 'astro/zod';
import { parse } from 'yaml';
import raw from '../../content/questions.yml?raw';
import { chapterOf, type Chapter, type Words } from './chapters.ts';

const place = /^(\d-\d-[a-z-]+)#([a-z-]+)$/;

const schema = z.record(z.string().regex(/^[a-z0-9-]+$/), z.strictObject({
  en: z.string().min(1),
  zh: z.string().min(1),
  at: z.string().regex(place, 'the chapter and the section that explain it: 1-1-process-memory#virt'),
  figure: z.string().optional(),
  asked: z.array(z.url({ protocol: /^https$/ })).min(1),
}));

/** Something people asked, as `content/questions.yml` lists it; `content/en/questions.mdx` answers it. */
export interface Question {
  readonly id: string;
  /** The question, with `code` in backticks. */
  readonly asks: Words;
  readonly chapter: Chapter;
  /** The section of the chapter that explains it. */
  readonly anchor: string;
  /** The figure of the book that shows it. */
  readonly figure?: string | undefined;
  /** The threads it was asked in. */
  readonly threads: readonly string[];
}

/** Every question, in the order of the book. */
export const questions: readonly Question[] = Object.entries(schema.parse(parse(raw))).map(([id, { en, zh, at, figure, asked }]) => {
  const [, slug = '', anchor = ''] = place.exec(at) ?? [];
  return { id, asks: { en, zh }, chapter: chapterOf(slug), anchor, figure, threads: asked };
});

/** The question of that id; throws with the valid ids. */
export function questionNamed(id: string): Question {
  const found = questions.find((each) => each.id === id);
  if (found) return found;
  throw new Error(`<Question id="${id}"> is not in content/questions.yml; it has: ${questions.map((each) => each.id).join(', ')}`);
}

/** What the questions of a chapter stand under, on their page. */
export const groupOf = ({ number }: Chapter): string => `c-${number.replace('.', '-')}`;

/** The questions a chapter answers. */
export const questionsOf = (slug: string): readonly Question[] => questions.filter(({ chapter }) => chapter.slug === slug);

const places: Readonly<Record<string, string>> = { 'go.dev': 'Go FAQ', 'stackoverflow.com': 'Stack Overflow', 'groups.google.com': 'golang-nuts', 'go101.org': 'Go 101' };

/** What threads are called that have no number people know. */
const titles: Readonly<Record<string, string>> = { 'https://stackoverflow.com/questions/24863164': 'How to analyze golang memory?' };

/** What people call a thread: `golang/go#38010`; elsewhere than on GitHub, the name of the place and, where the place asks much, the title. */
export function threadName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const [, owner, repo, , number] = pathname.split('/');
  if (hostname === 'github.com') return `${owner}/${repo}#${number}`;
  return [places[hostname] ?? hostname, ...(titles[url] === undefined ? [] : [titles[url]])].join(': ');
}
