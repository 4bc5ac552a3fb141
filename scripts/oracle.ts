/**
 * `npm run oracle -- --go VERSION [--what RECORDER,...]`: records with another Go, into a scratch copy of
 * the book, and prints which facts and which sentences would change. The checkout is left alone.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './paths.ts';

/** What a copy of the book needs for its facts and its ledger. */
const needed = ['components', 'content', 'oracle', 'scripts', 'src', 'package.json', 'tsconfig.json'];
/** Recorders that another Go can change, but for those that take minutes or only look into one version. */
const usual = 'processes,startup,names,growth,elf,ulimit,counters,working-set';

interface Entry { readonly path: string; readonly line: number; readonly column: number; readonly text: string; readonly origin: { readonly kind: string; readonly fact?: string } }

const { values } = parseArgs({ options: { go: { type: 'string' }, what: { type: 'string', default: usual } } });
const version = /^(?:go)?(1\.\d+(?:\.\d+|rc\d+|beta\d+)?)$/.exec(values.go ?? '')?.[1];
if (!version) stop('Usage: npm run oracle -- --go VERSION [--what RECORDER,...], for instance --go 1.27.4');

const scratch = mkdtempSync(join(tmpdir(), 'book-'));
try {
  copyBook(scratch);
  const before = readBook(scratch);
  pin(scratch, `go${version}`);
  const { status } = spawnSync(join(scratch, 'oracle', 'record.sh'), values.what.split(','), { stdio: 'inherit' });
  if (status !== 0) stop(`Recording with Go ${version} failed.`);
  report(before, readBook(scratch));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function copyBook(to: string): void {
  for (const path of needed) cpSync(join(root, path), join(to, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
}

/** Makes `go` the pinned release, and that of its minor version among those compared. */
function pin(book: string, go: string): void {
  const minor = (release: string): string => release.split('.', 2).join('.');
  const file = join(book, 'oracle', 'go-versions');
  const others = readFileSync(file, 'utf8').trim().split('\n').filter((release) => minor(release) !== minor(go));
  writeFileSync(file, `${[...others, go].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join('\n')}\n`);
  writeFileSync(join(book, 'oracle', 'go-version'), `${go}\n`);
}

/** The facts of a book by name, and every quantity of its text. */
interface Book { readonly facts: Readonly<Record<string, string>>; readonly ledger: readonly Entry[] }

function readBook(book: string): Book {
  return { facts: factsOf(book), ledger: printedBy(book, 'scripts/ledger.ts', '--json') as Entry[] };
}

function report(before: Book, after: Book): void {
  const changed = Object.keys(before.facts).filter((name) => before.facts[name] !== after.facts[name]);
  for (const name of changed) console.log(`fact ${name}: ${before.facts[name]} -> ${after.facts[name] ?? 'none'}`);
  let sentences = 0;
  for (const [i, { path, line, column, text, origin }] of before.ledger.entries()) {
    const then = after.ledger[i]?.text ?? 'none';
    if (then === text) continue;
    sentences++;
    console.log(`${path}:${line}:${column}: ${text} -> ${then} (${origin.fact ?? origin.kind})`);
  }
  console.log(`With Go ${version}, ${changed.length} of ${Object.keys(before.facts).length} facts and ${sentences} of ${before.ledger.length} quantities in the text would change.`);
}

/** Runs a program of the book at `book` and reads the JSON it prints. */
function printedBy(book: string, ...args: string[]): unknown {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: book, encoding: 'utf8' });
  if (status !== 0) stop(`With the new recordings the book cannot be read:\n${stderr}`);
  return JSON.parse(stdout);
}

function factsOf(book: string): Record<string, string> {
  const program = `import { factNamed, factNames } from './src/oracle/facts.ts';
    console.log(JSON.stringify(Object.fromEntries(factNames.map((name) => [name, Object.values(factNamed(name)).join(' ')]))));`;
  return printedBy(book, '--input-type=module', '-e', program) as Record<string, string>;
}
