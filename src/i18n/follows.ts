import { createHash } from 'node:crypto';

/** A chapter's words: what a twin follows. */
export interface Text {
  readonly title: string;
  readonly question: string;
  readonly description: string;
  /** The MDX below the front matter. */
  readonly body: string;
}

/** Twelve hexadecimal digits that change when the words do; dates and versions do not count. */
export function textHash({ title, question, description, body }: Text): string {
  const words = [title, question, description, body.trim()].join('\n').replaceAll('\r\n', '\n');
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

/** Whether a text is behind its twin: it says which text of the twin it follows, and the twin says something else now. */
export const isBehind = (follows: string, twin: Text): boolean => textHash(twin) !== follows;
