/**
 * `npm run oracle -- --go VERSION [--what RECORDER,...]`: records with another Go, into a scratch copy of
 * the book, and prints which facts and which sentences would change, and with `--what tables,scripts` which of the
 * runtime's own answers. The checkout is left alone.
 *
 * The book's own Go is recorded too: what differs even then is the machine's doing, and said so.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf } from './command.ts';
import { moved, readAnswers } from './oracle/answers.ts';
import { differences, report, type Book } from './oracle/differences.ts';
import { whyNoGo } from './oracle/need-go.ts';
import { readBook, Unreadable } from './oracle/read-book.ts';
import { copyBook, pin, pinnedGo, standIn } from './oracle/scratch.ts';
import { root } from './paths.ts';

/** Recorders that another Go can change, but for those that take minutes or only look into one version. */
const usual = 'processes,startup,names,growth,elf,ulimit,counters,working-set';

const usage = 'Usage: npm run oracle -- --go VERSION [--what RECORDER,...], for instance --go 1.26.11';

/** Ends the program; scratch is removed on the way. */
class Stop extends Error {}

function main(): void {
  const { values } = optionsOf({ options: { go: { type: 'string' }, what: { type: 'string', default: usual } } }, usage);
  const version = /^(?:go)?(1\.\d+(?:\.\d+|rc\d+|beta\d+)?)$/.exec(values.go ?? '')?.[1];
  if (version === undefined) throw new Stop(usage);
  const why = whyNoGo(`go${version}`);
  if (why !== undefined) throw new Stop(why);
  for (const line of compared(`go${version}`, values.what.split(','))) console.log(line);
}

/** Records both Gos in a scratch copy, the book's own first. */
function compared(go: string, what: readonly string[]): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'book-'));
  try {
    copyBook(root, scratch);
    const [own, before, answers] = [pinnedGo(scratch), readBook(scratch), readAnswers(scratch)];
    const again = recordedWith(scratch, own, own, what);
    const after = go === own ? again : recordedWith(scratch, go, own, what);
    return [...moved(answers, readAnswers(scratch)), ...report(go, differences(before, after), go === own ? [] : differences(before, again))];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The book with recordings of `go` in place of those of the newest release. */
function recordedWith(book: string, go: string, newest: string, what: readonly string[]): Book {
  pin(book, go);
  const { status } = spawnSync(join(book, 'oracle', 'record.sh'), what, { stdio: 'inherit' });
  if (status !== 0) throw new Stop(`Recording with ${go} failed; what it printed says why.`);
  standIn(book, go, newest);
  return readBook(book);
}

try {
  main();
} catch (error) {
  if (!(error instanceof Stop || error instanceof Unreadable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
