import * as v from 'valibot';
import { parse } from 'yaml';
import type { Chapter } from './chapter.ts';

const written = v.array(v.strictObject({
  text: v.pipe(v.string(), v.regex(/\d/, 'an exception is for a text with a numeral in it')),
  reason: v.pipe(v.string(), v.minLength(1)),
  in: v.optional(v.union([v.string(), v.array(v.string())])),
}));

/** A quantity allowed to stand without a claim or a source. */
export interface Exception {
  readonly text: string;
  readonly reason: string;
  /** Whether it is written at `index` of a text in that chapter, figure or module. */
  covers(chapter: Pick<Chapter, 'slug'>, text: string, index: number): boolean;
}

/** Reads `content/numbers-exceptions.yml`: a list of `text`, `reason`, and `in`: the chapters, figures or modules of words it is for; else all. */
export function readExceptions(yaml: string): readonly Exception[] {
  return v.parse(written, parse(yaml) ?? []).map(({ text, reason, in: places }) => ({
    text,
    reason,
    covers: (chapter, block, index) => {
      if (places !== undefined && ![places].flat().includes(chapter.slug)) return false;
      const from = block.lastIndexOf(text, index);
      return from >= 0 && from + text.length > index;
    },
  }));
}
