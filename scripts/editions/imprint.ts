import { recordedRelease } from '../../src/i18n/book.ts';
import { published } from '../../src/i18n/project.ts';
import { editionWords } from '../../src/i18n/editions.ts';
import { t } from '../../src/i18n/ui.ts';
import type { Book } from './book.ts';
import { isInvented } from './place.ts';

/** What is true of an edition as a whole, for the page behind the cover. Addresses stand there if the build was told them. */
export function imprintLines({ locale, home, updated }: Book): readonly string[] {
  const [words, release] = [t(locale), recordedRelease()];
  const lines = [words.bookTagline, words.bookCredo, editionWords[locale].runs(isInvented(home) ? undefined : home), release && words.verifiedWith(release), `${words.updated} ${updated}`, words.licence, published()];
  return lines.filter((line) => line !== undefined);
}
