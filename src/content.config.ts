import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** One chapter in one language; `content/en/x.mdx` and `content/zh/x.mdx` are twins. */
const chapter = z.strictObject({
  title: z.string().min(1),
  /** The question the chapter answers. */
  question: z.string().min(1),
  /** For search engines and the feed: one or two sentences. */
  description: z.string().min(1),
  published: z.date(),
  updated: z.date(),
  /** `textHash` of the twin's text that this text follows (`src/i18n/follows.ts`). */
  follows: z.string().regex(/^[0-9a-f]{12}$/, 'twelve hexadecimal digits: run npm run check, it prints the right ones'),
  /** The Go release its statements were verified with, where it is not that of oracle/go-version. */
  go: z.string().regex(/^1\.\d+(\.\d+)?$/, 'a Go release, such as 1.27.4').optional(),
});

export const collections = {
  chapters: defineCollection({ loader: glob({ base: './content', pattern: ['{en,zh}/*.mdx', '!*/questions.mdx'] }), schema: chapter }),
  /** Short answers, with the front matter of a chapter. */
  questions: defineCollection({ loader: glob({ base: './content', pattern: '{en,zh}/questions.mdx' }), schema: chapter }),
};
