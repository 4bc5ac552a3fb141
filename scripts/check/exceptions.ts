import * as v from 'valibot';
import { parse } from 'yaml';
import type { Chapter } from './chapter.ts';

const written = v.array(v.strictObject({
  text: v.pipe(v.string(), v.regex(/\d/, 'an exception is for a text with a numeral in it')),
  reason: v.pipe(v.string(), v.minLength(1)),
  in: v.optional(v.string()),
}));

/** A quantity allowed to stand without a claim or a source. */
export interface Exception {
  readonly text: string;
  readonly reason: string;
  /** Whether it is written at `index` of a block's text in that chapter. */
  covers(chapter: Pick<Chapter, 'slug'>, text: string, index: number): boolean;
}

/** Reads `content/numbers-exceptions.yml`: a list of `text`, `reason`, and `in`, a chapter's name, when it is for one only. */
export function readExceptions(yaml: string): readonly Exception[] {
  return v.parse(written, parse(yaml) ?? []).map(({ text, reason, in: slug }) => ({
    text,
    reason,
    covers: (chapter, block, index) => {
      if (slug !== undefined && slug !== chapter.slug) return false;
      const from = block.lastIndexOf(text, index);
      return from >= 0 && from + text.length > index;
    },
  }));
}
