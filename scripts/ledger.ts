/** `npm run ledger [-- --json]`: every quantity of the book, where it stands and who vouches for it. */
import { readBookExceptions, readChapters } from './check/book.ts';
import { atOffset } from './check/chapter.ts';
import { quantitiesOf, type Origin } from './check/quantities.ts';
import { printed, valuesOf } from './check/values.ts';

/** One quantity with its place. */
interface Entry { readonly path: string; readonly line: number; readonly column: number; readonly text: string; readonly origin: Origin }

async function ledger(): Promise<readonly Entry[]> {
  const [chapters, exceptions] = [readChapters(), readBookExceptions()];
  const valueOf = await valuesOf(chapters);
  return chapters.flatMap((chapter) => quantitiesOf(chapter, exceptions).map(({ offset, text, origin, claim }) => {
    const { path, line, column } = atOffset(chapter, offset, '');
    const value = claim && valueOf(claim);
    return { path, line, column, text: value ? printed(claim, value, chapter.locale) : text, origin };
  }));
}

/** Who vouches, in words. */
function voucher(origin: Origin): string {
  const { kind, ...rest } = origin;
  return [kind === 'claim' ? 'engine' : kind === 'fact' ? 'recording' : kind, ...Object.values(rest)].join(' ');
}

const entries = await ledger();
if (process.argv.includes('--json')) console.log(JSON.stringify(entries, null, 2));
else for (const { path, line, column, text, origin } of entries) console.log(`${`${path}:${line}:${column}`.padEnd(44)} ${text.padEnd(18)} ${voucher(origin)}`);
