/**
 * `npm run perturb [-- --only WORDS] [-- --from N --to M]`: thirty values of recordings and engines are changed, one by one, in a scratch
 * copy of the book. Each names the sentences it changes, in both languages; one that changes none must at least fail a unit test.
 *
 * Exit code 1 when nobody notices one, or only one language does.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf, wholeNumber } from './command.ts';
import { copyWhole } from './faults/book.ts';
import { unitTestsOf } from './faults/look.ts';
import type { Book } from './oracle/differences.ts';
import { readBook } from './oracle/read-book.ts';
import { apply } from './patch.ts';
import { root } from './paths.ts';
import { perturbations, type Perturbation } from './perturb/list.ts';
import { lines, noticed, oneSided } from './perturb/noticed.ts';

/** The unit test that fails with one value changed. */
async function failing(book: string, perturbation: Perturbation): Promise<string | undefined> {
  const undo = apply(book, [perturbation]);
  try {
    const [witness] = await unitTestsOf(book, perturbation);
    return witness && `${witness.file}: ${witness.title}`;
  } finally {
    undo();
  }
}

/** Says who notices; false when nobody does, or only one language. */
async function told(book: string, perturbation: Perturbation, before: Book): Promise<boolean> {
  const { name, file } = perturbation;
  console.log(`${String(perturbations.indexOf(perturbation) + 1).padStart(2)}  ${name} (${file})`);
  const found = noticed(book, perturbation, before);
  if ('unreadable' in found) return say(`  the book cannot be read: ${found.unreadable}`, true);
  for (const line of lines(found.changed)) console.log(line);
  const alone = oneSided(found.changed);
  if (alone.length > 0) return say(`  ONLY IN ONE LANGUAGE: ${alone.join(', ')}`, false);
  if (found.changed.length > 0) return true;
  const test = await failing(book, perturbation);
  return say(test === undefined ? '  NOBODY NOTICES' : `  no sentence, but ${test}`, test !== undefined);
}

function say(line: string, isNoticed: boolean): boolean {
  console.log(line);
  return isNoticed;
}

async function main(): Promise<void> {
  const { values: { only = '', from = '1', to = String(perturbations.length) } } = optionsOf({ options: { only: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } }, 'Usage: npm run perturb [-- --only NAME] [--from N] [--to N]');
  const some = perturbations.slice(wholeNumber(from, 'from') - 1, wholeNumber(to, 'to')).filter(({ name }) => name.includes(only));
  const book = mkdtempSync(join(tmpdir(), 'perturb-'));
  try {
    copyWhole(root, book);
    const before = readBook(book);
    let count = 0;
    for (const perturbation of some) if (await told(book, perturbation, before)) count++;
    console.log(`${count} of ${some.length} are noticed.`);
    process.exitCode = count === some.length && count > 0 ? 0 : 1;
  } finally {
    rmSync(book, { recursive: true, force: true });
  }
}

await main();
