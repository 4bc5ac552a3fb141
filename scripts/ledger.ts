/** `npm run ledger [-- --json]`: every quantity of the book, where it stands and who vouches for it. Fails when nobody does for one. */
import type { Origin } from './check/quantities.ts';
import { entries } from './ledger/entries.ts';

/** Who vouches, in words. */
function voucher(origin: Origin): string {
  const { kind, ...rest } = origin;
  return [kind === 'claim' ? 'engine' : kind === 'fact' ? 'recording' : kind, ...Object.values(rest)].join(' ');
}

const all = await entries();
if (process.argv.includes('--json')) console.log(JSON.stringify(all, null, 2));
else for (const { path, line, column, text, origin } of all) console.log(`${`${path}:${line}:${column}`.padEnd(44)} ${text.padEnd(18)} ${voucher(origin)}`);

const orphans = all.filter(({ origin }) => origin.kind === 'nowhere');
for (const { path, line, column, text } of orphans) console.error(`${path}:${line}:${column} "${text}" has no origin.`);
if (orphans.length > 0) process.exitCode = 1;
