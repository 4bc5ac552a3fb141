import { textHash } from '../../src/i18n/follows.ts';
import { at, type Chapter } from './chapter.ts';
import type { Finding } from './finding.ts';
import { twinIn } from './twins.ts';

/** The hash of a chapter's words, as its twin's `follows` should have it. */
export function hashOf({ front, body }: Chapter): string {
  const words = (name: string) => String(front[name] ?? '');
  return textHash({ title: words('title'), question: words('question'), description: words('description'), body });
}

/** A chapter whose twin changed since it was last brought up to it. Both cannot be behind: whoever changed last leads. */
export function checkFollows(chapters: readonly Chapter[]): readonly Finding[] {
  return chapters.flatMap((chapter) => {
    const twin = twinIn(chapters, chapter);
    if (!twin || chapter.front['follows'] === hashOf(twin)) return [];
    return [at(chapter, undefined, `follows an older text of ${twin.path}. Bring it up to date, then run: npm run check -- --stamp ${chapter.path}`, 'warning')];
  });
}

/** The chapter's text with `follows` set to what its twin says now. */
export function stamped(chapter: Chapter, twin: Chapter): string {
  return chapter.text.replace(/^follows:.*$/m, `follows: '${hashOf(twin)}'`);
}
