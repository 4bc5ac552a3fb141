/**
 * `npm run check`: reads the whole text and says what to mend, each finding with its file, line and column.
 * `-- --release` takes nothing that is behind its twin; `-- --stamp FILE` says that FILE and its twin now say the same.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { files, isFile, known, otherPages, read, readBookExceptions, readChapters, unlisted, wordFiles } from './check/book.ts';
import { at, type Chapter } from './check/chapter.ts';
import { checkExplained } from './check/explained.ts';
import { byPlace, format, type Finding } from './check/finding.ts';
import { checkFollows, stamped } from './check/follows.ts';
import { checkIds } from './check/ids.ts';
import { checkLinks, mapOf } from './check/links.ts';
import { checkNumbers } from './check/numbers.ts';
import { checkPredictions } from './check/predictions.ts';
import { checkTwins, twinIn } from './check/twins.ts';
import { checkTyped } from './check/typed.ts';
import { checkTypography } from './check/typography.ts';
import { valuesOf } from './check/values.ts';
import { checkWords } from './check/words.ts';
import { optionsOf } from './command.ts';
import { root } from './paths.ts';

async function findings(chapters: readonly Chapter[]): Promise<readonly Finding[]> {
  const [ids, values, map, exceptions] = [await known(), await valuesOf(chapters), mapOf(chapters, otherPages(), isFile), readBookExceptions()];
  const each = chapters.flatMap((chapter) => [
    ...checkIds(chapter, ids),
    ...checkLinks(chapter, map),
    ...checkNumbers(chapter, exceptions),
    ...checkPredictions(chapter, values),
    ...checkTypography(chapter, values),
  ]);
  const strangers = unlisted(chapters).map((chapter) => at(chapter, undefined, 'is not in src/i18n/chapters.ts. List it there, or rename it.'));
  const words = files('{src,components}/**/*.{ts,tsx}').filter((path) => !/\.test\./.test(path)).flatMap((path) => checkWords(path, read(path)));
  const typed = wordFiles().flatMap((path) => checkTyped(path, read(path), exceptions));
  const explained = ['content/glossary.yml', 'content/questions.yml'].flatMap((path) => checkExplained(path, read(path), chapters));
  return [...checkTwins(chapters), ...explained, ...checkFollows(chapters), ...each, ...strangers, ...words, ...typed].sort(byPlace);
}

/** Writes into both twins that each follows the other's present text. */
function stamp(chapters: readonly Chapter[], file: string): void {
  const path = relative(root, file).split(sep).join('/');
  const chapter = chapters.find((each) => each.path === path);
  const twin = chapter && twinIn(chapters, chapter);
  if (!chapter || !twin) throw new Error(`${path} is not a chapter with a twin. There are:\n${chapters.map((each) => each.path).join('\n')}`);
  writeFileSync(join(root, chapter.path), stamped(chapter, twin));
  writeFileSync(join(root, twin.path), stamped(twin, chapter));
  console.log(`${chapter.path} and ${twin.path} now say the same.`);
}

async function check(release: boolean): Promise<void> {
  const chapters = readChapters();
  const found = await findings(chapters);
  const errors = found.filter(({ level }) => release || level === 'error');
  for (const finding of found) console.log(format(finding));
  console.log(found.length === 0 ? `${chapters.length} chapter files: nothing to mend.` : `${errors.length} to mend, ${found.length - errors.length} warnings.`);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

const { values } = optionsOf({ options: { release: { type: 'boolean', default: false }, stamp: { type: 'string' } } }, 'Usage: npm run check [-- --release | --stamp FILE]');
if (values.stamp === undefined) await check(values.release);
else stamp(readChapters(), values.stamp);
