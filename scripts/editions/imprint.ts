import { recordedRelease } from '../../src/i18n/book.ts';
import { repository } from '../../src/i18n/project.ts';
import { editionWords } from '../../src/i18n/editions.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Book } from './book.ts';

/** What is true of an edition as a whole, for the page behind the cover. */
export function imprintLines({ locale, home, updated }: Book): readonly string[] {
  const [words, release] = [t(locale), recordedRelease()];
  return [words.bookTagline, words.bookCredo, editionWords[locale].runs(home), ...(release === undefined ? [] : [words.verifiedWith(release)]), `${words.updated} ${updated}`, words.licence, repository];
}
