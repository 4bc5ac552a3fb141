import { spawnSync } from 'node:child_process';
import type { Book } from './differences.ts';

/** A book whose recordings or engines make no sense to its own readers; the message is what they said. */
export class Unreadable extends Error {}

const reading = `import { factNamed, factNames } from './src/oracle/facts.ts';
  import { entries } from './scripts/ledger/entries.ts';
  const facts = Object.fromEntries(factNames.map((name) => [name, Object.values(factNamed(name)).join(' ')]));
  console.log(JSON.stringify({ facts, ledger: await entries() }));`;

/** Reads the facts and quantities of the book at `book`, in a process of its own: its engines and recordings are what they are now. */
export function readBook(book: string): Book {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', reading], { cwd: book, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Unreadable(`The book cannot be read:\n${stderr}`);
  return JSON.parse(stdout) as Book;
}
