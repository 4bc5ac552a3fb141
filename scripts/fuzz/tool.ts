import { deserialize, serialize } from 'node:v8';
import { excerptAround, joined, spotIn } from '../../components/tools/excerpt.ts';
import { withNewlines } from '../../components/tools/newlines.ts';
import { damageOf, errorOf } from '../../components/tools/damage.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { inBoth, type Bench } from './bench.ts';

/** How one of the tools reads a text, and what it shows. */
interface Tool<Reading> {
  /** In the Worker. */
  readonly read: (text: string) => Reading;
  /** The page as HTML. */
  readonly shows: (locale: Locale, reading: Reading) => string;
  readonly blames: (locale: Locale, damage: ProgramError, text: string) => string;
}

/** Takes a text through one of the tools as its page does: into the box, to the Worker, back, and onto the page. */
export function bringTo<Reading>({ read, shows, blames }: Tool<Reading>, text: string, bench: Bench): Reading | undefined {
  const taken = bench.page('into the box', () => {
    const excerpt = excerptAround(withNewlines(text), 1);
    const ours = joined(excerpt, excerpt.shown);
    serialize(ours);
    return ours;
  });
  if (taken.trim() === '') return undefined;
  const told = bench.worker(() => answerOf(read, taken));
  if ('damage' in told) {
    const damage = errorOf(structuredClone(damageOf(told.damage)));
    bench.blamed(damage, taken);
    bench.page('to the damaged line', () => spotIn(excerptAround(taken, damage.line), damage.line));
    for (const locale of inBoth) bench.shown(`damage ${locale}`, bench.page(`damage ${locale}`, () => blames(locale, damage, taken)));
    return undefined;
  }
  const sent = bench.worker(() => serialize(told.reading));
  const reading = bench.page('from the Worker', () => deserialize(sent) as Reading);
  for (const locale of inBoth) bench.shown(`outcome ${locale}`, bench.page(`outcome ${locale}`, () => shows(locale, reading)));
  return reading;
}

function answerOf<Reading>(read: (text: string) => Reading, text: string): { readonly reading: Reading } | { readonly damage: ProgramError } {
  try {
    return { reading: read(text) };
  } catch (error) {
    if (error instanceof ProgramError) return { damage: error };
    throw error;
  }
}
