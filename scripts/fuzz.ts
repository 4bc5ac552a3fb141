/**
 * `npm run fuzz [-- --count 100000 --seed 1 --kind smaps --keep]` spoils texts that readers bring (links, programs, maps, metrics,
 * logs, traces, what is typed into fields) and brings them to the book: nothing may be thrown but a sentence with a place, nothing
 * of a text may become markup, and no task of the page may take 100 ms of processor. Prints what failed, as short as it could be
 * made; with --keep it goes into scripts/fuzz/corpus. Exit code 1 where anything failed.
 */
import { availableParallelism } from 'node:os';
import { optionsOf, refuse, wholeNumber } from './command.ts';
import { keep } from './fuzz/corpus.ts';
import type { Found, Slowest } from './fuzz/found.ts';
import { search } from './fuzz/search.ts';
import { table } from './table.ts';

const names = ['links', 'programs', 'maps', 'smaps', 'pmap', 'metrics', 'gctrace', 'rep', 'mtrace', 'fields'];

const { values: { count, seed, kind, keep: keeps } } = optionsOf({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, kind: { type: 'string', multiple: true, default: names }, keep: { type: 'boolean', default: false } },
}, `Usage: npm run fuzz [-- --count N] [--seed N] [--kind KIND]… [--keep]\nKinds: ${names.join(', ')}`);
const [texts, sown] = [wholeNumber(count, 'count'), wholeNumber(seed, 'seed')];
for (const name of kind) if (!names.includes(name)) refuse(`There is no kind “${name}”. There are: ${names.join(', ')}`);

/** Searches all kinds, as many at once as there are processors. */
async function searchAll(each: number): Promise<readonly Found[]> {
  const left = [...kind];
  const found: Found[] = [];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      found.push(await search(name, sown, each));
      console.error(`${name} is done.`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found.sort((a, b) => kind.indexOf(a.name) - kind.indexOf(b.name));
}

const said = ({ ms, task, index }: Slowest): string => `${ms.toFixed(0)} ms, ${task} (text ${index})`;

const found = await searchAll(Math.ceil(texts / kind.length));
console.log(table(['kind', 'texts', 'seconds', 'dearest task of the page', 'dearest in the Worker'], found.map((one) => [one.name, String(one.count), one.seconds.toFixed(0), said(one.page), said(one.offPage)])));
for (const { name, failures } of found) {
  for (const { index, fault, text } of failures) {
    console.log(`\n${name}, seed ${seed}, text ${index}: ${fault}\n  ${JSON.stringify(text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text)}`);
    if (keeps) console.log(`  kept as ${keep({ kind: name, name: `found-${seed}-${index}`, text })}`);
  }
}
process.exitCode = found.some(({ failures }) => failures.length > 0) ? 1 : 0;
