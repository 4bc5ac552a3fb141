import type { Locale } from '../../src/i18n/locales.ts';
import { readChapter, type Chapter } from './chapter.ts';
import type { Finding } from './finding.ts';

/** A chapter with this body, for tests. Its body begins at line 7. */
export function chapterOf(body: string, locale: Locale = 'en', follows = '000000000000'): Chapter {
  const front = ['---', 'title: A title', 'question: A question?', 'description: What it tells.', `follows: '${follows}'`, '---', ''].join('\n');
  return readChapter(`content/${locale}/1-1-process-memory.mdx`, front + body);
}

/** Findings as `line:column message`, cut to `length` letters. */
export const brief = (findings: readonly Finding[], length = 60): string[] => findings.map(({ line, column, message }) => `${line}:${column} ${message}`.slice(0, length));
