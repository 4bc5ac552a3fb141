import { loadDemo } from '../../src/demos/index.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { formatNumber, formatQuantity, type Quantity } from '../../src/i18n/quantity.ts';
import { factNamed } from '../../src/oracle/facts.ts';
import type { Chapter } from './chapter.ts';
import { attribute, elementsNamed, type Element } from './elements.ts';

/** What a `<Claim>` comes to; undefined when there is no such claim. */
export type ValueOf = (claim: Element) => Quantity | undefined;

/** Computes every claim the chapters make, each once. */
export async function valuesOf(chapters: readonly Chapter[]): Promise<ValueOf> {
  const claims = chapters.flatMap(({ tree }) => ['Claim', 'Predict'].flatMap((name) => elementsNamed(tree, name)));
  const named = new Map(claims.map((claim) => [nameOf(claim), claim]));
  const values = new Map(await Promise.all([...named].map(async ([name, claim]) => [name, await compute(claim)] as const)));
  return (claim) => values.get(nameOf(claim));
}

/** The text a claim prints. */
export function printed(claim: Element, { value, unit }: Quantity, locale: Locale): string {
  const bare = claim.attributes.some((each) => each.type === 'mdxJsxAttribute' && each.name === 'bare');
  return bare ? formatNumber(value) : formatQuantity({ value, unit }, locale);
}

const nameOf = (claim: Element): string => JSON.stringify(['fact', 'demo', 'name'].map((name) => attribute(claim, name)));

/** A claim that does not exist is told by `checkIds`; here it has no value. */
async function compute(claim: Element): Promise<Quantity | undefined> {
  const [fact, demo, name] = ['fact', 'demo', 'name'].map((each) => attribute(claim, each));
  try {
    return fact === undefined ? (await loadDemo(demo ?? '')).claims[name ?? '']?.() : factNamed(fact);
  } catch {
    return undefined;
  }
}
