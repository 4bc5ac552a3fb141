import { changesWords } from '../../src/i18n/changes.ts';
import { locales } from '../../src/i18n/locales.ts';
import { anchorOf } from '../../src/oracle/changed/anchor.ts';
import { recorded } from '../../src/oracle/changed/recorded.ts';
import { told } from '../../src/oracle/changed/told.ts';
import { tableNamed } from '../../src/oracle/tables.ts';
import { read, readBookExceptions, readChapters, wordFiles } from '../check/book.ts';
import { atOffset, type Chapter } from '../check/chapter.ts';
import { attribute, elementsNamed } from '../check/elements.ts';
import type { Exception } from '../check/exceptions.ts';
import { numeralsIn } from '../check/numerals.ts';
import { quantitiesOf, type Origin } from '../check/quantities.ts';
import { typedIn } from '../check/typed.ts';
import { printed, valuesOf, type ValueOf } from '../check/values.ts';

/** One quantity of the book: where it stands, as it is printed, and who vouches for it. Generated pages count from 1, 1. */
export interface Entry { readonly path: string; readonly line: number; readonly column: number; readonly text: string; readonly origin: Origin }

/** Every quantity of both languages: chapters and their tables, the page of changes, words of figures, tools and interface. */
export async function entries(): Promise<readonly Entry[]> {
  const [chapters, exceptions] = [readChapters(), readBookExceptions()];
  const valueOf = await valuesOf(chapters);
  return [
    ...chapters.flatMap((chapter) => [...inProse(chapter, exceptions, valueOf), ...inTables(chapter)]),
    ...inChanges(),
    ...wordFiles().flatMap((path) => typedIn(path, read(path), exceptions)),
  ];
}

function inProse(chapter: Chapter, exceptions: readonly Exception[], valueOf: ValueOf): readonly Entry[] {
  return quantitiesOf(chapter, exceptions).map(({ offset, text, origin, claim }) => {
    const { path, line, column } = atOffset(chapter, offset, '');
    const value = claim && valueOf(claim);
    return { path, line, column, text: value ? printed(claim, value, chapter.locale) : text, origin };
  });
}

/** The numbers of `<RecordedTable id="…"/>`, cell by cell. */
function inTables(chapter: Chapter): readonly Entry[] {
  return elementsNamed(chapter.tree, 'RecordedTable').flatMap((element) => {
    const table = tableNamed(attribute(element, 'id') ?? '');
    const { path, line, column } = atOffset(chapter, element.position?.start.offset ?? 0, '');
    const origin: Origin = { kind: 'recording', recording: [table.from.en, ...table.from.files].join('; ') };
    return table.rows.flat().filter((cell) => typeof cell === 'number').map((cell) => ({ path, line, column, text: String(cell), origin }));
  });
}

/** The numbers of *What changed when*, by release. */
function inChanges(): readonly Entry[] {
  return locales.flatMap((locale) => told(recorded).flatMap(({ release, topics }) => topics.flatMap(({ parts }) => parts.flatMap(({ rows, file }) => {
    const path = `${locale}/changes/#${anchorOf(release)} ${changesWords[locale].title}`;
    const origin: Origin = { kind: 'recording', recording: `oracle/recordings/${file}` };
    return rows.flatMap(({ from, to }) => [from, to]).flatMap((value) => numeralsIn(value[locale])).map(({ text }) => ({ path, line: 1, column: 1, text, origin }));
  }))));
}
