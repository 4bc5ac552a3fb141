/**
 * `npm run perturb [-- --only WORDS] [-- --from N --to M]`: thirty values of recordings and engines are changed, one by one, in a scratch
 * copy of the book. Each names the sentences it changes, in both languages.
 *
 * Exit code 1 when one changes no sentence, or only one language's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf, wholeNumber } from './command.ts';
import { copyWhole } from './faults/book.ts';
import type { Book } from './oracle/differences.ts';
import { readBook } from './oracle/read-book.ts';
import { root } from './paths.ts';
import { perturbations, type Perturbation } from './perturb/list.ts';
import { lines, missed, noticed } from './perturb/noticed.ts';

/** Says which sentences change; false when none does, or only one language's. */
function told(book: string, perturbation: Perturbation, before: Book): boolean {
  const { name, file } = perturbation;
  console.log(`${String(perturbations.indexOf(perturbation) + 1).padStart(2)}  ${name} (${file})`);
  const found = noticed(book, perturbation, before);
  for (const line of 'changed' in found ? lines(found.changed) : []) console.log(line);
  const why = missed(found);
  if (why !== undefined) console.log(`  ${why}`);
  return why === undefined;
}

function main(): void {
  const { values: { only = '', from = '1', to = String(perturbations.length) } } = optionsOf({ options: { only: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } }, 'Usage: npm run perturb [-- --only NAME] [--from N] [--to N]');
  const some = perturbations.slice(wholeNumber(from, 'from') - 1, wholeNumber(to, 'to')).filter(({ name }) => name.includes(only));
  const book = mkdtempSync(join(tmpdir(), 'perturb-'));
  try {
    copyWhole(root, book);
    const before = readBook(book);
    let count = 0;
    for (const perturbation of some) if (told(book, perturbation, before)) count++;
    console.log(`${count} of ${some.length} name their sentences in both languages.`);
    process.exitCode = count === some.length && count > 0 ? 0 : 1;
  } finally {
    rmSync(book, { recursive: true, force: true });
  }
}

main();
