import { atOffset, type Chapter } from './chapter.ts';
import type { Exception } from './exceptions.ts';
import type { Finding } from './finding.ts';
import { quantitiesOf } from './quantities.ts';

/** A quantity that stands in the text on nobody's word. */
export function checkNumbers(chapter: Chapter, exceptions: readonly Exception[]): readonly Finding[] {
  return quantitiesOf(chapter, exceptions).filter(({ origin }) => origin.kind === 'nowhere').map(({ offset, text }) =>
    atOffset(chapter, offset, `"${text}" has no origin. Let an engine say it: <Claim demo="…" name="…"/>; or cite it in the same paragraph: <Source …/>; or give a reason in content/numbers-exceptions.yml.`));
}
