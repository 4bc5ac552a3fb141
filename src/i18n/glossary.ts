import { z } from 'astro/zod';
import { parse } from 'yaml';
import raw from '../../content/glossary.yml?raw';
import { chapterOf, type Chapter } from './chapters.ts';

const side = z.strictObject({ term: z.string().min(1), text: z.string().min(1) });

const place = /^(\d-\d-[a-z-]+)#([a-z-]+)$/;
const at = z.string().regex(place, 'the chapter and the section that explain it: 1-1-process-memory#virt');

const schema = z.record(z.string().regex(/^[a-z0-9-]+$/), z.strictObject({ at, en: side, zh: side }));

/** One entry of `content/glossary.yml`. */
export type GlossaryEntry = z.infer<typeof schema>[string];

/** The whole glossary by id. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = schema.parse(parse(raw));

/** The entry of that id; throws with the valid ids. */
export function glossaryEntry(id: string): GlossaryEntry {
  const found = glossary[id];
  if (found) return found;
  throw new Error(`<Term id="${id}"> is not in content/glossary.yml; it has: ${Object.keys(glossary).join(', ')}`);
}

/** The section that explains a term. */
export function sectionOf({ at: where }: GlossaryEntry): { readonly chapter: Chapter; readonly anchor: string } {
  const [, slug = '', anchor = ''] = place.exec(where) ?? [];
  return { chapter: chapterOf(slug), anchor };
}
