import { cpSync, existsSync, globSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a copy of the book needs for its recorders, facts and ledger. */
const needed = ['components', 'content', 'oracle', 'scripts', 'src', 'package.json', 'tsconfig.json'];

/** `go1.26.11`, or `1.26.11`, → `1.26`. */
export const minorOf = (go: string): string => go.replace(/^go/, '').split('.', 2).join('.');

/** Copies the book at `from` into the empty folder `to`, which gets the same packages. */
export function copyBook(from: string, to: string): void {
  for (const path of needed) cpSync(join(from, path), join(to, path), { recursive: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
}

/** The Go a book describes: `go1.27.4`. */
export const pinnedGo = (book: string): string => readFileSync(join(book, 'oracle', 'go-version'), 'utf8').trim();

/** Makes `go` the one a book describes, and that of its minor version among those compared. */
export function pin(book: string, go: string): void {
  const file = join(book, 'oracle', 'go-versions');
  const others = readFileSync(file, 'utf8').trim().split('\n').filter((release) => minorOf(release) !== minorOf(go));
  writeFileSync(file, `${[...others, go].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join('\n')}\n`);
  writeFileSync(join(book, 'oracle', 'go-version'), `${go}\n`);
}

interface Recording { rows: { go?: string }[] }

/**
 * Lets what was recorded with `go` stand where the text speaks of the newest release, `newest`:
 * its process takes the place of the newest one's, and in every recording by version its row does. Only what was written
 * after `since`, in milliseconds of the clock: what this machine could not record says of an older Go not all that is read of the newest.
 */
export function standIn(book: string, go: string, newest: string, since = 0): void {
  if (minorOf(go) === minorOf(newest)) return;
  const recordings = join(book, 'oracle', 'recordings');
  const hello = (release: string): string => join(recordings, 'processes', `go-hello-${minorOf(release)}.json`);
  const isNew = (path: string): boolean => existsSync(path) && statSync(path).mtimeMs >= since;
  if (isNew(hello(go))) cpSync(hello(go), hello(newest));
  for (const path of globSync('{*,versions/*}.json', { cwd: recordings }).filter((each) => isNew(join(recordings, each)))) {
    const recording = JSON.parse(readFileSync(join(recordings, path), 'utf8')) as Recording;
    const of = (release: string) => recording.rows.filter((row) => row.go !== undefined && minorOf(row.go) === minorOf(release));
    const [given, replaced] = [of(go), of(newest)];
    if (given.length === 0 || replaced.length === 0) continue;
    const rows = [...recording.rows.filter((row) => !replaced.includes(row)), ...given.map((row) => ({ ...row, go: newest }))];
    writeFileSync(join(recordings, path), JSON.stringify({ ...recording, rows }));
  }
}
