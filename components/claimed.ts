import { loadDemo } from '../src/demos/index.ts';
import type { Quantity } from '../src/i18n/quantity.ts';
import { factNamed } from '../src/oracle/facts.ts';

/** Where a number that no author typed comes from: an engine (`demo`, `name`) or a recording (`fact`). */
export interface Claimed { readonly demo?: string; readonly name?: string; readonly fact?: string }

/** The number; an unknown name lists the known ones. */
export async function quantityOf({ demo: id = '', name = '', fact }: Claimed): Promise<Quantity> {
  if (fact !== undefined) return factNamed(fact);
  const { claims } = await loadDemo(id);
  const claim = claims[name];
  if (!claim) throw new Error(`Demo "${id}" makes no claim "${name}". It makes: ${Object.keys(claims).join(', ')}.`);
  return claim();
}
