/** `npm run ledger [-- --json]`: every quantity of the book, where it stands and who vouches for it. */
import { loadDemo } from '../src/demos/index.ts';
import type { Locale } from '../src/i18n/locales.ts';
import { formatQuantity } from '../src/i18n/quantity.ts';
import { factNamed } from '../src/oracle/facts.ts';
import { readBookExceptions, readChapters } from './check/book.ts';
import { atOffset } from './check/chapter.ts';
import { quantitiesOf, type Origin, type Quantity } from './check/quantities.ts';

/** One quantity with its place. */
interface Entry { readonly path: string; readonly line: number; readonly column: number; readonly text: string; readonly origin: Origin }

/** What a quantity reads like on the page; that of a claim is computed now. */
async function textOf({ text, origin }: Quantity, locale: Locale): Promise<string> {
  if (origin.kind === 'fact') return formatQuantity(factNamed(origin.fact), locale);
  if (origin.kind !== 'claim') return text;
  const claim = (await loadDemo(origin.demo)).claims[origin.name];
  return claim ? formatQuantity(claim(), locale) : '?';
}

async function ledger(): Promise<readonly Entry[]> {
  const exceptions = readBookExceptions();
  const entries = readChapters().flatMap((chapter) => quantitiesOf(chapter, exceptions).map(async (quantity) => {
    const { path, line, column } = atOffset(chapter, quantity.offset, '');
    return { path, line, column, text: await textOf(quantity, chapter.locale), origin: quantity.origin };
  }));
  return Promise.all(entries);
}

/** Who vouches, in words. */
function voucher(origin: Origin): string {
  const { kind, ...rest } = origin;
  return [kind === 'claim' ? 'engine' : kind === 'fact' ? 'recording' : kind, ...Object.values(rest)].join(' ');
}

const entries = await ledger();
if (process.argv.includes('--json')) console.log(JSON.stringify(entries, null, 2));
else for (const { path, line, column, text, origin } of entries) console.log(`${`${path}:${line}:${column}`.padEnd(44)} ${text.padEnd(18)} ${voucher(origin)}`);
