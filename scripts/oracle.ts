/**
 * `npm run oracle -- --go VERSION [--what RECORDER,...] [--issue FILE]`: records with another Go, into a scratch copy of
 * the book, and prints which facts and which sentences would change, which of the runtime's own answers, and which of the
 * places of Go's source that the book cites. The checkout is left alone. FILE gets the same lines when there is something
 * to say, and is not made when there is nothing: what the weekly run makes an issue of.
 *
 * The book's own Go is recorded too, and what differs even then is the machine's doing, and said so. Exit code 1 when a recorder failed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf } from './command.ts';
import { moved, readAnswers, type Answers } from './oracle/answers.ts';
import { citedOf, sourceOf, sourcesMoved } from './oracle/cited.ts';
import { differences, report, type Book } from './oracle/differences.ts';
import { failuresTold, record, type Failure } from './oracle/record.ts';
import { whyNoGo } from './oracle/need-go.ts';
import { readBook, Unreadable } from './oracle/read-book.ts';
import { compared as usual, recorders } from './oracle/recorders.ts';
import { copyBook, pin, pinnedGo, standIn } from './oracle/scratch.ts';
import { root } from './paths.ts';

const usage = 'Usage: npm run oracle -- --go VERSION [--what RECORDER,...] [--issue FILE], for instance --go 1.26.11';

/** Ends the program; scratch is removed on the way. */
class Stop extends Error {}

/** What the comparison came to: its lines, whether anything changed, and whether a recorder failed. */
interface Told { readonly lines: readonly string[]; readonly changes: boolean; readonly failed: boolean }

function main(): void {
  const { values: { go: asked, what, issue } } = optionsOf({ options: { go: { type: 'string' }, what: { type: 'string', default: usual.join(',') }, issue: { type: 'string' } } }, usage);
  const version = /^(?:go)?(1\.\d+(?:\.\d+|rc\d+|beta\d+)?)$/.exec(asked ?? '')?.[1];
  if (version === undefined) throw new Stop(usage);
  const some = what.split(',');
  const unknown = some.find((name) => !Object.hasOwn(recorders, name));
  if (unknown !== undefined) throw new Stop(`There is no recorder "${unknown}". There are: ${Object.keys(recorders).join(', ')}.`);
  for (const go of [pinnedGo(root), `go${version}`]) {
    const why = whyNoGo(go);
    if (why !== undefined) throw new Stop(why);
  }
  const { lines, changes, failed } = told(`go${version}`, some);
  for (const line of lines) console.log(line);
  if (issue !== undefined && changes) writeFileSync(issue, `${lines.join('\n')}\n`);
  process.exitCode = failed ? 1 : 0;
}

/** What the book at `book` says now, and what the runtime answers. */
interface Reading { readonly book: Book; readonly answers: Answers }
const read = (book: string): Reading => ({ book: readBook(book), answers: readAnswers(book) });

/** Records both Gos in a scratch copy, the book's own first; what fails with that is not asked of the other. */
function told(go: string, what: readonly string[]): Told {
  const [scratch, own] = [mkdtempSync(join(tmpdir(), 'book-')), pinnedGo(root)];
  const failures: Failure[] = [];
  try {
    copyBook(root, scratch);
    const recorded = (release: string): Reading => {
      const began = Date.now();
      pin(scratch, release);
      failures.push(...record(scratch, release, what.filter((name) => !failures.some(({ recorder }) => recorder === name))));
      standIn(scratch, release, own, began);
      return read(scratch);
    };
    const before = read(scratch);
    const again = recorded(own);
    return said(go, own, failures, before, again, go === own ? again : recorded(go));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { lines: [...failuresTold(failures, own), `What was recorded last makes no sense to the book. ${error.message}`], changes: true, failed: true };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function said(go: string, own: string, failures: readonly Failure[], before: Reading, again: Reading, after: Reading): Told {
  const [found, noise] = [differences(before.book, after.book), go === own ? [] : differences(before.book, again.book)];
  const answers = moved(go === own ? before.answers : again.answers, after.answers);
  const sources = go === own ? [] : sourcesMoved(citedOf(own), sourceOf(own), sourceOf(go));
  const real = found.filter(({ what }) => !noise.some((each) => each.what === what));
  return {
    lines: [...failuresTold(failures, own), ...answers, ...sources, ...report(go, found, noise)],
    changes: failures.length + answers.length + sources.length + real.length > 0,
    failed: failures.length > 0,
  };
}

try {
  main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
